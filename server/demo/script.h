#pragma once

#include <chrono>
#include <optional>

#include "cases/standing.h"
#include "demo/random.h"
#include "demo/story.h"

namespace jingwei::demo {

/// Who of those around a case takes the next turn.
enum class Part { kWorker, kDesk, kUpper, kUnit, kCoUnit, kSupervisor };

/// When: after hours or days of work since the last step, or after a share of the limit of a stage
/// that began with it (emergencies pay no heed to opening hours), or as late as the story says.
enum class Pace { kHours, kDays, kOfScreening, kOfSigning, kOfVerifying, kOfHandling, kAtHandling };

struct Turn {
    cases::Action action = cases::Action::kAccept;
    Part by = Part::kDesk;
    Pace pace = Pace::kHours;
    double amount = 1;  ///< hours, days, or the share; of kAtHandling: ignored
};

/// Plays one story: at every standing of its case, who does what next. A turn that was given and
/// did not change anything (the rules refused it) is not given again, so every script ends.
class Script {
public:
    Script(const Story& story, Random random) : story_(&story), random_(random) {}

    /// Nothing: the case has come to its end, or waits for the timers to archive it. `desk` is the
    /// level of the desk that it lies on.
    std::optional<Turn> next(const cases::Standing& standing, Where::Level desk,
                             bool may_self_close);

    const Story& story() const { return *story_; }
    Random& random() { return random_; }

private:
    using Standing = cases::Standing;
    using Maybe = std::optional<Turn>;

    Maybe on_desk(const Standing& standing, Where::Level desk, bool may_self_close);
    Maybe screened(const Standing& standing, Where::Level desk, bool may_self_close);
    Maybe at_unit(const Standing& standing);
    Maybe aside(const Standing& standing);
    Maybe suspension(const Standing& standing);
    Maybe after_closing(const Standing& standing);
    /// The turn, unless it was given before.
    Maybe once(cases::Action action, Part by, Pace pace, double amount);

    const Story* story_;
    Random random_;
    std::uint64_t given_ = 0;  ///< bits of the actions that were given once
};

}  // namespace jingwei::demo
