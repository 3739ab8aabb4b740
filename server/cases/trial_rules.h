#pragma once

#include <span>

#include "cases/deadline_rules.h"
#include "cases/loop_numbers.h"
#include "cases/trial_views.h"

/// What a change of the rules would do to the cases that are open: each is reckoned as it is, and
/// as if it had begun under the new rules. Pure; nothing is changed.
namespace jingwei::cases {

/// An open case, as far as the rules of a county touch it.
struct TriedCase {
    Rounds rounds{};
    std::int32_t suspended_days = 0;
    std::span<const CaseClock> clocks{};
};

/// What is tried. Null: as it is.
struct TriedRules {
    const calendar::WorkCalendar* calendar = nullptr;
    const LoopNumbers* numbers = nullptr;
};

/// Adds one case to a trial at `trial.at`. `numbers` and `in_force` are what it goes by.
void try_on(RuleTrial& trial, const TriedCase& one, const LoopNumbers& numbers,
            const calendar::WorkCalendar& in_force, const TriedRules& rules);

}  // namespace jingwei::cases
