#include <gtest/gtest.h>

#include <fstream>

#include "map/tile_import.h"
#include "testing/database.h"

namespace jingwei::map {
namespace {

namespace fs = std::filesystem;

const fs::path kGuixi = JINGWEI_SOURCE_DIR "/tests/map_data/guixi.osm.pbf";
constexpr Time kNow{};
const std::string kCounty{testing::county};
/// Where the railway station of Guixi lies.
const TileAddress kStation{14, 13526, 6848};

class TileImport : public ::testing::Test {
protected:
    Result<TileReport> import(const fs::path& file, const std::optional<Bounds>& bounds = {},
                              const MakerLimits& limits = {}) {
        return import_tiles(database_.pool(), kCounty, file, bounds, kNow, limits);
    }
    std::string refusal(const fs::path& file, const std::optional<Bounds>& bounds = {},
                        const MakerLimits& limits = {}) {
        const auto done = import(file, bounds, limits);
        return done ? "" : done.error().code;
    }
    fs::path file(const std::string& name, std::string_view text) {
        std::ofstream(folder_.path() / name, std::ios::binary) << text;
        return folder_.path() / name;
    }
    /// A command in the place of tilemaker.
    std::string program(const std::string& name, std::string_view text) {
        const auto made = file(name, "#!/bin/sh\n" + std::string(text) + "\n");
        fs::permissions(made, fs::perms::owner_all);
        return made.string();
    }
    std::optional<TileSet> found() {
        return find_tile_set(database_.pool(), testing::Database::everything());
    }

    testing::Database database_;
    ScratchFolder folder_;
};

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(TileImport, makes_tiles_of_an_extract) {
    const auto done = import(kGuixi);
    ASSERT_TRUE(done) << done.error().code;
    EXPECT_FALSE(done->former);
    EXPECT_EQ(done->set.min_zoom, 6);
    EXPECT_EQ(done->set.max_zoom, 14);
    EXPECT_NEAR(done->set.west, 117.19116, 1e-9);
    EXPECT_NEAR(done->set.north, 28.32252, 1e-9);
    EXPECT_EQ(done->set.attribution, "© OpenStreetMap contributors");
    EXPECT_GT(done->set.tiles, 20);
    const auto tile = find_tile(database_.pool(), testing::Database::everything(), kStation, "");
    ASSERT_TRUE(tile && tile->octets);
    EXPECT_TRUE(tile->octets->data.starts_with("\x1f\x8b")) << "not compressed with gzip";
    EXPECT_EQ(tile->version, done->set.version);
}

TEST_F(TileImport, puts_the_next_set_in_the_place_of_the_one_before) {
    const auto first = import(kGuixi);
    ASSERT_TRUE(first);
    const auto inner = bounds_of(kStation);
    const Bounds middle{inner.west + 0.001, inner.south + 0.001, inner.east - 0.001,
                        inner.north - 0.001};
    const auto second = import(kGuixi, middle);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->former, first->set.version);
    EXPECT_EQ(second->set.tiles, 9) << "one of each zoom from 6 to 14";
    EXPECT_EQ(found()->version, second->set.version);
    EXPECT_EQ(found()->east, middle.east);
}

TEST_F(TileImport, refuses_what_is_no_extract) {
    EXPECT_EQ(refusal(folder_.path() / "none.osm.pbf"), "map_file_missing");
    EXPECT_EQ(refusal(folder_.path()), "map_file_missing");
    EXPECT_EQ(refusal(file("empty.osm.pbf", "")), "map_file_not_pbf");
    EXPECT_EQ(refusal(file("xml.osm.pbf", "<?xml version=\"1.0\"?><osm/>")), "map_file_not_pbf");
    EXPECT_FALSE(found());
}

TEST_F(TileImport, refuses_a_damaged_file_and_leaves_what_was_there) {
    const auto before = import(kGuixi);
    ASSERT_TRUE(before);
    const auto whole = text_of(kGuixi);
    EXPECT_EQ(refusal(file("cut.osm.pbf", whole.substr(0, whole.size() / 2))), "map_maker_failed");
    EXPECT_EQ(found()->version, before->set.version);
}

TEST_F(TileImport, refuses_what_is_too_much) {
    EXPECT_EQ(refusal(kGuixi, {}, {.extract_octets = 1000}), "map_file_too_large");
    EXPECT_EQ(refusal(kGuixi, {}, {.program = program("bad", "echo std::bad_alloc; exit 134")}),
              "map_maker_over_limit");
    EXPECT_EQ(refusal(kGuixi, {}, {.program = program("killed", "kill -9 $$")}),
              "map_maker_over_limit");
    EXPECT_FALSE(found());
}

TEST_F(TileImport, says_what_tilemaker_said_at_last) {
    const auto failed =
        import(kGuixi, {}, {.program = program("sad", "echo no; echo luck; exit 3")});
    EXPECT_EQ(failed.error().code, "map_maker_failed");
    EXPECT_EQ(failed.error().details, (Details{{"said", "no luck"}}));
}

TEST_F(TileImport, refuses_bounds_that_hold_nothing_of_it) {
    EXPECT_EQ(refusal(kGuixi, Bounds{-70, -40, -69, -39}), "map_without_tiles");
}

TEST_F(TileImport, says_what_to_install_where_there_is_no_tilemaker) {
    EXPECT_EQ(refusal(kGuixi, {}, {.program = "no-such-tilemaker"}), "map_maker_missing");
}

}  // namespace
}  // namespace jingwei::map
