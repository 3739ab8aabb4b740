#include <gtest/gtest.h>

#include "demo/gazetteer.h"
#include "demo/place_dbtest.h"
#include "demo/projection.h"
#include "demo/test_world.h"

namespace jingwei::demo {
namespace {

class DemoOnDatabase : public ::testing::Test, protected Place {};

TEST_F(DemoOnDatabase, LoadsTheCountyAndAYearOfCasesOnceAndByTheRules) {
    const Order order{.seed = 1, .until = kUntil, .cases = 150};
    const auto loaded = load(house, order, [](std::string_view, double) {});
    ASSERT_TRUE(loaded) << loaded.error().code << loaded.error().field;
    EXPECT_GT(loaded->played.cases, 100);
    EXPECT_GT(loaded->played.steps, 5 * loaded->played.cases);
    for (const auto& [what, times] : loaded->played.refused) {
        ADD_FAILURE() << what << " × " << times;
    }
    ASSERT_EQ(loaded->examples.size(), 11u);
    // The story of the README goes from one to the next.
    const std::string_view worked = loaded->examples[0].place, led = loaded->examples[1].place;
    EXPECT_TRUE(worked.starts_with(led)) << worked << " is not in " << led;

    const auto territory = grid.territory(kCountyCode);
    EXPECT_EQ(territory->nodes().size(), 1 + 3 + 15 + test_world().grids.size());
    EXPECT_EQ(grid.units(kCountyCode)->all().size(), test_world().offices.size());
    EXPECT_EQ(staff.roster(kCountyCode)->posts().size(), test_world().posts.size());

    const auto again = load(house, order, [](std::string_view, double) {});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->was_there);
}

TEST_F(DemoOnDatabase, EveryPointOfAGridIsFoundInThatGrid) {
    const Ground ground{database.pool(), clock, grid, staff, access};
    Ids ids{Random{1, "ids"}};
    const auto founded = found_county(test_world(), ground, ids);
    ASSERT_TRUE(founded) << founded.error().code << founded.error().field;
    const auto territory = grid.territory(kCountyCode);
    const Gazetteer gazetteer{test_world()};
    for (std::size_t i = 0; i < test_world().grids.size(); ++i)
        for (const Spot& spot : gazetteer.spots(static_cast<int>(i), Setting::kAny)) {
            const Position at = position_of(spot.at);
            const grid::Node* node = territory->at(geo::Point{at.lon, at.lat});
            ASSERT_NE(node, nullptr);
            EXPECT_EQ(node->path, founded->grid_paths[i]) << spot.address;
        }
}

}  // namespace
}  // namespace jingwei::demo
