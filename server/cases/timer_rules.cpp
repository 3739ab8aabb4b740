#include "cases/timer_rules.h"

#include <algorithm>
#include <array>

namespace jingwei::cases {
namespace {

/// Something that will be due, and when.
struct Pending {
    Time at;
    TimerAct act;
};

Time working_days_after(Time start, std::int32_t days, const CaseClock& clock,
                        const calendar::WorkCalendar& calendar) {
    return calendar.due_after(start, {days, calendar::LimitUnit::kWorkingDays}, clock.pauses).due;
}

/// How many working days after its start a clock is worth which plate.
struct Threshold {
    Plate plate;
    std::int32_t days;
};

/// Of the two stages that timers watch.
std::array<Threshold, 2> thresholds_of(Stage stage, const PlateNumbers& numbers) {
    if (stage == Stage::kSign) {
        return {{{Plate::kYellow, numbers.sign_yellow}, {Plate::kRed, numbers.sign_red}}};
    }
    return {{{Plate::kYellow, numbers.answer_yellow}, {Plate::kRed, numbers.answer_red}}};
}

bool is_watched(const CaseClock& clock) {
    return clock.end == ClockEnd::kRunning &&
           (clock.stage == Stage::kSign || clock.stage == Stage::kAnswer);
}

void add_plates(std::vector<Pending>& pending, const TimerCase& one, const CaseClock& clock,
                const calendar::WorkCalendar& calendar, const TimerNumbers& all) {
    if (!is_watched(clock) || !is_open(one.standing.state)) return;
    if (one.standing.rounds.plates >= all.most_plates) return;
    const auto cause =
        clock.stage == Stage::kSign ? PlateCause::kNotSigned : PlateCause::kNotAnswered;
    for (const auto& [plate, days] : thresholds_of(clock.stage, all.plates)) {
        if (plate <= one.standing.plate || plate <= clock.plate) continue;
        pending.push_back({working_days_after(clock.started_at, days, clock, calendar),
                           {Action::kRaisePlate, plate, cause, clock.stage}});
    }
}

void add_archive(std::vector<Pending>& pending, const TimerCase& one, const TimerNumbers& numbers) {
    if (one.standing.sample == Sample::kDue) return;
    const TimerAct act{.action = Action::kArchive};
    if (one.standing.state == State::kFollowedUp && one.followed_up_at) {
        pending.push_back(
            {*one.followed_up_at + std::chrono::days{numbers.archive_followed_up}, act});
    }
    if (one.standing.state == State::kClosed && one.closed_at) {
        pending.push_back({*one.closed_at + std::chrono::days{numbers.archive_closed}, act});
    }
}

std::vector<Pending> pending_of(const TimerCase& one, const calendar::WorkCalendar& calendar,
                                const TimerNumbers& numbers) {
    std::vector<Pending> pending;
    if (one.standing.suspension == Suspension::kOn && one.suspended_until) {
        pending.push_back({*one.suspended_until, {.action = Action::kResume}});
    }
    for (const CaseClock& clock : one.clocks) {
        add_plates(pending, one, clock, calendar, numbers);
    }
    add_archive(pending, one, numbers);
    return pending;
}

}  // namespace

Plate plate_by_clock(const CaseClock& clock, const calendar::WorkCalendar& calendar,
                     const PlateNumbers& numbers, Time now) {
    Plate deserved = Plate::kNone;
    if (!is_watched(clock)) return deserved;
    for (const auto& [plate, days] : thresholds_of(clock.stage, numbers)) {
        if (working_days_after(clock.started_at, days, clock, calendar) <= now) deserved = plate;
    }
    return deserved;
}

std::optional<TimerAct> due_act(const TimerCase& one, const calendar::WorkCalendar& calendar,
                                const TimerNumbers& numbers, Time now) {
    std::optional<TimerAct> graver;
    for (const Pending& each : pending_of(one, calendar, numbers)) {
        if (each.at > now) continue;
        if (each.act.action != Action::kRaisePlate) return each.act;
        if (!graver || each.act.plate > graver->plate) graver = each.act;
    }
    return graver;
}

std::optional<Time> next_look(const TimerCase& one, const calendar::WorkCalendar& calendar,
                              const TimerNumbers& numbers) {
    std::optional<Time> first;
    for (const Pending& each : pending_of(one, calendar, numbers)) {
        if (!first || each.at < *first) first = each.at;
    }
    return first;
}

}  // namespace jingwei::cases
