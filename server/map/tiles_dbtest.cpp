#include <gtest/gtest.h>

#include "db/in_transaction.h"
#include "map/base_map.h"
#include "map/map_source.h"
#include "map/tiles.h"
#include "testing/database.h"

namespace jingwei::map {
namespace {

constexpr Time kNow{};
const TileAddress kHere{14, 13525, 6463};

TileSet set(std::string version, std::int32_t tiles) {
    return {.version = std::move(version),
            .west = 117.19,
            .south = 28.28,
            .east = 117.26,
            .north = 28.33,
            .min_zoom = 6,
            .max_zoom = 14,
            .tiles = tiles,
            .octets = 4,
            .attribution = "© somebody",
            .attribution_url = std::nullopt};
}

void put(testing::Database& database, const std::string& version, const std::vector<Tile>& tiles,
         const db::Scope& scope = testing::Database::everything()) {
    db::Transaction transaction{database.pool(), scope};
    clear_tiles(transaction, testing::county);
    put_tiles(transaction, testing::county, tiles);
    put_tile_set(transaction, testing::county, set(version, 1), kNow);
    transaction.commit();
}

TEST(Tiles, read_back_octet_for_octet) {
    testing::Database database;
    std::string all;
    for (int octet = 0; octet < 256; ++octet)
        all += static_cast<char>(octet);
    put(database, "00000000000000aa", {{kHere, all}, {{0, 0, 0}, "world"}});
    const auto scope = testing::Database::everything();
    EXPECT_EQ(find_tile(database.pool(), scope, kHere, "")->octets->data, all);
    EXPECT_EQ(find_tile(database.pool(), scope, {0, 0, 0}, "")->octets->data, "world");
    const auto said = find_tile_set(database.pool(), scope);
    EXPECT_EQ(said->version, "00000000000000aa");
    EXPECT_EQ(said->west, 117.19);
    EXPECT_EQ(said->max_zoom, 14);
    EXPECT_EQ(said->attribution, "© somebody");
    EXPECT_FALSE(said->attribution_url);
}

TEST(Tiles, are_absent_until_some_are_put_and_where_there_is_none) {
    testing::Database database;
    const auto scope = testing::Database::everything();
    EXPECT_FALSE(find_tile_set(database.pool(), scope));
    EXPECT_FALSE(find_tile(database.pool(), scope, kHere, ""));
    put(database, "00000000000000aa", {{kHere, "a"}});
    const auto beside = find_tile(database.pool(), scope, {14, 13526, 6463}, "");
    EXPECT_EQ(beside->version, "00000000000000aa");
    EXPECT_FALSE(beside->octets);
}

TEST(Tiles, are_not_read_for_who_has_their_version) {
    testing::Database database;
    const auto scope = testing::Database::everything();
    put(database, "00000000000000aa", {{kHere, "a"}});
    EXPECT_FALSE(find_tile(database.pool(), scope, kHere, "00000000000000aa")->octets);
    EXPECT_EQ(find_tile(database.pool(), scope, kHere, "00000000000000bb")->octets->data, "a");
}

TEST(Tiles, take_the_place_of_all_that_were_there) {
    testing::Database database;
    const auto scope = testing::Database::everything();
    put(database, "00000000000000aa", {{kHere, "a"}, {{0, 0, 0}, "w"}});
    put(database, "00000000000000bb", {{kHere, "b"}});
    EXPECT_EQ(find_tile_set(database.pool(), scope)->version, "00000000000000bb");
    EXPECT_EQ(find_tile(database.pool(), scope, kHere, "")->octets->data, "b");
    EXPECT_FALSE(find_tile(database.pool(), scope, {0, 0, 0}, "")->octets);
}

TEST(Tiles, that_are_being_put_are_seen_by_nobody) {
    testing::Database database;
    const auto scope = testing::Database::everything();
    put(database, "00000000000000aa", {{kHere, "a"}});
    db::Transaction unfinished{database.pool(), scope};
    clear_tiles(unfinished, testing::county);
    put_tiles(unfinished, testing::county, std::vector<Tile>{{kHere, "b"}});
    EXPECT_EQ(find_tile(database.pool(), scope, kHere, "")->octets->data, "a");
}

TEST(Tiles, over_their_limit_are_a_mistake_of_ours) {
    testing::Database database;
    db::Transaction transaction{database.pool(), testing::Database::everything()};
    const std::vector<Tile> large{{kHere, std::string(kMostTileOctets + 1, 'x')}};
    EXPECT_THROW(put_tiles(transaction, testing::county, large), std::invalid_argument);
}

TEST(Tiles, are_seen_by_everybody_of_their_county_and_nobody_else) {
    testing::Database database;
    put(database, "00000000000000aa", {{kHere, "a"}});
    const auto mine = db::Scope::nobody(std::string{testing::county});
    EXPECT_EQ(find_tile(database.pool(), mine, kHere, "")->octets->data, "a");
    EXPECT_TRUE(find_tile_set(database.pool(), mine));
    const auto other = db::Scope::whole_county("371324");
    EXPECT_FALSE(find_tile(database.pool(), other, kHere, ""));
    EXPECT_FALSE(find_tile_set(database.pool(), other));
}

TEST(Tiles, are_put_only_by_who_holds_the_whole_county) {
    testing::Database database;
    const auto nobody = db::Scope::nobody(std::string{testing::county});
    EXPECT_ANY_THROW(put(database, "00000000000000aa", {{kHere, "a"}}, nobody));
    put(database, "00000000000000aa", {{kHere, "a"}});
    db::Transaction transaction{database.pool(), nobody};
    clear_tiles(transaction, testing::county);
    transaction.commit();
    EXPECT_TRUE(find_tile(database.pool(), nobody, kHere, "")->octets);
}

TEST(MapSource, is_another_host_then_tiles_then_a_drawing_then_nothing) {
    testing::Database database;
    const auto scope = testing::Database::everything();
    const auto kind = [&](const std::optional<ExternalMap>& external) {
        return find_map_source(database.pool(), scope, external).kind;
    };
    EXPECT_EQ(kind({}), MapKind::kNone);
    {
        db::Transaction transaction{database.pool(), scope};
        put_base_map(transaction, testing::county, "{}", kNow);
        transaction.commit();
    }
    EXPECT_EQ(kind({}), MapKind::kDrawing);
    put(database, "00000000000000aa", {{kHere, "a"}});
    EXPECT_EQ(kind({}), MapKind::kTiles);
    EXPECT_EQ(kind(ExternalMap{{"https://maps.example/{z}/{x}/{y}"}, "© x"}), MapKind::kExternal);
}

}  // namespace
}  // namespace jingwei::map
