#pragma once

#include <optional>
#include <vector>

#include "cases/actor.h"
#include "cases/case_store.h"
#include "cases/deadline_rules.h"
#include "cases/ledger.h"
#include "cases/step_input.h"
#include "cases/workflow_rules.h"
#include "cases/world.h"

namespace jingwei::cases {

/// A step in the making: the case as it was read, and as it will be written.
struct Draft {
    Ledger& ledger;
    const World& world;
    const Actor& actor;
    const LoopNumbers& numbers;  ///< that the case goes by
    const StepInput& input;
    Time now;
    CaseRecord record;
    std::vector<CaseClock> clocks;
    std::vector<CoUnitRow> co_units;
    Capacities mine{};
    StepBody body{};
    Told told{};
    std::optional<calendar::Limit> extension{};  ///< what grant_extension grants

    const Matter* matter() const { return world.catalogue->find(record.matter_id); }
};

/// What an action asks beyond the table: whether its unit, desk, amount, other case … will do.
/// Fills in the draft and writes what is its own into the ledger (plates, co-units, sessions).
/// Called before the standing changes.
Result<void> prepare(Draft& draft);

/// Times and clocks that follow from a step, after the standing has changed. The record keeps the
/// clocks when it is written: keep_clocks().
void settle(Draft& draft, State before);

/// The limits of the matter for this case, as its clocks need them.
StageLimits limits_of(const CaseRecord& record, const World& world);

/// What the rules must know of the world around the case.
Surroundings surroundings_of(const CaseRecord& record, std::span<const CaseClock> clocks,
                             const World& world, const Rounds& bounds, Time now);

/// True for about `percent` of all ids, always the same for one id.
bool is_drawn(Id<Case> id, std::int32_t percent);

}  // namespace jingwei::cases
