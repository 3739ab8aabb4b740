#pragma once

#include <optional>
#include <span>
#include <vector>

#include "cases/deadline_rules.h"
#include "cases/standing.h"

/// What happens to a case by itself, and when somebody has to look at it again. Pure.
namespace jingwei::cases {

/// How late is how grave. Working days after the clock's start. Mission: not signed for in 1 / 2,
/// no answer in 5 / 10. Nothing depends on whether the clock itself is due by then.
struct PlateNumbers {
    std::int32_t sign_yellow = 1, sign_red = 2;
    std::int32_t answer_yellow = 5, answer_red = 10;
    std::int32_t reply_days = 2;  ///< working days to answer a plate that a timer raised
};

struct TimerNumbers {
    PlateNumbers plates;
    std::int32_t archive_followed_up = 7;  ///< natural days after the follow-up
    std::int32_t archive_closed = 30;      ///< natural days after closing, when nobody was reached
    std::int32_t most_plates = kShippedBounds.plates;  ///< of one case
};

/// What a timer must know of a case.
struct TimerCase {
    Standing standing{};
    std::span<const CaseClock> clocks{};
    std::optional<Time> suspended_until{};
    std::optional<Time> closed_at{};
    std::optional<Time> followed_up_at{};
};

/// One thing that is due: resume, raise_plate (level, cause, stage) or archive.
struct TimerAct {
    Action action = Action::kResume;
    Plate plate = Plate::kNone;
    PlateCause cause = PlateCause::kPerson;
    Stage stage = Stage::kSign;

    friend bool operator==(const TimerAct&, const TimerAct&) = default;
};

/// The first thing that is due at `now`, if any; after it is done, ask again. A plate is raised
/// only above the one that is up and above any that this clock raised before, so one that a person
/// lifted stays down until the next threshold.
std::optional<TimerAct> due_act(const TimerCase& one, const calendar::WorkCalendar& calendar,
                                const TimerNumbers& numbers, Time now);

/// The plate that a clock deserves at `now` by how late it is, whatever was raised and lifted. None
/// for a clock that stands, or that no timer watches.
Plate plate_by_clock(const CaseClock& clock, const calendar::WorkCalendar& calendar,
                     const PlateNumbers& numbers, Time now);

/// When due_act() may first answer something; nothing: not before the next step.
std::optional<Time> next_look(const TimerCase& one, const calendar::WorkCalendar& calendar,
                              const TimerNumbers& numbers);

}  // namespace jingwei::cases
