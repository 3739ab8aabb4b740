#include <boost/asio/post.hpp>
#include <utility>

#include "core/log.h"
#include "http/loop.h"
#include "http/problem.h"
#include "http/session.h"

// The second half of a session: what it writes. session.cpp has what it reads.
namespace jingwei::http {
namespace {

using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t kFilePiece = 128 * 1024;
constexpr milliseconds kLingerTime{2'000};
constexpr std::size_t kLargeAnswer = 64 * 1024;

}  // namespace

/// Answers although the request is not complete or its handler not back, and ends the connection.
void Session::refuse_and_close(Refusal refusal) {
    const auto job = std::make_shared<Job>(core_, shared_from_this(), peer_, secure_);
    job->request.language = job_->request.language;
    job->request.method = job_->request.method;
    job->target.match = job_->target.match;
    job->began = job_->began;
    job_ = job;  // keep_alive is false
    send(job_->finished(Reply::refused(std::move(refusal))));
}

void Session::send(Response response) {
    enter(Phase::kWrite, limits().write_time);
    response_ = std::move(response);
    hold(response_.body.size() >= kLargeAnswer ? response_.body.size() : 0);
    count_answer();
    boost::asio::const_buffer body = boost::asio::buffer(response_.body);
    if (response_.shared) {
        const auto& [whole, from, size] = *response_.shared;
        body = boost::asio::buffer(whole->data() + from, size);
    }
    if (response_.file) {
        file_.open(response_.file->path, std::ios::binary);
        file_.seekg(static_cast<std::streamoff>(response_.file->from));
    }
    wire_->write(shared_from_this(), {boost::asio::buffer(response_.head), body});
}

void Session::on_written(error_code error) {
    writing_ = false;
    if (phase_ == Phase::kClosed) return;
    if (error) return close();
    switch (phase_) {
        case Phase::kContinue:
            enter(Phase::kBody, limits().body_time);
            return parse();
        case Phase::kStream:
            return flush_stream();
        case Phase::kWrite:
            if (response_.file && response_.file->size > 0) return send_next_of_file();
            return finish_answer();
        default:
            return;
    }
}

void Session::send_next_of_file() {
    auto& left = response_.file->size;
    file_piece_.resize(std::min<std::uint64_t>(left, kFilePiece));
    file_.read(file_piece_.data(), static_cast<std::streamsize>(file_piece_.size()));
    // The length is promised; a file that shrank can only be answered by cutting the connection.
    if (!file_) return close();
    left -= file_piece_.size();
    enter(Phase::kWrite, limits().write_time);
    wire_->write(shared_from_this(),
                 {boost::asio::buffer(file_piece_), boost::asio::const_buffer()});
}

void Session::finish_answer() {
    const bool ends = response_.close;
    response_ = {};
    hold(0);
    if (file_.is_open()) {
        file_.close();
        file_.clear();
        file_piece_ = {};
    }
    if (ends) return linger();
    await_request();
}

void Session::hold(std::size_t bytes) {
    core_.unread_bytes += bytes;
    core_.unread_bytes -= std::exchange(held_, bytes);
}

/// A few large answers may wait a minute for a slow phone; thousands would be all of the memory.
bool Session::is_deaf(steady_clock::time_point now) const {
    return phase_ == Phase::kWrite && held_ > 0 && now - phase_began_ > limits().deaf_time &&
           core_.unread_bytes > limits().unread_bytes;
}

void Session::count_answer() const {
    const auto took = steady_clock::now() - job_->began;
    core_.metrics.count(job_->route_index(), response_.status, took);
    if (!core_.options.access_log) return;
    log::info("{} {} {} {}us {}B {}", job_->request.method, log::Word{job_->route_name()},
              response_.status, std::chrono::duration_cast<std::chrono::microseconds>(took).count(),
              response_.body_bytes, log::Word{job_->id});
}

/// Closing while the other end still sends would make it lose the answer: end our side, and read
/// on for a little while.
void Session::linger() {
    wire_->end_writing();
    enter(Phase::kLinger, kLingerTime);
    buffer_.clear();
    read_more();
}

void Session::begin_stream() {
    const std::string_view last_event_id = job_->request.header("last-event-id");
    enter(Phase::kStream, limits().heartbeat);
    stream_end_ = phase_began_ + limits().stream_time;
    deliver(std::make_shared<const std::string>(
        stream_head(job_->exchange.head, job_->request.secure, job_->id)));
    if (!core_.events.attach(shared_from_this(), std::move(*job_->subscription), last_event_id)) {
        {
            const std::lock_guard lock(chunks_mutex_);
            chunks_.clear();
            chunk_bytes_ = 0;
        }
        return refuse_and_close({RefusalKind::kUnavailable, "too_many_listeners"});
    }
    response_.status = status_of(Reply::of("text/event-stream", {}));
    count_answer();
    job_.reset();
    buffer_ = {};
    read_more();
}

bool Session::deliver(std::shared_ptr<const std::string> chunk) {
    const std::lock_guard lock(chunks_mutex_);
    chunk_bytes_ += chunk->size();
    const bool too_slow = chunk_bytes_ > core_.events.limits().queued_bytes;
    if (!too_slow) chunks_.push_back(std::move(chunk));
    if (flush_posted_) return !too_slow;
    flush_posted_ = true;
    boost::asio::post(loop_.context(), [self = shared_from_this()] { self->flush_stream(); });
    return !too_slow;
}

void Session::end() {
    boost::asio::post(loop_.context(), [self = shared_from_this()] { self->close(); });
}

void Session::flush_stream() {
    if (phase_ != Phase::kStream) return;
    bool too_slow = false;
    {
        const std::lock_guard lock(chunks_mutex_);
        flush_posted_ = false;
        too_slow = chunk_bytes_ > core_.events.limits().queued_bytes;
        if (!too_slow && (writing_ || chunks_.empty())) return;
        outgoing_.clear();
        for (const auto& chunk : chunks_)
            outgoing_ += *chunk;
        chunks_.clear();
        chunk_bytes_ = 0;
    }
    // Outside the lock: the hub delivers under its own, and closing asks the hub.
    if (too_slow) return close();
    writing_ = true;
    wire_->write(shared_from_this(), {boost::asio::buffer(outgoing_), boost::asio::const_buffer()});
}

}  // namespace jingwei::http
