#include "cases/figures_rules.h"

#include "cases/counts.h"

namespace jingwei::cases {
namespace {

std::optional<double> ratio(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Counts& operator+=(Counts& sum, const Counts& more) {
    add_counts(sum, more);
    return sum;
}

Rates rates_of(const Counts& c) {
    return {.acceptance = ratio(c.accepted, c.received),
            .closing = ratio(c.closed, c.due),
            .in_time_closing = ratio(c.closed_in_time, c.due),
            .in_time_handling = ratio(c.handled_in_time, c.to_handle),
            .rework = ratio(c.reworked, c.handled),
            .right_first_time = ratio(c.right_first_time, c.dispatched),
            .answering = ratio(c.answered, c.to_answer),
            .solving = ratio(c.solved, c.said_solved),
            .satisfaction = ratio(c.satisfied, c.said_satisfied)};
}

}  // namespace jingwei::cases
