#include "cases/timer_rules.h"

#include <algorithm>

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

void add_plates(std::vector<Pending>& pending, const TimerCase& one, const CaseClock& clock,
                const calendar::WorkCalendar& calendar, const TimerNumbers& all) {
    if (clock.end != ClockEnd::kRunning || !is_open(one.standing.state)) return;
    const bool sign = clock.stage == Stage::kSign;
    if (!sign && clock.stage != Stage::kAnswer) return;
    const auto cause = sign ? PlateCause::kNotSigned : PlateCause::kNotAnswered;
    const auto add = [&](Plate level, std::int32_t days) {
        if (level <= one.standing.plate || level <= clock.plate) return;
        if (one.standing.rounds.plates >= all.most_plates) return;
        pending.push_back({working_days_after(clock.started_at, days, clock, calendar),
                           {Action::kRaisePlate, level, cause, clock.stage}});
    };
    const PlateNumbers& numbers = all.plates;
    add(Plate::kYellow, sign ? numbers.sign_yellow : numbers.answer_yellow);
    add(Plate::kRed, sign ? numbers.sign_red : numbers.answer_red);
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
