#include "cases/assigning_rules.h"

#include <gtest/gtest.h>

namespace jingwei::cases {
namespace {

constexpr const char* kCounty = "371323";
constexpr const char* kTown = "371323/101";
constexpr const char* kVillage = "371323/101/204";
constexpr const char* kGrid = "371323/101/204/001";

grid::Unit unit_at(const char* path) {
    grid::Unit unit;
    unit.path = path;
    return unit;
}

TEST(Assigning, reaches_as_far_as_the_own_node_whatever_desk_holds_the_case) {
    EXPECT_EQ(assigning_reach({kVillage}, kGrid), kVillage);
    EXPECT_EQ(assigning_reach({kTown}, kGrid), kTown);
    EXPECT_EQ(assigning_reach({kCounty}, kGrid), kCounty);
    EXPECT_EQ(assigning_reach({"371323/101/205", kVillage}, kGrid), kVillage);
    EXPECT_EQ(assigning_reach({"371323/101/20"}, kGrid), std::nullopt);
    EXPECT_EQ(assigning_reach(std::vector<std::string>{}, kGrid), std::nullopt);
}

TEST(Assigning, gives_to_units_of_the_own_level_and_below_never_above_or_beside) {
    struct Try {
        const char* reach;
        const char* unit;
        bool may;
    };
    for (const auto& [reach, unit, may] :
         {Try{kVillage, kVillage, true}, Try{kVillage, kTown, false}, Try{kVillage, kCounty, false},
          Try{kTown, kTown, true}, Try{kTown, kVillage, true}, Try{kTown, kCounty, false},
          Try{kTown, "371323/102", false}, Try{kTown, "371323/1011", false},
          Try{kCounty, kCounty, true}, Try{kCounty, kTown, true}, Try{kCounty, kVillage, true},
          Try{kCounty, "371324", false}}) {
        EXPECT_EQ(may_be_assigned(unit_at(unit), reach), may) << reach << " → " << unit;
    }
}

TEST(Assigning, is_nothing_for_the_system) {
    CaseRecord record;
    record.grid_path = kGrid;
    EXPECT_EQ(assigning_reach(Actor::system(kCounty), record), std::nullopt);
}

}  // namespace
}  // namespace jingwei::cases
