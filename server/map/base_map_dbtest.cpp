#include <gtest/gtest.h>

#include "db/in_transaction.h"
#include "map/base_map.h"
#include "testing/database.h"

namespace jingwei::map {
namespace {

constexpr Time kNow{};

void put(testing::Database& database, std::string_view geojson) {
    db::Transaction transaction{database.pool(), testing::Database::everything()};
    put_base_map(transaction, testing::county, geojson, kNow);
    transaction.commit();
}

TEST(BaseMap, IsAbsentUntilOneIsPut) {
    testing::Database database;
    EXPECT_FALSE(find_base_map(database.pool(), testing::Database::everything(), ""));
    put(database, "{}");
    const auto found = find_base_map(database.pool(), testing::Database::everything(), "");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->geojson, "{}");
}

TEST(BaseMap, ComesWithoutTheDocumentToWhoHasIt) {
    testing::Database database;
    put(database, "{}");
    const auto scope = testing::Database::everything();
    const auto first = find_base_map(database.pool(), scope, "");
    const auto again = find_base_map(database.pool(), scope, first->digest);
    EXPECT_FALSE(again->geojson);
    put(database, "{ }");
    EXPECT_EQ(find_base_map(database.pool(), scope, first->digest)->geojson, "{ }");
}

TEST(BaseMap, IsSeenByEverybodyOfItsCountyAndNobodyElse) {
    testing::Database database;
    put(database, "{}");
    const auto mine = db::Scope::nobody(std::string{testing::county});
    EXPECT_TRUE(find_base_map(database.pool(), mine, ""));
    EXPECT_FALSE(find_base_map(database.pool(), db::Scope::whole_county("371324"), ""));
}

TEST(BaseMap, IsPutOnlyByWhoHoldsTheWholeCounty) {
    testing::Database database;
    db::Transaction transaction{database.pool(), db::Scope::nobody(std::string{testing::county})};
    put_base_map(transaction, testing::county, "{}", kNow);
    EXPECT_ANY_THROW(transaction.commit());
}

}  // namespace
}  // namespace jingwei::map
