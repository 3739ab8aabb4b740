#pragma once

#include <span>
#include <string>
#include <vector>

#include "calendar/explanation.h"
#include "calendar/light.h"
#include "calendar/limit.h"
#include "calendar/work_hours.h"
#include "calendar/year.h"

namespace jingwei::calendar {

/// Working time of one county: which days are worked (State Council calendar, year by year) and
/// between which hours. Immutable, so it is shared between threads without locks.
///
/// A year without calendar counts Monday to Friday, and whatever asked it is marked provisional.
/// All days and hours are China Standard Time. Cost: due_after() and worked() walk day by day,
/// well under a microsecond a day.
class WorkCalendar {
public:
    /// `years` in any order; of two with the same number the higher version wins.
    explicit WorkCalendar(std::vector<YearCalendar> years, WorkHours hours = WorkHours::standard(),
                          LightRule lights = {});

    bool knows(std::int32_t number) const { return find(number) != nullptr; }
    bool is_working(Day day) const;
    DayInfo day(Day day) const;
    const WorkHours& hours() const { return hours_; }
    const LightRule& lights() const { return lights_; }
    std::vector<std::int32_t> years() const;
    /// Null for a year without calendar.
    const YearCalendar* find(std::int32_t number) const;

    /// Inside working hours (closed at opening, open at closing) of a working day?
    bool is_open(Time time) const;
    /// `time` itself when is_open(time), else the next opening.
    Time next_opening(Time time) const;

    /// When `limit`, begun at `start`, ends. Suspended time does not count.
    /// Requires checked(limit).
    Deadline due_after(Time start, Limit limit, std::span<const Pause> pauses = {}) const;

    /// Why the deadline is when it is: the same question as due_after(), told as data.
    Explanation explain(Time start, Limit limit, std::span<const Pause> pauses = {}) const;

    /// Working time in [from, to); negative when `to` is before `from`. Pauses are left out.
    std::chrono::microseconds worked(Time from, Time to, std::span<const Pause> pauses = {}) const;
    /// The same as whole working days and the rest ("overdue by 2 working days 3 hours").
    WorkedTime worked_days(Time from, Time to, std::span<const Pause> pauses = {}) const;

private:
    Time advance(Time from, std::chrono::microseconds amount, bool to_next_opening,
                 std::span<const Pause> pauses) const;
    Deadline working_deadline(Time start, Limit limit, std::span<const Pause> pauses) const;
    Deadline natural_deadline(Time start, Limit limit, std::span<const Pause> pauses) const;
    Time rolled_forward(Time time) const;
    Time working_days_before(Time time, std::int32_t count) const;
    bool all_known(Day from, Day to) const;
    void spread_days();
    void tell_days(Explanation& told, Day from, Day to) const;

    std::vector<YearCalendar> years_;   ///< ascending, one of each year
    Day first_day_;                     ///< 1 January of the first known year
    std::vector<std::uint8_t> worked_;  ///< from first_day_ to the end of the last known year
    WorkHours hours_;
    LightRule lights_;
};

}  // namespace jingwei::calendar
