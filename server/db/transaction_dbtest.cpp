#include <gmock/gmock.h>

#include <boost/describe.hpp>

#include "testing/database.h"

namespace jingwei::db {
namespace {

TEST(Smoke, reads_one) {
    testing::Database db;
    Transaction tx{db.pool(), testing::Database::everything()};
    const Statement kOne{"test.one", "SELECT $1::int + 1"};
    EXPECT_EQ(tx.one<int>(kOne, 1), 2);
    tx.commit();
}

}  // namespace
}  // namespace jingwei::db
