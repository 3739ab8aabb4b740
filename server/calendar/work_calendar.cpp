#include "calendar/work_calendar.h"

#include <algorithm>
#include <stdexcept>

#include "calendar/pauses.h"

namespace jingwei::calendar {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::microseconds;
using std::chrono::year;

/// Far beyond the longest limit and any pause; only a calendar without working days gets there.
constexpr int kMaxWalkDays = 200 * 366;

std::int32_t year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

bool is_weekend(Day day) {
    const std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

const DayException* exception_of(const YearCalendar& calendar, Day day) {
    const auto at = std::ranges::lower_bound(calendar.days, day, {}, &DayException::day);
    return at != calendar.days.end() && at->day == day ? &*at : nullptr;
}

/// Calls `visit(Stretch)` for the opening hours of `day` from `from` on, until it returns true.
template <class Visit>
bool visit_open(Day day, Time from, const WorkHours& hours_of_day,
                const std::vector<Stretch>& pauses, Visit visit) {
    for (const auto& span : hours_of_day.spans()) {
        const Stretch open{std::max(from, from_china_time(day + span.from)),
                           from_china_time(day + span.until)};
        if (open.from < open.until && visit_unpaused(open, pauses, visit)) return true;
    }
    return false;
}

}  // namespace

WorkCalendar::WorkCalendar(std::vector<YearCalendar> years, WorkHours hours, LightRule lights)
    : years_(std::move(years)), hours_(std::move(hours)), lights_(lights) {
    const auto newest_first = [](const YearCalendar& a, const YearCalendar& b) {
        return std::pair{a.year, b.version} < std::pair{b.year, a.version};
    };
    std::ranges::sort(years_, newest_first);
    const auto same_year = [](const auto& a, const auto& b) { return a.year == b.year; };
    years_.erase(std::unique(years_.begin(), years_.end(), same_year), years_.end());
    for (auto& one : years_)
        std::ranges::sort(one.days, {}, &DayException::day);
    spread_days();
}

const YearCalendar* WorkCalendar::find(std::int32_t number) const {
    const auto at = std::ranges::lower_bound(years_, number, {}, &YearCalendar::year);
    return at != years_.end() && at->year == number ? &*at : nullptr;
}

std::vector<std::int32_t> WorkCalendar::years() const {
    std::vector<std::int32_t> known;
    for (const auto& year : years_)
        known.push_back(year.year);
    return known;
}

bool WorkCalendar::is_working(Day day) const {
    const auto number = (day - first_day_).count();
    if (number < 0 || number >= static_cast<std::int64_t>(worked_.size())) return !is_weekend(day);
    return worked_[static_cast<std::size_t>(number)] != 0;
}

void WorkCalendar::spread_days() {
    if (years_.empty()) return;
    first_day_ = Day{local_days{year{years_.front().year} / 1 / 1}};
    const Day end{local_days{year{years_.back().year + 1} / 1 / 1}};
    for (Day day = first_day_; day < end; day += days{1}) {
        worked_.push_back(is_weekend(day) ? 0 : 1);
    }
    for (const auto& one : years_) {
        for (const auto& exception : one.days) {
            worked_.at(static_cast<std::size_t>((exception.day - first_day_).count())) =
                exception.working ? 1 : 0;
        }
    }
}

DayInfo WorkCalendar::day(Day day) const {
    const auto* calendar = find(year_of(day));
    const auto* exception = calendar == nullptr ? nullptr : exception_of(*calendar, day);
    if (exception != nullptr) {
        return {day,
                exception->working ? DayKind::kMakeUpDay : DayKind::kHoliday,
                exception->working,
                true,
                exception->name_zh,
                exception->name_en};
    }
    const bool off = is_weekend(day);
    return {day, off ? DayKind::kWeekend : DayKind::kWorkday, !off, calendar != nullptr, {}, {}};
}

bool WorkCalendar::is_open(Time time) const { return next_opening(time) == time; }

Time WorkCalendar::next_opening(Time time) const {
    return advance(time, microseconds{0}, false, {});
}

Time WorkCalendar::advance(Time from, microseconds amount, bool to_next_opening,
                           std::span<const Pause> pauses) const {
    const auto closed = closed_pauses(pauses);
    Time end;
    const auto reached = [&](Stretch piece) {
        const auto length = piece.until - piece.from;
        if (amount < length || (amount == length && !to_next_opening)) {
            end = piece.from + amount;
            return true;
        }
        amount -= length;
        return false;
    };
    Day day = china_day(from);
    for (int walked = 0; walked < kMaxWalkDays; ++walked, day += days{1}) {
        if (is_working(day) && visit_open(day, from, hours_, closed, reached)) return end;
    }
    throw std::logic_error("calendar: a limit that never ends");
}

bool WorkCalendar::all_known(Day from, Day to) const {
    for (auto number = year_of(from); number <= year_of(to); ++number) {
        if (!knows(number)) return false;
    }
    return true;
}

Deadline WorkCalendar::working_deadline(Time start, Limit limit,
                                        std::span<const Pause> pauses) const {
    // As every working day is equally long, n working days are n times its minutes; running on to
    // the next opening is what ends a day limit at the same time of day.
    const bool by_days = limit.unit == LimitUnit::kWorkingDays;
    const microseconds unit = by_days ? hours_.per_day() : std::chrono::minutes{60};
    const microseconds floor =
        by_days ? hours_.per_day() * lights_.working_days : std::chrono::minutes{lights_.minutes};
    const microseconds whole = unit * limit.amount;
    const auto lead = std::max(whole * lights_.percent / 100, floor);
    Deadline deadline{.start = start, .counts_from = next_opening(start)};
    deadline.due = advance(start, whole, by_days, pauses);
    deadline.yellow_from = advance(start, std::max(whole - lead, microseconds{0}), by_days, pauses);
    deadline.provisional = !all_known(china_day(start), china_day(deadline.due));
    return deadline;
}

Time WorkCalendar::rolled_forward(Time time) const {
    while (!is_working(china_day(time)))
        time += days{1};
    return time;
}

Time WorkCalendar::working_days_before(Time time, std::int32_t count) const {
    for (; count > 0; --count) {
        do
            time -= days{1};
        while (!is_working(china_day(time)));
    }
    return time;
}

Deadline WorkCalendar::natural_deadline(Time start, Limit limit,
                                        std::span<const Pause> pauses) const {
    const auto closed = closed_pauses(pauses);
    const auto whole = natural_length(limit);
    const Time unrolled = advance_natural(start, whole, closed);
    Deadline deadline{.start = start, .counts_from = start, .due = unrolled};
    Time latest_yellow = unrolled - std::chrono::minutes{lights_.minutes};
    if (is_day_limit(limit.unit)) {
        deadline.due = rolled_forward(unrolled);
        deadline.provisional = !all_known(china_day(unrolled), china_day(deadline.due));
        latest_yellow = working_days_before(deadline.due, lights_.working_days);
    }
    const auto share = natural_between(start, deadline.due, closed) - whole * lights_.percent / 100;
    const Time by_share = advance_natural(start, share, closed);
    deadline.yellow_from = std::max(start, std::min(by_share, latest_yellow));
    return deadline;
}

Deadline WorkCalendar::due_after(Time start, Limit limit, std::span<const Pause> pauses) const {
    Deadline deadline = is_working_limit(limit.unit) ? working_deadline(start, limit, pauses)
                                                     : natural_deadline(start, limit, pauses);
    deadline.paused_since = open_pause(pauses);
    return deadline;
}

microseconds WorkCalendar::worked(Time from, Time to, std::span<const Pause> pauses) const {
    if (to < from) return -worked(to, from, pauses);
    const auto closed = closed_pauses(pauses);
    microseconds sum{};
    for (Day day = china_day(from); day <= china_day(to); day += days{1}) {
        if (!is_working(day)) continue;
        visit_open(day, from, hours_, closed, [&](Stretch piece) {
            sum += std::max(std::min(piece.until, to) - piece.from, microseconds{0});
            return false;
        });
    }
    return sum;
}

WorkedTime WorkCalendar::worked_days(Time from, Time to, std::span<const Pause> pauses) const {
    const auto whole = std::chrono::duration_cast<std::chrono::minutes>(worked(from, to, pauses));
    return {static_cast<std::int32_t>(whole / hours_.per_day()),
            static_cast<std::int32_t>((whole % hours_.per_day()).count())};
}

}  // namespace jingwei::calendar
