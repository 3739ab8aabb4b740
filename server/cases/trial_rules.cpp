#include "cases/trial_rules.h"

#include <algorithm>
#include <vector>

#include "cases/light_rules.h"
#include "cases/timer_rules.h"

namespace jingwei::cases {
namespace {

using calendar::Light;

void add_light(TrialSide& side, std::span<const CaseClock> clocks, Time now) {
    const auto light = light_of(clocks, now);
    if (!light) return;
    ++(light->light == Light::kRed      ? side.red
       : light->light == Light::kYellow ? side.yellow
                                        : side.green);
}

void add_case(TrialSide& side, const TriedCase& one, const LoopNumbers& numbers,
              const calendar::WorkCalendar& calendar, Time now) {
    add_light(side, one.clocks, now);
    Plate plate = Plate::kNone;
    bool provisional = false;
    for (const CaseClock& clock : one.clocks) {
        if (!clock.is_live()) continue;
        provisional = provisional || clock.provisional;
        plate = std::max(plate, plate_by_clock(clock, calendar, numbers.timers.plates, now));
    }
    side.provisional += provisional;
    side.yellow_plates += plate == Plate::kYellow;
    side.red_plates += plate == Plate::kRed;
    side.no_more_returns += one.rounds.returns >= numbers.bounds.returns;
    side.no_more_reworks += one.rounds.reworks >= numbers.bounds.reworks;
    side.no_more_suspension += one.suspended_days >= numbers.most_suspended_days;
}

std::vector<CaseClock> reckoned(std::span<const CaseClock> clocks,
                                const calendar::WorkCalendar& calendar) {
    std::vector<CaseClock> moved(clocks.begin(), clocks.end());
    for (CaseClock& clock : moved) {
        if (clock.is_live()) reckon(clock, calendar);
    }
    return moved;
}

}  // namespace

void try_on(RuleTrial& trial, const TriedCase& one, const LoopNumbers& numbers,
            const calendar::WorkCalendar& in_force, const TriedRules& rules) {
    ++trial.cases;
    add_case(trial.now, one, numbers, in_force, trial.at);
    const auto& wanted = rules.numbers != nullptr ? *rules.numbers : numbers;
    if (rules.calendar == nullptr) {
        add_case(trial.then, one, wanted, in_force, trial.at);
        return;
    }
    const auto moved = reckoned(one.clocks, *rules.calendar);
    add_case(trial.then, {one.rounds, one.suspended_days, moved}, wanted, *rules.calendar,
             trial.at);
    const auto before = next_ends(one.clocks).due_at;
    const auto after = next_ends(moved).due_at;
    trial.sooner += after < before;
    trial.later += before < after;
}

}  // namespace jingwei::cases
