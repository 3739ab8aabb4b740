#include "access/passwords.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <thread>
#include <vector>

namespace jingwei::access {
namespace {

PasswordCost cheap() {
    PasswordCost cost;
    cost.passes = 1;
    cost.memory_bytes = 8192;
    return cost;
}

TEST(Passwords, match_their_own_hash_only) {
    Passwords passwords{cheap()};
    const auto hash = passwords.hash("Yimeng-1937");
    EXPECT_TRUE(hash->starts_with("$argon2id$"));
    EXPECT_TRUE(*passwords.matches(*hash, "Yimeng-1937"));
    EXPECT_FALSE(*passwords.matches(*hash, "yimeng-1937"));
    EXPECT_NE(*passwords.hash("Yimeng-1937"), *hash) << "salted";
    EXPECT_FALSE(*passwords.matches_nobody("Yimeng-1937"));
}

template <class Work>
std::chrono::nanoseconds least_time(Work work) {
    auto least = std::chrono::nanoseconds::max();
    for (int nth = 0; nth < 7; ++nth) {
        const auto start = std::chrono::steady_clock::now();
        work();
        least = std::min<std::chrono::nanoseconds>(least, std::chrono::steady_clock::now() - start);
    }
    return least;
}

TEST(Passwords, take_as_long_for_a_login_that_nobody_has) {
    PasswordCost cost;
    cost.passes = 2;
    cost.memory_bytes = 8 << 20;
    Passwords passwords{cost};
    const auto hash = passwords.hash("Yimeng-1937");
    const auto known = least_time([&] { (void)passwords.matches(*hash, "wrong"); });
    const auto unknown = least_time([&] { (void)passwords.matches_nobody("wrong"); });
    EXPECT_LT(unknown, known * 3 / 2);
    EXPECT_LT(known, unknown * 3 / 2);
}

TEST(Passwords, turn_away_whom_they_have_no_place_for) {
    auto cost = cheap();
    cost.at_once = 1;
    cost.waiting = 0;
    cost.passes = 4;
    cost.memory_bytes = 64 << 20;
    Passwords passwords{cost};
    std::latch start{8};
    std::atomic<int> hashed = 0, away = 0;
    std::vector<std::jthread> threads;
    for (int nth = 0; nth < 8; ++nth) {
        threads.emplace_back([&] {
            start.arrive_and_wait();
            const auto hash = passwords.hash("Yimeng-1937");
            if (hash.has_value()) {
                ++hashed;
            } else {
                EXPECT_EQ(hash.error().code, "sign_in_busy");
                ++away;
            }
        });
    }
    threads.clear();
    EXPECT_GE(hashed, 1);
    EXPECT_GE(away, 1);
}

}  // namespace
}  // namespace jingwei::access
