#pragma once

#include <optional>
#include <span>

#include "cases/deadline_rules.h"

/// The light of a case is the worst of its running clocks, computed when asked, never stored.
namespace jingwei::cases {

struct CaseLight {
    calendar::Light light = calendar::Light::kGreen;
    calendar::LightReason reason = calendar::LightReason::kInTime;
    Stage stage = Stage::kScreen;  ///< whose light that is; of equals the one due first
};

/// Nothing when no clock runs: suspended, or over.
std::optional<CaseLight> light_of(std::span<const CaseClock> clocks, Time now);

/// The same from what a list row knows (next_ends()). Equal to light_of() but for the stage: the
/// worst light is red exactly when the earliest end has passed.
struct RowLight {
    calendar::Light light = calendar::Light::kGreen;
    calendar::LightReason reason = calendar::LightReason::kInTime;
};
std::optional<RowLight> row_light(std::optional<Time> due_at, std::optional<Time> yellow_at,
                                  Time now);

}  // namespace jingwei::cases
