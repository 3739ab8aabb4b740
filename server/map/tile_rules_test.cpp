#include "map/tile_rules.h"

#include <gtest/gtest.h>

namespace jingwei::map {
namespace {

TEST(TileRules, an_address_lies_within_its_zoom) {
    EXPECT_EQ(tile_address("14", "13525", "6815").value(), (TileAddress{14, 13525, 6815}));
    EXPECT_EQ(tile_address("0", "0", "0").value(), (TileAddress{0, 0, 0}));
    EXPECT_EQ(tile_address("22", "4194303", "4194303").value().x, 4194303);
    for (const auto& [zoom, x, y] :
         {std::array{"1", "2", "0"}, std::array{"1", "0", "2"}, std::array{"23", "0", "0"},
          std::array{"-1", "0", "0"}, std::array{"1", "-1", "0"}, std::array{"1", "a", "0"},
          std::array{"", "", ""}, std::array{"1", "0", "0.png"},
          std::array{"99999999999", "0", "0"}})
        EXPECT_EQ(tile_address(zoom, x, y).error().code, "map_tile_unknown") << zoom << x << y;
}

TEST(TileRules, a_file_is_named_by_its_address) {
    EXPECT_EQ(tile_address_of_file("14/13525/6815.pbf"), (TileAddress{14, 13525, 6815}));
    for (const auto* path : {"metadata.json", "14/13525/6815", "14/13525.pbf", "1/2/0.pbf", ".pbf",
                             "14/13525/6815/1.pbf"})
        EXPECT_FALSE(tile_address_of_file(path)) << path;
}

TEST(TileRules, the_tile_of_the_whole_world_is_the_square_of_mercator) {
    const auto world = bounds_of({0, 0, 0});
    EXPECT_DOUBLE_EQ(world.west, -180);
    EXPECT_DOUBLE_EQ(world.east, 180);
    EXPECT_NEAR(world.north, 85.05112878, 1e-8);
    EXPECT_NEAR(world.south, -85.05112878, 1e-8);
}

TEST(TileRules, neighbours_share_a_border_and_do_not_overlap) {
    const auto one = bounds_of({14, 13525, 6815});
    const auto east = bounds_of({14, 13526, 6815});
    const auto south = bounds_of({14, 13525, 6816});
    EXPECT_DOUBLE_EQ(one.east, east.west);
    EXPECT_DOUBLE_EQ(one.south, south.north);
    EXPECT_FALSE(overlap(one, east));
    EXPECT_FALSE(overlap(one, south));
    EXPECT_TRUE(overlap(one, bounds_of({13, 13525 / 2, 6815 / 2})));
}

TEST(TileRules, a_box_is_four_numbers_with_an_area) {
    EXPECT_EQ(parse_bounds("118.2,35.6,119.1,36.3"), (Bounds{118.2, 35.6, 119.1, 36.3}));
    for (const auto* text : {"", "1,2,3", "1,2,3,4,5", "1,2,1,4", "3,2,1,4", "1,4,3,2", "a,2,3,4",
                             "1,2,181,4", "1,-91,3,4", "nan,2,3,4", "1, 2,3,4"})
        EXPECT_FALSE(parse_bounds(text)) << text;
}

TEST(TileRules, an_extract_is_known_by_its_first_block) {
    using namespace std::string_view_literals;
    EXPECT_TRUE(begins_as_extract("\0\0\0\x0d\x0a\x09OSMHeader\x18\x59"sv));
    EXPECT_FALSE(begins_as_extract("\0\0\0\x0d\x0a\x07OSMData"sv));
    EXPECT_FALSE(begins_as_extract("<?xml version=\"1.0\"?><osm version=\"0.6\">"sv));
    EXPECT_FALSE(begins_as_extract("\0\0\0\x0d\x0a\x09OSM"sv));
    EXPECT_FALSE(begins_as_extract(""sv));
}

}  // namespace
}  // namespace jingwei::map
