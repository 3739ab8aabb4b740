#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "db/error.h"
#include "db/pool.h"
#include "db/transaction.h"
#include "testing/database.h"

namespace jingwei::db {
namespace {

using namespace std::chrono_literals;

constexpr Statement kOne{"test.one", "SELECT 1"};

class FewConnections : public ::testing::Test {
protected:
    /// One at a time, two in all.
    PoolOptions one_of_two(std::chrono::milliseconds soon) {
        PoolOptions options = db_.pool().options();
        options.most_connections = 2;
        options.few_connections = 1;
        options.soon = soon;
        return options;
    }

    static std::unique_ptr<Transaction> take(Pool& pool) {
        return std::make_unique<Transaction>(pool, testing::Database::everything());
    }

    testing::Database db_;
};

TEST_F(FewConnections, who_comes_while_they_are_out_waits_for_one_of_them) {
    Pool pool{one_of_two(30s)};
    auto first = take(pool);
    std::thread second{[&] { EXPECT_EQ(take(pool)->one<int>(kOne), 1); }};
    while (pool.waiting() == 0)
        std::this_thread::yield();
    first.reset();
    second.join();
    EXPECT_EQ(pool.open(), 1U);
}

TEST_F(FewConnections, one_that_is_out_for_long_is_not_waited_for) {
    Pool pool{one_of_two(1ms)};
    const auto first = take(pool);
    EXPECT_EQ(take(pool)->one<int>(kOne), 1);
    EXPECT_EQ(pool.open(), 2U);
}

TEST_F(FewConnections, however_long_they_are_out_there_are_no_more_than_the_most) {
    auto options = one_of_two(0ms);
    options.acquire_limit = 1ms;
    Pool pool{options};
    const auto first = take(pool);
    auto second = take(pool);
    EXPECT_THROW(take(pool), Outage);
    second.reset();
    EXPECT_EQ(take(pool)->one<int>(kOne), 1);
}

TEST_F(FewConnections, one_that_cannot_be_opened_is_not_counted_as_out) {
    auto options = one_of_two(30s);
    options.url = "postgresql:///?host=/nowhere";
    options.acquire_limit = 1ms;
    Pool pool{options};
    EXPECT_THROW(take(pool), Transient);
    EXPECT_THROW(take(pool), Transient);
    EXPECT_EQ(pool.open(), 0U);
}

}  // namespace
}  // namespace jingwei::db
