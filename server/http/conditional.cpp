#include "http/conditional.h"

#include <fmt/format.h>

#include <charconv>

namespace jingwei::http {
namespace {

std::string_view header_of(const Reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.head.headers) {
        if (known == name) return value;
    }
    return {};
}

bool names_etag(std::string_view list, std::string_view etag) {
    if (list == "*") return true;
    return !etag.empty() && list.find(etag) != list.npos;  // an ETag holds its quotes
}

struct Span {
    std::uint64_t from;
    std::uint64_t size;
};

enum class Asked { kWhole, kPart, kNonsense };

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

/// "bytes=10-19", "bytes=10-", "bytes=-5" of `total` bytes.
Asked asked_range(std::string_view range, std::uint64_t total, Span& span) {
    constexpr std::string_view kUnit = "bytes=";
    if (!range.starts_with(kUnit)) return Asked::kWhole;
    range.remove_prefix(kUnit.size());
    const auto dash = range.find('-');
    if (dash == range.npos || range.find(',') != range.npos) return Asked::kWhole;
    const auto first = number(range.substr(0, dash));
    const auto last = number(range.substr(dash + 1));
    if (!first && !last) return Asked::kWhole;
    if (!first) {
        const std::uint64_t size = std::min(*last, total);
        span = {total - size, size};
        return size > 0 ? Asked::kPart : Asked::kNonsense;
    }
    if (*first >= total || (last && *last < *first)) return Asked::kNonsense;
    const std::uint64_t end = last ? std::min(*last + 1, total) : total;
    span = {*first, end - *first};
    return Asked::kPart;
}

void empty_body(Reply& reply) {
    reply.file.reset();
    reply.shared.reset();
    reply.body.clear();
}

template <class Body>
void take_range(Reply& reply, Body& body, std::string_view range) {
    const std::uint64_t total = body.size;
    Span span{};
    switch (asked_range(range, total, span)) {
        case Asked::kWhole:
            return;
        case Asked::kNonsense:
            reply.outcome = Outcome::kBadRange;
            reply.with("Content-Range", fmt::format("bytes */{}", total));
            return empty_body(reply);
        case Asked::kPart:
            reply.outcome = Outcome::kPart;
            reply.with("Content-Range",
                       fmt::format("bytes {}-{}/{}", span.from, span.from + span.size - 1, total));
            body.from += span.from;
            body.size = span.size;
            return;
    }
}

}  // namespace

void narrow(Reply& reply, const Request& request) {
    if (request.method != Method::kGet && request.method != Method::kHead) return;
    if (reply.outcome != Outcome::kDone) return;
    const std::string_view etag = header_of(reply, "ETag");
    if (names_etag(request.header("if-none-match"), etag)) {
        reply.outcome = Outcome::kUnchanged;
        return empty_body(reply);
    }
    if (!reply.file && !reply.shared) return;
    reply.with("Accept-Ranges", "bytes");
    const std::string_view range = request.header("range");
    const std::string_view condition = request.header("if-range");
    if (range.empty() || (!condition.empty() && condition != etag)) return;
    if (reply.file) return take_range(reply, *reply.file, range);
    take_range(reply, *reply.shared, range);
}

}  // namespace jingwei::http
