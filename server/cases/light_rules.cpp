#include "cases/light_rules.h"

namespace jingwei::cases {

using calendar::Light;
using calendar::LightReason;

std::optional<RowLight> row_light(std::optional<Time> due_at, std::optional<Time> yellow_at,
                                  Time now) {
    if (!due_at) return std::nullopt;
    if (now > *due_at) return RowLight{Light::kRed, LightReason::kPastDue};
    if (yellow_at && now >= *yellow_at) return RowLight{Light::kYellow, LightReason::kNearDue};
    return RowLight{};
}

std::optional<CaseLight> light_of(std::span<const CaseClock> clocks, Time now) {
    std::optional<CaseLight> worst;
    Time worst_due;
    for (const CaseClock& clock : clocks) {
        if (clock.end != ClockEnd::kRunning) continue;
        const auto own = *row_light(clock.due_at, clock.yellow_at, now);
        const bool worse = !worst || own.light > worst->light ||
                           (own.light == worst->light && clock.due_at < worst_due);
        if (!worse) continue;
        worst = CaseLight{own.light, own.reason, clock.stage};
        worst_due = clock.due_at;
    }
    return worst;
}

}  // namespace jingwei::cases
