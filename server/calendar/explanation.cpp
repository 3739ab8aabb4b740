#include <algorithm>
#include <chrono>

#include "calendar/pauses.h"
#include "calendar/work_calendar.h"

namespace jingwei::calendar {
namespace {

using std::chrono::days;

/// Adds a day that is off, joined to the stretch before it when it is off for the same reason.
void add_off_day(std::vector<Skip>& skipped, const DayInfo& off) {
    const auto reason = off.kind == DayKind::kHoliday ? SkipReason::kHoliday : SkipReason::kWeekend;
    if (!skipped.empty()) {
        auto& last = skipped.back();
        const bool follows = last.to == off.day - days{1};
        if (follows && last.reason == reason && last.name_zh == off.name_zh) {
            last.to = off.day;
            return;
        }
    }
    skipped.push_back({off.day, off.day, reason, off.name_zh, off.name_en});
}

void add_pauses(Explanation& told, std::span<const Pause> pauses) {
    for (const auto& pause : pauses) {
        const Time until = pause.until.value_or(pause.from);
        if (until < told.deadline.start || pause.from > told.deadline.due) continue;
        told.skipped.push_back(
            {china_day(pause.from), china_day(until), SkipReason::kSuspended, {}, {}});
    }
    std::ranges::stable_sort(told.skipped, {}, &Skip::from);
}

void shorten(Explanation& told) {
    if (told.skipped.size() <= kMaxSkips) return;
    told.skipped.resize(kMaxSkips);
    told.shortened = true;
}

}  // namespace

void WorkCalendar::tell_days(Explanation& told, Day from, Day to) const {
    for (Day at = from; at <= to; at += days{1}) {
        const auto info = day(at);
        const auto year = static_cast<int>(std::chrono::year_month_day{at}.year());
        if (!info.known && (told.unknown_years.empty() || told.unknown_years.back() != year)) {
            told.unknown_years.push_back(year);
        }
        if (!info.working) add_off_day(told.skipped, info);
        if (info.kind == DayKind::kMakeUpDay) {
            told.made_up.push_back({at, info.name_zh, info.name_en});
        }
    }
}

Explanation WorkCalendar::explain(Time start, Limit limit, std::span<const Pause> pauses) const {
    Explanation told{.limit = limit, .deadline = due_after(start, limit, pauses)};
    const Time due = told.deadline.due;
    told.waited_for_opening = told.deadline.counts_from != start;
    if (is_working_limit(limit.unit)) {
        tell_days(told, china_day(start), china_day(due));
    } else if (limit.unit == LimitUnit::kNaturalDays) {
        const Time last = advance_natural(start, natural_length(limit), closed_pauses(pauses));
        told.rolled_forward = last != due;
        tell_days(told, china_day(last), china_day(due));
        told.made_up.clear();
    }
    add_pauses(told, pauses);
    shorten(told);
    return told;
}

}  // namespace jingwei::calendar
