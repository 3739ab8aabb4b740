#include "calendar/work_hours.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace jingwei::calendar {
namespace {

using std::chrono::minutes;

constexpr std::size_t kMaxSpans = 4;
constexpr minutes kEndOfDay{24 * 60};

std::optional<int> two_digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && text.size() == 2;
    return whole && value >= 0 ? std::optional{value} : std::nullopt;
}

/// "08:30"; "24:00" is the end of the day.
std::optional<minutes> parse_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = two_digits(text.substr(0, 2));
    const auto minute = two_digits(text.substr(3));
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const minutes time{*hour * 60 + *minute};
    return time <= kEndOfDay ? std::optional{time} : std::nullopt;
}

std::optional<WorkSpan> parse_span(std::string_view text) {
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const auto from = parse_clock(text.substr(0, 5));
    const auto until = parse_clock(text.substr(6));
    return from && until ? std::optional{WorkSpan{*from, *until}} : std::nullopt;
}

std::string clock_text(minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

bool ascending(const std::vector<WorkSpan>& spans) {
    minutes free_from{-1};
    for (const auto& span : spans) {
        if (span.from <= free_from || span.until <= span.from) return false;
        free_from = span.until;
    }
    return true;
}

}  // namespace

WorkHours::WorkHours(std::vector<WorkSpan> spans) : spans_(std::move(spans)) {
    for (const auto& span : spans_)
        per_day_ += span.until - span.from;
}

WorkHours WorkHours::standard() {
    return WorkHours{{{minutes{510}, minutes{720}}, {minutes{870}, minutes{1080}}}};
}

Result<WorkHours> WorkHours::parse(std::string_view text) {
    std::vector<WorkSpan> spans;
    while (true) {
        const auto comma = text.find(',');
        const auto span = parse_span(text.substr(0, comma));
        if (!span || spans.size() == kMaxSpans) {
            return Refusal{RefusalKind::kInvalid, "calendar_hours_malformed", "/hours"};
        }
        spans.push_back(*span);
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    if (!ascending(spans)) {
        return Refusal{RefusalKind::kInvalid, "calendar_hours_overlap", "/hours"};
    }
    return WorkHours{std::move(spans)};
}

std::string WorkHours::text() const {
    std::string out;
    for (const auto& span : spans_) {
        if (!out.empty()) out += ',';
        out += clock_text(span.from) + '-' + clock_text(span.until);
    }
    return out;
}

}  // namespace jingwei::calendar
