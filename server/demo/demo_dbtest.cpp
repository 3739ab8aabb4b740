#include <gtest/gtest.h>

#include "demo/founding.h"
#include "demo/names.h"
#include "demo/projection.h"
#include "demo/test_world.h"
#include "testing/database.h"

namespace jingwei::demo {
namespace {

using namespace std::chrono_literals;

constexpr Time kBeginning{std::chrono::sys_days{2025y / 10 / 1}};

access::AccessOptions cheap_hashes() {
    access::AccessOptions options;
    options.county = kCountyCode;
    options.cost.passes = 1;
    options.cost.memory_bytes = 1 << 20;
    return options;
}

class DemoOnDatabase : public ::testing::Test {
protected:
    testing::Database database;
    ManualClock clock{kBeginning};
    KeyRing keys{{{1, std::string(KeyRing::kKeySize, 'k')}}};
    grid::Grid grid{database.pool(), clock};
    access::Access access{database.pool(), clock, keys, cheap_hashes()};
    Ground ground{database.pool(), clock, grid, access};
    Ids ids{Random{1, "ids"}};
};

TEST_F(DemoOnDatabase, TheCountyIsFoundedThroughTheServices) {
    const auto founded = found_county(test_world(), ground, ids);
    ASSERT_TRUE(founded) << founded.error().code << founded.error().field;
    const auto territory = grid.territory(kCountyCode);
    EXPECT_EQ(territory->nodes().size(), 1 + 3 + 15 + test_world().grids.size());
    const auto units = grid.units(kCountyCode);
    EXPECT_EQ(units->all().size(), test_world().offices.size());

    // The catalogue calls units by the names of their roles.
    const std::string& village = founded->villages.front();
    ASSERT_NE(units->by_name("派出所", village), nullptr);
    EXPECT_EQ(units->by_name("派出所", village)->path, founded->towns[0]);
    ASSERT_NE(units->by_name("城市管理局", village), nullptr);

    // A point in a grid is found in that grid.
    for (std::size_t i = 0; i < test_world().grids.size(); ++i) {
        const GridArea& area = test_world().grids[i];
        const auto& block = test_world().town_map.blocks[static_cast<std::size_t>(area.blocks[0])];
        const Position at = position_of(bounding_box(block.ring).middle);
        const grid::Node* node = territory->at(geo::Point{at.lon, at.lat});
        ASSERT_NE(node, nullptr);
        if (contains(area.border, bounding_box(block.ring).middle)) {
            EXPECT_EQ(node->path, founded->grid_paths[i]);
        }
    }
}

}  // namespace
}  // namespace jingwei::demo
