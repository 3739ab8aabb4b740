#include "grid/unit.h"

#include <gtest/gtest.h>

namespace jingwei::grid {
namespace {

Unit unit(const char* name, UnitKind kind, const char* path, const char* short_name = "") {
    Unit made;
    made.id = Id<Unit>::make(Time{});
    made.name = name;
    made.short_name = short_name;
    made.kind = kind;
    made.path = path;
    return made;
}

std::string name_of(const Unit* found) { return found ? found->name : "none"; }

TEST(Units, AreFoundByPlaceAndName) {
    const Units units(1, {unit("住建局", UnitKind::kDepartment, "371323"),
                          unit("县中心", UnitKind::kCentre, "371323"),
                          unit("城建办", UnitKind::kStation, "371323/101", "城建"),
                          unit("城建办", UnitKind::kStation, "371323/102"),
                          unit("和平居委会", UnitKind::kCommittee, "371323/101/204")});
    EXPECT_EQ(units.at("371323").front()->name, "县中心");
    EXPECT_EQ(units.at("371323").size(), 2U);
    EXPECT_EQ(name_of(units.centre_of("371323")), "县中心");
    EXPECT_EQ(name_of(units.centre_of("371323/101/204")), "和平居委会");
    EXPECT_EQ(name_of(units.centre_of("371323/101")), "none");
    EXPECT_EQ(units.by_name("城建办", "371323/102/001")->path, "371323/102");
    EXPECT_EQ(units.by_name("城建", "371323/101")->path, "371323/101");
    EXPECT_EQ(name_of(units.by_name("住建局", "371323/101/204")), "住建局");
    EXPECT_EQ(name_of(units.by_name("城建办")), "none") << "two of that name: not the only one";
    EXPECT_EQ(name_of(units.by_name("县中心")), "县中心");
    EXPECT_EQ(name_of(units.by_name("")), "none");
    EXPECT_EQ(units.search("城建", 1).size(), 1U);
    EXPECT_EQ(units.find(Id<Unit>{}), nullptr);
}

}  // namespace
}  // namespace jingwei::grid
