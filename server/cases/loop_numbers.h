#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cases/standing.h"
#include "cases/timer_rules.h"
#include "db/scope.h"

namespace jingwei::cases {

/// Numbers of the loop that are configuration of a county.
struct LoopNumbers {
    Rounds bounds = kShippedBounds;
    TimerNumbers timers;
    std::int32_t most_suspended_days = 90;  ///< of one case, in all
    std::int32_t sample_percent = 10;       ///< of what grids close themselves
    std::int32_t most_steps = 1'000;        ///< of one case; those that end it are always let in
};

/// Numbers as a county set them once. Never changed, only followed by a later version.
struct LoopVersion {
    std::int32_t version = 0;
    Time valid_from{};
    std::optional<Id<Account>> set_by{};
    LoopNumbers numbers{};
};

/// Everything that a county has ever set, so that each case goes by the numbers that were in force
/// when it was reported: a change moves no case that is running, neither its bounds nor its timers,
/// and what was allowed can be explained afterwards. Immutable.
class LoopHistory {
public:
    /// In order of version, whose times do not go back.
    explicit LoopHistory(std::vector<LoopVersion> versions) : versions_(std::move(versions)) {}

    /// Of the last one; 0: the county goes by what ships.
    std::int32_t last() const { return versions_.empty() ? 0 : versions_.back().version; }
    /// For grid::Snapshots, which forgets at once what has version 0.
    std::int64_t version() const { return last() + 1; }
    const std::vector<LoopVersion>& versions() const { return versions_; }
    /// In force at that moment; null: what ships.
    const LoopVersion* in_force(Time at) const;
    const LoopNumbers& at(Time at) const;

private:
    std::vector<LoopVersion> versions_;
};

/// What a county goes by that has set nothing.
const LoopNumbers& shipped_numbers();

}  // namespace jingwei::cases
