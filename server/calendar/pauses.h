#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "calendar/limit.h"

namespace jingwei::calendar {

/// A stretch of time [from, until).
struct Stretch {
    Time from;
    Time until;
};

/// The closed pauses, ascending and joined where they touch; the open one is left out.
std::vector<Stretch> closed_pauses(std::span<const Pause> pauses);

/// Where the open pause begins, if there is one.
std::optional<Time> open_pause(std::span<const Pause> pauses);

/// How long a limit of minutes, natural hours or natural days is, before any rolling forward.
std::chrono::microseconds natural_length(Limit limit);

/// Natural time `amount` after `from`, `pauses` (from closed_pauses()) left out.
Time advance_natural(Time from, std::chrono::microseconds amount,
                     const std::vector<Stretch>& pauses);

/// Natural time in [from, to), `pauses` left out.
std::chrono::microseconds natural_between(Time from, Time to, const std::vector<Stretch>& pauses);

/// Calls `visit(Stretch)` for what is left of `whole` without `pauses` (from closed_pauses()), in
/// order, until it returns true. Returns whether it did.
template <class Visit>
bool visit_unpaused(Stretch whole, const std::vector<Stretch>& pauses, Visit visit) {
    for (const auto& pause : pauses) {
        if (pause.until <= whole.from) continue;
        if (pause.from >= whole.until) break;
        if (pause.from > whole.from && visit(Stretch{whole.from, pause.from})) return true;
        whole.from = std::max(whole.from, pause.until);
    }
    return whole.from < whole.until && visit(whole);
}

}  // namespace jingwei::calendar
