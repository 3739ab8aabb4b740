#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "cases/case_words.h"
#include "cases/workflow_rules.h"

/// Which clock starts, stops, stands still and goes on at which step. Pure.
///
/// The answer to the resident runs from receipt; the unit's handling runs from dispatch, not from
/// its signature; whoever has the case has a clock, so nothing lies unwatched.
namespace jingwei::cases {

using Stages = Set<Stage>;

/// One running of one clock. `due_at`, `yellow_at` and `provisional` follow from the rest by
/// reckon(); they are kept so that lists can ask for them.
struct CaseClock {
    Stage stage = Stage::kScreen;
    std::int32_t round = 1;  ///< counts the runnings of this stage in this case
    std::string holder{};    ///< whose time it is: id of the unit or path of the desk
    Time started_at{};
    calendar::Limit limit{};
    std::optional<calendar::Limit>
        extra{};  ///< a granted extension, counted from the end of `limit`
    Time yellow_at{};
    Time due_at{};
    bool provisional = false;
    ClockEnd end = ClockEnd::kRunning;
    std::optional<Time> stopped_at{};
    calendar::Pauses pauses{};
    Plate plate = Plate::kNone;  ///< the highest that a timer has raised because of it
    bool changed = false;        ///< since it was read

    bool is_live() const { return end == ClockEnd::kRunning || end == ClockEnd::kPaused; }
};
BOOST_DESCRIBE_STRUCT(CaseClock, (),
                      (stage, round, holder, started_at, limit, extra, yellow_at, due_at,
                       provisional, end, stopped_at, pauses, plate))

/// The limit of each stage for this case, by Stage; nothing where there is none (arrival).
using StageLimits = std::array<std::optional<calendar::Limit>, 6>;

/// What a step brings along for the clocks.
struct ClockStep {
    Action action = Action::kComment;
    Time at{};
    Time received_at{};  ///< of the case: the answer runs from it
    StageLimits limits{};
    std::string desk{};                          ///< path, after the step
    std::string unit{};                          ///< id of the lead unit, after the step
    std::optional<calendar::Limit> extension{};  ///< grant_extension
    bool answered = false;                       ///< nobody waits to be told, after the step
};

/// Moves `clocks` as `step` asks; new ones are appended, what changed is marked.
void move_clocks(std::vector<CaseClock>& clocks, const ClockStep& step,
                 const calendar::WorkCalendar& calendar);

/// Computes due_at, yellow_at and provisional anew; marks the clock if that changed anything.
void reckon(CaseClock& clock, const calendar::WorkCalendar& calendar);

/// The deadline with its pauses and extension, for a light or an explanation.
calendar::Deadline deadline_of(const CaseClock& clock, const calendar::WorkCalendar& calendar);

/// The live clock of a stage; there is at most one. Null: none.
const CaseClock* live_clock(std::span<const CaseClock> clocks, Stage stage);

/// The earliest end of the running clocks and the earliest yellow: what lists sort and colour by.
struct NextEnds {
    std::optional<Time> due_at;
    std::optional<Time> yellow_at;
};
NextEnds next_ends(std::span<const CaseClock> clocks);

}  // namespace jingwei::cases
