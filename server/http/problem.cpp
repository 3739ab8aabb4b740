#include "http/problem.h"

#include <fmt/format.h>

#include <array>

#include "core/json.h"

namespace jingwei::http {
namespace {

struct Special {
    std::string_view code;
    int status;
};

/// Refusals of the protocol itself, which HTTP has its own words for.
constexpr std::array kSpecial{
    Special{"method_not_allowed", 405}, Special{"method_unknown", 501},
    Special{"request_too_slow", 408},   Special{"not_json", 415},
    Special{"not_a_form", 415},         Special{"body_encoded", 415},
    Special{"header_too_large", 431},   Special{"internal_error", 500},
};

int status_of_kind(RefusalKind kind) {
    switch (kind) {
        case RefusalKind::kInvalid:
            return 400;
        case RefusalKind::kUnauthenticated:
            return 401;
        case RefusalKind::kForbidden:
            return 403;
        case RefusalKind::kNotFound:
            return 404;
        case RefusalKind::kConflict:
            return 409;
        case RefusalKind::kTooLarge:
            return 413;
        case RefusalKind::kTooMany:
            return 429;
        case RefusalKind::kUnavailable:
            return 503;
    }
    return 500;
}

int status_of_refusal(const Refusal& refusal) {
    for (const auto& special : kSpecial) {
        if (special.code == refusal.code) return special.status;
    }
    return status_of_kind(refusal.kind);
}

Details with_field(const Fault& fault) {
    Details details = fault.details;
    details.emplace_back("field", fault.field);
    return details;
}

/// Writes {"a":1,"b":"x"} member by member.
class ObjectText {
public:
    explicit ObjectText(std::string& out) : out_(out) { out_ += '{'; }
    ~ObjectText() { out_ += '}'; }
    ObjectText(const ObjectText&) = delete;
    ObjectText& operator=(const ObjectText&) = delete;

    std::string& name(std::string_view name) {
        if (!first_) out_ += ',';
        first_ = false;
        json::append_quoted(out_, name);
        out_ += ':';
        return out_;
    }
    void text(std::string_view member, std::string_view value) {
        json::append_quoted(name(member), value);
    }

private:
    std::string& out_;
    bool first_ = true;
};

void append_fault(std::string& out, const Fault& fault, Language language,
                  const Messages& messages) {
    ObjectText object(out);
    object.text("field", fault.field);
    object.text("code", fault.code);
    object.text("message", messages.sentence(language, fault.code, with_field(fault)));
}

std::vector<Fault> faults_of(const Refusal& refusal) {
    std::vector<Fault> faults = refusal.faults;
    if (!refusal.field.empty()) {
        faults.insert(faults.begin(), {refusal.field, refusal.code, refusal.details});
    }
    return faults;
}

std::string problem_text(const Refusal& refusal, Language language, const Messages& messages,
                         std::string_view request_id) {
    Details details = with_field({refusal.field, refusal.code, refusal.details});
    details.emplace_back("request_id", request_id);
    std::string out;
    ObjectText object(out);
    object.text("type", fmt::format("urn:jingwei:problem:{}", refusal.code));
    object.text("title", messages.sentence(language, refusal.code, details));
    object.name("status") += std::to_string(status_of_refusal(refusal));
    object.text("code", refusal.code);
    object.text("request_id", request_id);
    const auto faults = faults_of(refusal);
    if (!faults.empty()) {
        std::string& list = object.name("errors");
        list += '[';
        for (std::size_t at = 0; at < faults.size(); ++at) {
            if (at > 0) list += ',';
            append_fault(list, faults[at], language, messages);
        }
        list += ']';
    }
    return out;
}

/// Seconds after which to try again: what the refusal says, else a short while.
std::string retry_after(const Refusal& refusal) {
    for (const auto& [name, value] : refusal.details) {
        if (name == "retry_after_s") return value;
    }
    return "2";
}

}  // namespace

int status_of(const Reply& reply) {
    switch (reply.outcome) {
        case Outcome::kDone:
            return 200;
        case Outcome::kNothing:
            return 204;
        case Outcome::kPart:
            return 206;
        case Outcome::kElsewhere:
            return 303;
        case Outcome::kUnchanged:
            return 304;
        case Outcome::kBadRange:
            return 416;
        case Outcome::kRefused:
            return reply.refusal ? status_of_refusal(*reply.refusal) : 500;
    }
    return 500;
}

std::string_view status_line(int status) {
    switch (status) {
        case 200:
            return "200 OK";
        case 204:
            return "204 No Content";
        case 206:
            return "206 Partial Content";
        case 303:
            return "303 See Other";
        case 304:
            return "304 Not Modified";
        case 400:
            return "400 Bad Request";
        case 401:
            return "401 Unauthorized";
        case 403:
            return "403 Forbidden";
        case 404:
            return "404 Not Found";
        case 405:
            return "405 Method Not Allowed";
        case 408:
            return "408 Request Timeout";
        case 409:
            return "409 Conflict";
        case 413:
            return "413 Content Too Large";
        case 415:
            return "415 Unsupported Media Type";
        case 416:
            return "416 Range Not Satisfiable";
        case 429:
            return "429 Too Many Requests";
        case 431:
            return "431 Request Header Fields Too Large";
        case 501:
            return "501 Not Implemented";
        case 503:
            return "503 Service Unavailable";
        default:
            return "500 Internal Server Error";
    }
}

void explain(Reply& reply, Language language, const Messages& messages,
             std::string_view request_id) {
    if (reply.outcome != Outcome::kRefused || !reply.refusal) return;
    const Refusal& refusal = *reply.refusal;
    reply.content_type = "application/problem+json";
    reply.body = problem_text(refusal, language, messages, request_id);
    reply.with("Content-Language", language == Language::kChinese ? "zh-CN" : "en");
    const bool later =
        refusal.kind == RefusalKind::kTooMany || refusal.kind == RefusalKind::kUnavailable;
    if (later) reply.with("Retry-After", retry_after(refusal));
    if (refusal.kind == RefusalKind::kUnauthenticated) reply.with("WWW-Authenticate", "Bearer");
}

}  // namespace jingwei::http
