#include "http/response.h"

#include <fmt/format.h>

#include <ctime>

#include "http/problem.h"

namespace jingwei::http {
namespace {

constexpr std::size_t kJoinedBody = 16 * 1024;

constexpr std::string_view kStrict =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

/// docs/adr/0061-content-security-policy-of-the-apps.md; {} is where pictures of maps come from.
constexpr std::string_view kPagePolicy =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:{0}; font-src 'self' data:; "
    "connect-src 'self'{0}; worker-src 'self'; manifest-src 'self'; media-src 'self' blob:; "
    "object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "Permissions-Policy: geolocation=(self), camera=(self), microphone=(), payment=()\r\n";

/// Everything else does nothing when a browser is tricked into showing it as a page.
constexpr std::string_view kDataPolicy =
    "Content-Security-Policy: default-src 'none'; sandbox; frame-ancestors 'none'\r\n";

constexpr std::string_view kTransportPolicy =
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

/// A header value must not begin a header of its own.
std::string_view one_line(std::string_view value) {
    return value.substr(0, value.find_first_of("\r\n"));
}

void append_cookie(std::string& out, const Cookie& cookie, bool secure) {
    const auto to = std::back_inserter(out);
    fmt::format_to(to, "Set-Cookie: {}={}; Path=/; SameSite={}", one_line(cookie.name),
                   one_line(cookie.value), cookie.strict ? "Strict" : "Lax");
    if (cookie.max_age.count() != 0) {
        fmt::format_to(to, "; Max-Age={}", std::max<std::int64_t>(cookie.max_age.count(), 0));
    }
    if (cookie.http_only) out += "; HttpOnly";
    if (secure) out += "; Secure";
    out += "\r\n";
}

void append_head(std::string& out, const ReplyHead& head, const ResponseContext& context) {
    const auto to = std::back_inserter(out);
    bool cached = false;
    for (const auto& [name, value] : head.headers) {
        fmt::format_to(to, "{}: {}\r\n", name, one_line(value));
        cached = cached || name == "Cache-Control";
    }
    for (const auto& cookie : head.cookies)
        append_cookie(out, cookie, context.secure);
    if (!cached) out += "Cache-Control: no-store\r\n";
    fmt::format_to(to, "Date: {}\r\nX-Request-Id: {}\r\n", http_date(), context.request_id);
    out += kStrict;
    if (context.secure) out += kTransportPolicy;
}

std::uint64_t body_size(const Reply& reply) {
    if (reply.file) return reply.file->size;
    if (reply.shared) return reply.shared->size;
    return reply.body.size();
}

const int kStreamStatus = status_of(Reply::of({}, {}));

bool has_no_body(int status) { return status == 204 || status == 304; }

}  // namespace

std::string_view http_date() {
    thread_local std::time_t made_at = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        char buffer[40];
        text.assign(buffer,
                    std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &parts));
        made_at = now;
    }
    return text;
}

Response render(Reply reply, const ResponseContext& context) {
    Response response;
    response.status = status_of(reply);
    response.close = context.close;
    response.body_bytes = body_size(reply);
    std::string& head = response.head;
    head.reserve(1'024 + (response.body_bytes <= kJoinedBody ? reply.body.size() : 0));
    const auto to = std::back_inserter(head);
    fmt::format_to(to, "HTTP/1.1 {}\r\n", status_line(response.status));
    if (!has_no_body(response.status)) {
        fmt::format_to(to, "Content-Length: {}\r\n", response.body_bytes);
        if (!reply.content_type.empty()) {
            fmt::format_to(to, "Content-Type: {}\r\n", one_line(reply.content_type));
        }
        if (reply.content_type.starts_with("text/html")) {
            fmt::format_to(to, kPagePolicy, one_line(context.picture_sources));
        } else {
            head += kDataPolicy;
        }
    }
    if (context.close) head += "Connection: close\r\n";
    append_head(head, reply.head, context);
    head += "\r\n";
    if (context.head_only || has_no_body(response.status)) return response;
    response.file = std::move(reply.file);
    response.shared = std::move(reply.shared);
    if (reply.body.size() <= kJoinedBody) {
        head += reply.body;
    } else {
        response.body = std::move(reply.body);
    }
    return response;
}

std::string stream_head(const ReplyHead& head, bool secure, std::string_view request_id) {
    std::string out = fmt::format(
        "HTTP/1.1 {}\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
        "X-Accel-Buffering: no\r\nConnection: close\r\n",
        status_line(kStreamStatus));
    out += kDataPolicy;
    append_head(out, head, {.secure = secure, .request_id = request_id});
    return out + "\r\n";
}

}  // namespace jingwei::http
