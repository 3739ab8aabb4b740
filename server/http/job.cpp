#include "http/job.h"

#include <fmt/format.h>

#include <boost/algorithm/string/predicate.hpp>
#include <random>

#include "core/utf8.h"
#include "http/problem.h"
#include "http/session.h"

namespace jingwei::http {
namespace {

namespace beast = boost::beast;
using std::chrono::steady_clock;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

/// Short, without meaning, different for every request of every process.
std::string make_id() {
    static const std::uint32_t process = std::random_device{}();
    static std::atomic<std::uint32_t> next = 0;
    return fmt::format("{:08x}{:08x}", process, next.fetch_add(1, std::memory_order_relaxed));
}

std::optional<Method> method_of(beast::http::verb verb) {
    switch (verb) {
        case beast::http::verb::get:
            return Method::kGet;
        case beast::http::verb::head:
            return Method::kHead;
        case beast::http::verb::post:
            return Method::kPost;
        case beast::http::verb::put:
            return Method::kPut;
        case beast::http::verb::patch:
            return Method::kPatch;
        case beast::http::verb::delete_:
            return Method::kDelete;
        case beast::http::verb::options:
            return Method::kOptions;
        default:
            return std::nullopt;
    }
}

bool is_unsafe(Method method) {
    return method == Method::kPost || method == Method::kPut || method == Method::kPatch;
}

/// Nothing is unpacked, so nothing can become larger than its limit.
bool is_encoded(const Request& request) {
    const auto encoding = request.header("content-encoding");
    return !encoding.empty() && !boost::algorithm::iequals(encoding, "identity");
}

/// The parts of a form go where the request keeps them once the form is complete.
class FormSink final : public BodySink {
public:
    FormSink(Request& request, MultipartReader reader, std::uint64_t limit)
        : request_(request), reader_(std::move(reader)), limit_(limit) {}

    Result<void> take(std::string_view piece) override {
        taken_ += piece.size();
        if (taken_ <= limit_) return reader_.take(piece);
        return Refusal{
            RefusalKind::kTooLarge, "body_too_large", {}, {{"max", std::to_string(limit_)}}};
    }
    Result<void> finish() override {
        request_.fields = std::move(reader_.fields());
        request_.files = std::move(reader_.files());
        return reader_.finish();
    }

private:
    Request& request_;
    MultipartReader reader_;
    std::uint64_t limit_;
    std::uint64_t taken_ = 0;
};

}  // namespace

Job::Job(const Core& core, std::shared_ptr<Session> session, std::string_view peer, bool secure)
    : id(make_id()), began(steady_clock::now()), core_(core), session_(std::move(session)) {
    request.client = peer;
    request.secure = secure;
    exchange.messages = &core.messages;
    parser.eager(false);
    parser.header_limit(static_cast<std::uint32_t>(core.options.limits.header_bytes));
    parser.body_limit(boost::none);  // each route has its own; the sinks count
}

Job::~Job() { count_no_more(); }

void Job::count_no_more() {
    if (std::exchange(counts_as_upload_, false)) --core_.uploads;
}

Result<void> Job::take_head() {
    const auto& message = parser.get();
    keep_alive = message.keep_alive() && message.version() == 11;
    request.target = view(message.target());
    request.path = request.target.substr(0, request.target.find('?'));
    request.query = request.target.substr(std::min(request.path.size() + 1, request.target.size()));
    for (const auto& field : message) {
        request.headers.push_back({view(field.name_string()), view(field.value())});
    }
    request.language = preferred_language(request.header("accept-language"));
    if (core_.options.behind_proxy) read_forwarded();
    if (const auto host = check_host(); !host) return host;
    const auto method = method_of(message.method());
    if (!method) return Refusal{RefusalKind::kInvalid, "method_unknown"};
    request.method = *method;
    target = core_.dispatcher.find(request);
    exchange.path = std::move(target.match.path);
    return choose_sink();
}

/// RFC 9112, 3.2: one Host, no less and no more.
Result<void> Job::check_host() const {
    const auto hosts = parser.get().count(beast::http::field::host);
    const bool one = hosts == 1 && !request.header("host").empty();
    if (one || (hosts == 0 && parser.get().version() == 10)) return {};
    return Refusal{RefusalKind::kInvalid, "bad_host"};
}

void Job::read_forwarded() {
    // Our own proxy wrote the last entry of the last of these: some add to the header that came,
    // some send another after it.
    std::string_view chain;
    for (const auto& header : request.headers) {
        if (boost::algorithm::iequals(header.name, "x-forwarded-for")) chain = header.value;
    }
    if (!chain.empty()) {
        request.client = utf8::trimmed(chain.substr(chain.rfind(',') + 1));
    }
    if (request.header("x-forwarded-proto") == "https") request.secure = true;
}

Result<void> Job::choose_sink() {
    const Endpoint* endpoint = target.match.endpoint;
    const std::uint64_t limit = most_body_bytes();
    if (is_upload()) {
        if (const auto chosen = choose_form_sink(); !chosen) return chosen;
    } else {
        parser.get().body().sink = &string_sink_.emplace(request.body, limit);
    }
    if (!endpoint && has_body()) {
        // What nobody takes is not read; the answer is not that it is too large.
        return target.match.allowed.empty() ? Refusal{RefusalKind::kNotFound, "not_found"}
                                            : Refusal{RefusalKind::kInvalid, "method_not_allowed"};
    }
    if (parser.content_length().value_or(0) > limit) {
        return Refusal{
            RefusalKind::kTooLarge, "body_too_large", {}, {{"max", std::to_string(limit)}}};
    }
    if (endpoint && has_body() && is_encoded(request)) {
        return Refusal{RefusalKind::kInvalid, "body_encoded"};
    }
    const bool json =
        boost::algorithm::istarts_with(request.header("content-type"), "application/json");
    if (endpoint && has_body() && !is_upload() && !json) {
        return Refusal{RefusalKind::kInvalid, "not_json"};
    }
    return {};
}

std::uint64_t Job::most_body_bytes() const {
    const Endpoint* endpoint = target.match.endpoint;
    const auto& limits = core_.options.limits;
    if (!endpoint || !is_unsafe(request.method)) return 0;
    if (is_upload())
        return endpoint->upload.file_bytes * endpoint->upload.files + limits.body_bytes;
    return is_at_the_door() ? std::min(limits.body_bytes, limits.door_bytes) : limits.body_bytes;
}

Result<void> Job::choose_form_sink() {
    const auto boundary = MultipartReader::boundary_of(request.header("content-type"));
    if (!boundary) return Refusal{RefusalKind::kInvalid, "not_a_form"};
    counts_as_upload_ = true;
    if (++core_.uploads > core_.options.limits.uploads) {
        return Refusal{RefusalKind::kUnavailable, "server_busy"};
    }
    form_sink_ = std::make_unique<FormSink>(
        request,
        MultipartReader(*boundary, target.match.endpoint->upload, core_.options.upload_folder),
        most_body_bytes());
    parser.get().body().sink = form_sink_.get();
    return {};
}

bool Job::is_admitted_first() const {
    if (is_upload()) return true;
    const auto size = parser.content_length().value_or(0);
    return !is_at_the_door() && (parser.chunked() || size > core_.options.limits.door_bytes);
}

bool Job::is_at_the_door() const {
    return target.match.endpoint->permission == kAnyone && is_unsafe(request.method);
}

bool Job::is_watching() const { return target.match.endpoint->watching; }

bool Job::is_in_excess() const {
    const auto& is_full = target.match.endpoint->is_full;
    return is_full && is_full();
}

WorkerPool& Job::pool() const {
    if (is_watching()) return core_.watch;
    return is_at_the_door() ? core_.door : core_.pool;
}

bool Job::is_upload() const {
    return target.match.endpoint && target.match.endpoint->speaks == Endpoint::Speaks::kUpload;
}

bool Job::has_body() const {
    return parser.is_header_done() && (parser.chunked() || parser.content_length().value_or(0) > 0);
}

bool Job::expects_continue() const {
    return boost::algorithm::iequals(request.header("expect"), "100-continue");
}

bool Job::is_immediate() const {
    return !target.match.endpoint || target.match.endpoint->immediate;
}

void Job::run_immediate() {
    response = finished(target.answer ? std::move(*target.answer)
                                      : core_.dispatcher.run(*target.match.endpoint, exchange));
}

void Job::run() {
    // It waited for a worker for so long that its connection has been answered.
    const bool too_late = steady_clock::now() >= request.deadline;
    if (const Work left = std::exchange(left_, nullptr)) {
        if (!too_late) return answer(left);
        session_.reset();  // as in settle()
        return core_.unanswered.down();
    }
    if (too_late) return;
    const Endpoint& endpoint = *target.match.endpoint;
    if (!admitted) {
        const auto may = core_.dispatcher.admit(endpoint, exchange);
        if (!may) {
            response = finished(Reply::refused(may.error()));
            return Session::tell(session_, shared_from_this());
        }
        admitted = true;
    }
    if (!admit_only) {
        count_no_more();  // it has arrived; whoever holds this job a moment longer counts nothing
        if (endpoint.begin) return begin();
        Reply reply = outcome();
        if (!subscription) response = finished(std::move(reply));
    }
    Session::tell(session_, shared_from_this());
}

void Job::begin() {
    core_.unanswered.up();
    auto now = core_.dispatcher.begin(*target.match.endpoint, exchange, shared_from_this());
    // Otherwise all of this is in the hands of whoever answers, who may have done so.
    if (now) settle(std::move(*now));
}

void Job::answer(Work work) {
    settle(core_.dispatcher.finish(*target.match.endpoint, exchange, work));
}

void Job::go_on(Work work) {
    // The pool is there until this is done, even if the worker is faster.
    const Core& core = core_;
    core.unanswered.up();
    left_ = std::move(work);
    if (!pool().submit(shared_from_this())) {
        left_ = nullptr;
        settle(Reply::refused({RefusalKind::kUnavailable, "server_busy"}));
    }
    core.unanswered.down();
}

void Job::settle(Reply reply) {
    response = finished(std::move(reply));
    // Nothing of the connection stays with whoever answered: it may end before he lets go.
    Session::tell(std::move(session_), shared_from_this());
    core_.unanswered.down();
}

/// The handler's answer; leaves `subscription` behind where a stream begins.
Reply Job::outcome() {
    const Endpoint& endpoint = *target.match.endpoint;
    if (endpoint.speaks != Endpoint::Speaks::kEvents) {
        return core_.dispatcher.run(endpoint, exchange);
    }
    auto subscribed = core_.dispatcher.subscribe(endpoint, exchange);
    if (!subscribed) return Reply::refused(subscribed.error());
    if (request.method == Method::kHead) return Reply::of("text/event-stream", {});
    subscription = std::move(*subscribed);
    return {};
}

Response Job::finished(Reply reply) const {
    explain(reply, request.language, core_.messages, id);
    const bool unread = has_body() && !parser.is_done();
    return render(std::move(reply), {.head_only = request.method == Method::kHead,
                                     .close = !keep_alive || unread || core_.draining.load(),
                                     .secure = request.secure,
                                     .picture_sources = core_.options.picture_sources,
                                     .request_id = id});
}

std::string_view Job::route_name() const {
    return target.match.endpoint ? std::string_view(target.match.endpoint->path) : "other";
}

std::size_t Job::route_index() const {
    return target.match.endpoint ? target.match.index : core_.metrics.other_route();
}

}  // namespace jingwei::http
