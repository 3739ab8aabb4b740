#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

#include "cases/case_words.h"

namespace jingwei::cases {

/// How often a case has gone back or aside. Each may reach its bound and no further; nothing but
/// reaching an end ever resets one, so a case cannot go round for ever.
struct Rounds {
    std::int32_t returns = 0;      ///< the unit: not mine
    std::int32_t reworks = 0;      ///< verification failed
    std::int32_t reopens = 0;      ///< closed, but not solved
    std::int32_t passes = 0;       ///< from desk to desk, up or down
    std::int32_t merges = 0;       ///< into another case
    std::int32_t extensions = 0;   ///< asked for
    std::int32_t suspensions = 0;  ///< asked for, or decided unasked
    std::int32_t sessions = 0;     ///< whistled for
    std::int32_t plates = 0;       ///< raised
    std::int32_t co_units = 0;     ///< asked to help
    std::int32_t secrecies = 0;    ///< made confidential

    friend auto operator<=>(const Rounds&, const Rounds&) = default;
};
BOOST_DESCRIBE_STRUCT(Rounds, (),
                      (returns, reworks, reopens, passes, merges, extensions, suspensions, sessions,
                       plates, co_units, secrecies))

/// How often it may. Two returns, then the centre designates; one extension; three reworks; two
/// reopenings: the mission's numbers. The others only have to be finite.
constexpr Rounds kShippedBounds{.returns = 2,
                                .reworks = 3,
                                .reopens = 2,
                                .passes = 6,
                                .merges = 2,
                                .extensions = 1,
                                .suspensions = 3,
                                .sessions = 3,
                                .plates = 6,
                                .co_units = 8,
                                .secrecies = 2};

/// All of a case that decides what may happen next. A value: rules take one and make the next.
struct Standing {
    State state = State::kReported;
    Rounds rounds{};
    Extension extension = Extension::kNone;
    Suspension suspension = Suspension::kNone;
    Session session = Session::kNone;
    Sample sample = Sample::kNone;
    Plate plate = Plate::kNone;           ///< the one that is up
    std::int32_t open_co_tasks = 0;       ///< co-units that have not finished
    std::int32_t merged_reports = 0;      ///< cases that live on in this one
    std::optional<State> state_before{};  ///< of a merged case: what it goes back to
    bool designated = false;              ///< the unit may not return it
    bool self_closed = false;
    bool confidential = false;

    friend auto operator<=>(const Standing&, const Standing&) = default;
};

constexpr bool is_end(State state) {
    return state == State::kArchived || state == State::kRejected || state == State::kVoided ||
           state == State::kMerged;
}

/// Open: somebody still has something to do. Closed and followed-up cases wait for the archive.
constexpr bool is_open(State state) { return state < State::kClosed; }

}  // namespace jingwei::cases
