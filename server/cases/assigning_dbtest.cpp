#include <gtest/gtest.h>

#include <algorithm>

#include "cases/assigning_rules.h"
#include "cases/cases.h"
#include "cases/small_county.h"

namespace jingwei::cases {
namespace {

using enum Action;

std::string code_of(const Result<StepReceipt>& result) { return result ? "" : result.error().code; }

StepInput to_unit(const SmallCounty& county, Action action, const std::string& unit) {
    StepInput input = county.input(action);
    input.unit = county.unit(unit);
    return input;
}

TEST(Assigning, a_village_gives_to_its_committee_and_passes_up_what_needs_another_unit) {
    SmallCounty county;
    const auto at = county.reported();
    for (const char* unit : {"路灯所", "城管办", "镇中心", "县中心"}) {
        const auto refused = county.act("lead", at, to_unit(county, kAssign, unit));
        EXPECT_EQ(code_of(refused), "case_unit_beyond_desk") << unit;
        EXPECT_EQ(refused.error().field, "/unit");
    }
    EXPECT_FALSE(county.view("lead", at).lead_unit) << "nothing is half written";
    county.done("lead", at, to_unit(county, kAssign, "居委会"));
}

TEST(Assigning, a_town_gives_to_its_own_units_and_those_below_not_to_the_countys) {
    SmallCounty county;
    const auto at = county.done("lead", county.reported(), kPassUp);
    EXPECT_EQ(code_of(county.act("dispatcher", at, to_unit(county, kAssign, "县中心"))),
              "case_unit_beyond_desk");
    county.done("dispatcher", at, to_unit(county, kAssign, "居委会"));
    const auto other = county.done("lead", county.reported(), kPassUp);
    county.done("dispatcher", other, to_unit(county, kAssign, "城管办"));
}

TEST(Assigning, the_county_gives_to_every_unit_from_whatever_desk) {
    SmallCounty county;
    for (const char* unit : {"县中心", "路灯所", "居委会"}) {
        county.done("county dispatcher", county.reported(), to_unit(county, kAssign, unit));
    }
}

TEST(Assigning, a_designation_goes_no_further_than_an_assignment) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    for (int time = 0; time < 2; ++time) {
        at = county.done("dispatcher", at, kAssign);
        at = county.done("lamp unit", at, kReturn);
    }
    EXPECT_EQ(code_of(county.act("dispatcher", at, to_unit(county, kDesignate, "县中心"))),
              "case_unit_beyond_desk");
    county.done("county dispatcher", at, to_unit(county, kDesignate, "县中心"));
}

TEST(Assigning, the_page_says_how_far_its_reader_may_go_as_the_step_will) {
    SmallCounty county;
    const auto at = county.done("lead", county.reported(), kPassUp);
    const auto reach = [&](const std::string& name) {
        const auto within = county.view(name, at).assigns_within;
        return within ? within->path : "";
    };
    EXPECT_EQ(reach("lead"), kVillagePath);
    EXPECT_EQ(reach("dispatcher"), kTownPath);
    EXPECT_EQ(reach("county dispatcher"), kCountyPath);
    EXPECT_EQ(reach("worker"), "");
    const CaseView seen = county.view("dispatcher", at);
    EXPECT_EQ(seen.assigns_within->name, "东镇");

    const auto& units = *county.parts().worlds(kCountyPath).units;
    for (const std::string name : {"dispatcher", "county dispatcher"}) {
        for (const grid::Unit& unit : units.all()) {
            const auto fresh = county.done("lead", county.reported(), kPassUp);
            StepInput assign = county.input(kAssign);
            assign.unit = unit.id;
            EXPECT_EQ(county.act(name, fresh, assign).has_value(),
                      may_be_assigned(unit, reach(name)))
                << name << " → " << unit.name;
        }
    }
}

}  // namespace
}  // namespace jingwei::cases
