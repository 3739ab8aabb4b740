#include "http/session.h"

#include <boost/asio/post.hpp>

#include "core/log.h"
#include "http/loop.h"

// The first half of a session: what it reads. session_answer.cpp has what it writes.
namespace jingwei::http {
namespace {

using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t kReadSize = 4 * 1024;  // most requests fit; idle connections hold it
constexpr std::size_t kStreamReadSize = 64;  // a listener sends nothing
constexpr std::size_t kBodyReadSize = 64 * 1024;
constexpr std::uint64_t kLingerBytes = 4 << 20;

}  // namespace

Session::Session(Core& core, Loop& loop, std::unique_ptr<Wire> wire, std::string peer, bool secure)
    : core_(core),
      loop_(loop),
      wire_(std::move(wire)),
      peer_(std::move(peer)),
      secure_(secure),
      buffer_(core.options.limits.header_bytes + 2 * kBodyReadSize) {}

void Session::start() {
    loop_.add(this);
    if (core_.draining) return close();  // accepted in the last moment
    enter(Phase::kHandshake, limits().header_time);
    wire_->handshake(shared_from_this());
}

void Session::enter(Phase phase, milliseconds time) {
    phase_ = phase;
    phase_began_ = steady_clock::now();
    deadline_ = phase_began_ + time;
}

void Session::close() {
    if (phase_ == Phase::kClosed) return;
    const auto self = shared_from_this();  // the loop and the hub may hold the last references
    if (phase_ == Phase::kStream) core_.events.detach(this);
    phase_ = Phase::kClosed;
    hold(0);
    job_.reset();
    wire_->close();
    loop_.remove(this);
}

void Session::drain() {
    const bool at_rest = phase_ == Phase::kHandshake || phase_ == Phase::kIdle ||
                         phase_ == Phase::kStream || phase_ == Phase::kLinger;
    if (at_rest) close();
}

void Session::tick(steady_clock::time_point now) {
    if (is_deaf(now)) return close();
    if (phase_ == Phase::kAdmit || phase_ == Phase::kHandle) job_->pool().look();
    if (now < deadline_) return;
    switch (phase_) {
        case Phase::kHead:
        case Phase::kBody:
            return refuse_and_close({RefusalKind::kUnavailable, "request_too_slow"});
        case Phase::kAdmit:
        case Phase::kHandle:
            return refuse_and_close({RefusalKind::kUnavailable, "took_too_long"});
        case Phase::kStream:
            if (now >= stream_end_) return close();
            deadline_ = now + limits().heartbeat;
            // A listener that takes nothing for a whole heartbeat is gone.
            if (writing_) return close();
            deliver(std::make_shared<const std::string>(":\n\n"));
            return;
        default:
            return close();
    }
}

void Session::on_handshake(error_code error) {
    if (phase_ == Phase::kClosed) return;
    if (error) return close();
    await_request();
}

void Session::await_request() {
    body_received_ = 0;
    job_ = std::make_shared<Job>(core_, shared_from_this(), peer_, secure_);
    if (buffer_.size() > 0) {
        enter(Phase::kHead, limits().header_time);
        return parse();
    }
    if (core_.draining) return close();
    enter(Phase::kIdle, limits().idle_time);
    read_more();
}

void Session::read_more() {
    if (reading_) return;
    reading_ = true;
    std::size_t size = kReadSize;
    if (phase_ == Phase::kBody) size = kBodyReadSize;
    if (phase_ == Phase::kStream) size = kStreamReadSize;
    wire_->read(shared_from_this(), buffer_.prepare(size));
}

void Session::on_read(error_code error, std::size_t size) {
    reading_ = false;
    if (phase_ == Phase::kClosed) return;
    if (error) return close();
    switch (phase_) {
        case Phase::kIdle:
            enter(Phase::kHead, limits().header_time);
            [[fallthrough]];
        case Phase::kHead:
            buffer_.commit(size);
            return parse();
        case Phase::kBody:
            buffer_.commit(size);
            body_received_ += size;
            extend_body_time();
            return parse();
        case Phase::kLinger:
            lingered_ += size;
            // Who sends without end may still read our answer until the time is over; closing now
            // would make him lose it.
            if (lingered_ > kLingerBytes) return;
            return read_more();
        case Phase::kStream:
            return read_more();  // a listener has nothing to say
        default:
            return;  // a refusal is on its way and ends the connection
    }
}

/// Slow phones may take long for a photo, but not for ever: each second has its bytes.
void Session::extend_body_time() {
    const auto earned = std::chrono::seconds(body_received_ / Limits::kSlowestBytes);
    deadline_ = phase_began_ + limits().body_time + earned;
}

void Session::parse() {
    auto& parser = job_->parser;
    while (!parser.is_done()) {
        if (buffer_.size() == 0) return read_more();
        error_code error;
        const bool had_head = parser.is_header_done();
        buffer_.consume(feed(error));
        if (error == boost::beast::http::error::need_more) {
            // In a body, only the head of a chunk or its trailers wait for more: they are a header.
            if (buffer_.size() <= limits().header_bytes) return read_more();
            error = boost::beast::http::error::header_limit;
        }
        if (error) return fail_to_parse(error);
        if (!had_head && parser.is_header_done() && !take_head()) return;
    }
    submit(false);
}

/// What arrived, to the parser and by it to the disk, which may be full.
std::size_t Session::feed(error_code& error) {
    try {
        return job_->parser.put(buffer_.data(), error);
    } catch (const std::exception& outage) {
        log::error("a request cannot be taken in: {}", log::cause(outage));
        job_->parser.get().body().refusal = Refusal{RefusalKind::kUnavailable, "outage"};
        error = boost::beast::http::error::unexpected_body;
        return 0;
    }
}

/// False when the head was answered, or when something has to happen before the body is read.
bool Session::take_head() {
    job_->began = steady_clock::now();
    const auto taken = job_->take_head();
    if (!taken) {
        job_->keep_alive = false;
        refuse_and_close(taken.error());
        return false;
    }
    if (job_->is_immediate()) {
        job_->run_immediate();
        send(std::move(*job_->response));
        return false;
    }
    if (job_->is_admitted_first()) {
        submit(true);
        return false;
    }
    begin_body();
    return phase_ == Phase::kBody;
}

void Session::begin_body() {
    if (job_->has_body() && job_->expects_continue()) {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        enter(Phase::kContinue, limits().write_time);
        return wire_->write(shared_from_this(),
                            {boost::asio::buffer(kContinue), boost::asio::const_buffer()});
    }
    enter(Phase::kBody, limits().body_time);
}

void Session::fail_to_parse(error_code error) {
    namespace http = boost::beast::http;
    if (job_->parser.get().body().refusal) {
        return refuse_and_close(std::move(*job_->parser.get().body().refusal));
    }
    if (error == http::error::header_limit) {
        return refuse_and_close({RefusalKind::kTooLarge,
                                 "header_too_large",
                                 {},
                                 {{"max", std::to_string(limits().header_bytes)}}});
    }
    refuse_and_close({RefusalKind::kInvalid, "bad_request"});
}

void Session::submit(bool admit_only) {
    enter(admit_only ? Phase::kAdmit : Phase::kHandle,
          job_->is_watching() ? limits().watch_time : limits().handler_time);
    job_->request.deadline = deadline_;
    job_->admit_only = admit_only;
    if (job_->is_in_excess() || !job_->pool().submit(job_)) {
        send(job_->finished(Reply::refused({RefusalKind::kUnavailable, "server_busy"})));
    }
}

void Session::tell(std::shared_ptr<Session> session, std::shared_ptr<Job> job) {
    auto& context = session->loop_.context();
    boost::asio::post(
        context, [session = std::move(session), job = std::move(job)] { session->on_job(job); });
}

void Session::on_job(const std::shared_ptr<Job>& job) {
    if (job != job_) return;  // given up on: its time was over
    if (job->response) return send(std::move(*job->response));
    if (job->subscription) return begin_stream();
    begin_body();
    if (phase_ == Phase::kBody) parse();
}

}  // namespace jingwei::http
