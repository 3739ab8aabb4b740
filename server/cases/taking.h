#pragma once

#include "cases/draft.h"
#include "cases/timer_rules.h"

/// One step, from asking the rules to the row that is written: the same for the service, whose
/// cases lie in the database, and for PastCases, whose cases lie in memory.
namespace jingwei::cases {

struct Taken {
    StepRow step;
    State before = State::kReported;
    bool plates_come_down = false;
};

/// Asks the rules, prepares, moves the standing, settles: the draft is then the case as it has to
/// be written, but for keep_clocks(). Refuses what the rules refuse, case_too_many_steps, and what
/// prepare() refuses; the ledger may then hold half of it, so a refused draft is thrown away
/// together with its transaction.
Result<Taken> take(Draft& draft);

/// What hangs on the case follows it. After the case itself is written.
void follow_case(Draft& draft, const Taken& taken);

/// The case was closed and others live on in it: whoever reported those is to be told.
bool closes_merged(const Draft& draft, const Taken& taken);

/// Who was faster, and with what, in the reader's words.
Refusal moved_on(const std::string& by_name, Action action, std::int32_t step_no);

/// The step that a timer takes.
StepInput input_of(const TimerAct& act, const TimerNumbers& numbers, std::int32_t step_no,
                   Id<Step> id);

}  // namespace jingwei::cases
