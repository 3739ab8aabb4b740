#include "calendar/pauses.h"

#include <stdexcept>

namespace jingwei::calendar {

std::vector<Stretch> closed_pauses(std::span<const Pause> pauses) {
    std::vector<Stretch> closed;
    for (const auto& pause : pauses) {
        if (pause.until && *pause.until > pause.from) closed.push_back({pause.from, *pause.until});
    }
    std::ranges::sort(closed, {}, &Stretch::from);
    std::vector<Stretch> joined;
    for (const auto& one : closed) {
        if (!joined.empty() && one.from <= joined.back().until) {
            joined.back().until = std::max(joined.back().until, one.until);
        } else {
            joined.push_back(one);
        }
    }
    return joined;
}

std::optional<Time> open_pause(std::span<const Pause> pauses) {
    const auto open = std::ranges::find_if(pauses, [](const Pause& one) { return !one.until; });
    return open == pauses.end() ? std::nullopt : std::optional{open->from};
}

std::chrono::microseconds natural_length(Limit limit) {
    switch (limit.unit) {
        case LimitUnit::kMinutes:
            return std::chrono::minutes{limit.amount};
        case LimitUnit::kNaturalHours:
            return std::chrono::hours{limit.amount};
        case LimitUnit::kNaturalDays:
            return std::chrono::days{limit.amount};
        default:
            throw std::logic_error("calendar: a working limit has no natural length");
    }
}

Time advance_natural(Time from, std::chrono::microseconds amount,
                     const std::vector<Stretch>& pauses) {
    Time end = from + amount;
    for (const auto& pause : pauses) {
        if (pause.until <= from) continue;
        if (pause.from >= end) break;
        end += pause.until - std::max(pause.from, from);
    }
    return end;
}

std::chrono::microseconds natural_between(Time from, Time to, const std::vector<Stretch>& pauses) {
    std::chrono::microseconds sum{};
    visit_unpaused({from, to}, pauses, [&](Stretch piece) {
        sum += piece.until - piece.from;
        return false;
    });
    return sum;
}

}  // namespace jingwei::calendar
