#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

/// The figures of the field, from counts. Pure; the counts come from sql/count_figures.sql.
namespace jingwei::cases {

/// Of the cases received in one period and place. Voided cases count nowhere.
struct Counts {
    std::int64_t received = 0;
    std::int64_t accepted = 0;         ///< received and taken in
    std::int64_t due = 0;              ///< accepted, and closed or past the answer's end
    std::int64_t closed = 0;           ///< of those due
    std::int64_t closed_in_time = 0;   ///< of those closed: not after the answer's end
    std::int64_t to_handle = 0;        ///< dispatched, and handled or past the handling's end
    std::int64_t handled = 0;          ///< of those to handle
    std::int64_t handled_in_time = 0;  ///< of those handled
    std::int64_t reworked = 0;         ///< of those handled: sent back at least once
    std::int64_t dispatched = 0;
    std::int64_t right_first_time = 0;  ///< of those dispatched: never returned
    std::int64_t to_answer = 0;         ///< accepted, somebody waits, past the end or answered
    std::int64_t answered = 0;
    std::int64_t said_solved = 0;     ///< asked and reached: solved?
    std::int64_t solved = 0;          ///< … yes
    std::int64_t said_satisfied = 0;  ///< asked and reached: satisfied?
    std::int64_t satisfied = 0;       ///< … yes
};
BOOST_DESCRIBE_STRUCT(Counts, (),
                      (received, accepted, due, closed, closed_in_time, to_handle, handled,
                       handled_in_time, reworked, dispatched, right_first_time, to_answer, answered,
                       said_solved, solved, said_satisfied, satisfied))

/// Names one of the counts.
enum class Figure {
    kReceived,
    kAccepted,
    kDue,
    kClosed,
    kClosedInTime,
    kToHandle,
    kHandled,
    kHandledInTime,
    kReworked,
    kDispatched,
    kRightFirstTime,
    kToAnswer,
    kAnswered,
    kSaidSolved,
    kSolved,
    kSaidSatisfied,
    kSatisfied
};
BOOST_DESCRIBE_ENUM(Figure, kReceived, kAccepted, kDue, kClosed, kClosedInTime, kToHandle, kHandled,
                    kHandledInTime, kReworked, kDispatched, kRightFirstTime, kToAnswer, kAnswered,
                    kSaidSolved, kSolved, kSaidSatisfied, kSatisfied)

/// Of cases that are not the same ones.
Counts& operator+=(Counts& sum, const Counts& more);

/// Fractions: 0.9372 is 93.72 %. Absent when there is nothing to divide by.
struct Rates {
    std::optional<double> acceptance;        ///< accepted ÷ received
    std::optional<double> closing;           ///< closed ÷ due
    std::optional<double> in_time_closing;   ///< closed in time ÷ due
    std::optional<double> in_time_handling;  ///< handled in time ÷ to handle
    std::optional<double> rework;            ///< reworked ÷ handled
    std::optional<double> right_first_time;  ///< never returned ÷ dispatched
    std::optional<double> answering;         ///< answered ÷ to answer
    std::optional<double> solving;           ///< "solved" ÷ reached; not reached counts nowhere
    std::optional<double> satisfaction;      ///< "satisfied" ÷ reached
};
BOOST_DESCRIBE_STRUCT(Rates, (),
                      (acceptance, closing, in_time_closing, in_time_handling, rework,
                       right_first_time, answering, solving, satisfaction))

Rates rates_of(const Counts& counts);

}  // namespace jingwei::cases
