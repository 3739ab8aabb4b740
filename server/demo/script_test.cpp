#include "demo/script.h"

#include <gtest/gtest.h>

#include <map>

#include "cases/workflow_rules.h"
#include "core/enum_name.h"
#include "demo/test_world.h"

namespace jingwei::demo {
namespace {

using cases::Action;
using cases::Capacity;

cases::Capacities capacities(Part part, bool at_village) {
    switch (part) {
        case Part::kWorker:
            return {Capacity::kWorker, Capacity::kReporter};
        case Part::kDesk:
            return at_village ? cases::Capacities{Capacity::kDesk, Capacity::kLead}
                              : cases::Capacities{Capacity::kDesk};
        case Part::kUpper:
            return {Capacity::kUpper};
        case Part::kUnit:
            return {Capacity::kLeadUnit};
        case Part::kCoUnit:
            return {Capacity::kCoUnit};
        case Part::kSupervisor:
            return {Capacity::kSupervisor};
    }
    return {};
}

/// Plays a script against the table of the loop; counts what the rules refused.
struct Played {
    cases::Standing standing;
    int turns = 0;
    std::map<std::string, int> refused;
};

Played play(Script script) {
    Played played;
    using enum Where::Level;
    auto desk = is_taken_in_by_county(script.story().way) ? kCounty : kVillage;
    const cases::Surroundings around{
        .grid_may_close = true, .desk_above = true, .desk_below = true};
    while (auto turn = script.next(played.standing, desk, true)) {
        if (++played.turns > 200) break;
        if (turn->action == Action::kPassUp || turn->action == Action::kPassDown) desk = kTown;
        const auto rule = cases::allowed(turn->action, played.standing,
                                         capacities(turn->by, desk == kVillage), around);
        if (!rule) {
            ++played.refused[enum_name(turn->action) + ": " + rule.error().code];
            continue;
        }
        played.standing = cases::after(**rule, played.standing);
    }
    return played;
}

TEST(Script, ClosesEveryStoryByTheRules) {
    using namespace std::chrono_literals;
    const Day from = std::chrono::local_days{2026y / 1 / 1};
    const auto stories = tell_stories(test_world(), shipped_mix(), shipped_scenes(), from,
                                      from + std::chrono::days{60}, 1'500);
    std::map<std::string, int> refused;
    int most = 0;
    Random seeds{7};
    for (const Story& story : stories) {
        const Played played = play(Script{story, Random{seeds.next()}});
        EXPECT_FALSE(cases::is_open(played.standing.state)) << enum_name(played.standing.state);
        for (const auto& [what, times] : played.refused)
            refused[what] += times;
        most = std::max(most, played.turns);
    }
    EXPECT_LT(most, 60);
    EXPECT_TRUE(refused.empty()) << refused.begin()->first << " × " << refused.begin()->second;
}

}  // namespace
}  // namespace jingwei::demo
