#include "cases/clock_text.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <stdexcept>

#include "core/enum_name.h"

namespace jingwei::cases {
namespace {

constexpr std::string_view kNone = "-";

// ── writing ──────────────────────────────────────────────────────────────────────────────────

using Out = std::back_insert_iterator<std::string>;

std::int64_t since(Time from, Time at) { return (at - from).count(); }

void write(Out out, const std::optional<calendar::Limit>& limit) {
    if (!limit) {
        fmt::format_to(out, " {}", kNone);
    } else {
        fmt::format_to(out, " {}:{}", limit->amount, enum_name(limit->unit));
    }
}

void write(Out out, Time start, const calendar::Pauses& pauses) {
    fmt::format_to(out, " {}", pauses.empty() ? kNone : "");
    std::string_view before;
    for (const calendar::Pause& pause : pauses) {
        fmt::format_to(out, "{}{}:", before, since(start, pause.from));
        if (pause.until) fmt::format_to(out, "{}", since(start, *pause.until));
        before = ",";
    }
}

void write(Out out, const CaseClock& clock) {
    const Time start = clock.started_at;
    fmt::format_to(out, "{} {} {} {}", enum_name(clock.stage), clock.round,
                   clock.holder.empty() ? kNone : std::string_view{clock.holder},
                   start.time_since_epoch().count());
    write(out, std::optional{clock.limit});
    write(out, clock.extra);
    fmt::format_to(out, " {} {} {} {}", since(start, clock.yellow_at), since(start, clock.due_at),
                   clock.provisional ? 1 : 0, enum_name(clock.end));
    if (clock.stopped_at) {
        fmt::format_to(out, " {}", since(start, *clock.stopped_at));
    } else {
        fmt::format_to(out, " {}", kNone);
    }
    write(out, start, clock.pauses);
    fmt::format_to(out, " {}", enum_name(clock.plate));
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────

[[noreturn]] void refuse(std::string_view what, std::string_view text) {
    throw std::invalid_argument(fmt::format("clocks: not {}: \"{}\"", what, text));
}

/// Takes what stands before the next `mark` off the front, and the mark.
std::string_view next(std::string_view& rest, char mark) {
    const auto end = rest.find(mark);
    const auto word = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    return word;
}

template <class Whole>
Whole whole(std::string_view text) {
    Whole value{};
    const auto [at, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || at != text.data() + text.size()) refuse("a number", text);
    return value;
}

template <class Enum>
Enum named(std::string_view text) {
    const auto value = enum_from_name<Enum>(text);
    if (!value) refuse("a known name", text);
    return *value;
}

Time moment(Time from, std::string_view text) {
    return from + std::chrono::microseconds{whole<std::int64_t>(text)};
}

calendar::Limit limit_of(std::string_view text) {
    const auto amount = whole<std::int32_t>(next(text, ':'));
    return {.amount = amount, .unit = named<calendar::LimitUnit>(text)};
}

calendar::Pauses pauses_of(Time start, std::string_view text) {
    calendar::Pauses pauses;
    while (!text.empty() && text != kNone) {
        auto one = next(text, ',');
        calendar::Pause pause{.from = moment(start, next(one, ':'))};
        if (!one.empty()) pause.until = moment(start, one);
        pauses.push_back(pause);
    }
    return pauses;
}

CaseClock clock_of(std::string_view text) {
    CaseClock clock;
    clock.stage = named<Stage>(next(text, ' '));
    clock.round = whole<std::int32_t>(next(text, ' '));
    if (const auto holder = next(text, ' '); holder != kNone) clock.holder = holder;
    clock.started_at = moment(Time{}, next(text, ' '));
    const Time start = clock.started_at;
    clock.limit = limit_of(next(text, ' '));
    if (const auto extra = next(text, ' '); extra != kNone) clock.extra = limit_of(extra);
    clock.yellow_at = moment(start, next(text, ' '));
    clock.due_at = moment(start, next(text, ' '));
    clock.provisional = whole<int>(next(text, ' ')) != 0;
    clock.end = named<ClockEnd>(next(text, ' '));
    if (const auto stopped = next(text, ' '); stopped != kNone) {
        clock.stopped_at = moment(start, stopped);
    }
    clock.pauses = pauses_of(start, next(text, ' '));
    clock.plate = named<Plate>(text);
    return clock;
}

}  // namespace

std::string clock_text(std::span<const CaseClock> clocks) {
    std::string text;
    for (const CaseClock& clock : clocks) {
        if (!text.empty()) text += ';';
        write(std::back_inserter(text), clock);
    }
    return text;
}

std::vector<CaseClock> read_clock_text(std::string_view text) {
    std::vector<CaseClock> clocks;
    while (!text.empty())
        clocks.push_back(clock_of(next(text, ';')));
    return clocks;
}

}  // namespace jingwei::cases
