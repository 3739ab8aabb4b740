#include "portal/limits.h"

#include <gtest/gtest.h>

namespace jingwei::portal {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Time kNoon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + hours{4}};

std::string code_of(const Result<void>& outcome) { return outcome ? "" : outcome.error().code; }

TEST(Counters, SayHowLongUntilThereIsOneLeftAndThenCountAnew) {
    Counters counters;
    const Allowance two{2, minutes{1}};
    EXPECT_FALSE(counters.take("a", two, kNoon));
    EXPECT_FALSE(counters.take("a", two, kNoon + seconds{20}));
    EXPECT_EQ(counters.take("a", two, kNoon + seconds{20}), seconds{40});
    EXPECT_FALSE(counters.take("b", two, kNoon)) << "another key has its own";
    EXPECT_FALSE(counters.take("a", two, kNoon + minutes{1}));
}

TEST(Counters, TakeBackWhatWasNone) {
    Counters counters;
    const Allowance one{1, minutes{1}};
    EXPECT_FALSE(counters.take("a", one, kNoon));
    counters.give_back("a");
    counters.give_back("never taken");
    EXPECT_FALSE(counters.take("a", one, kNoon));
    EXPECT_TRUE(counters.take("a", one, kNoon));
}

TEST(Counters, KeepNoMoreKeysThanTheyMayAndForgetThoseThatAreOver) {
    Counters counters{2};
    const Allowance one{1, minutes{1}};
    EXPECT_FALSE(counters.take("a", one, kNoon));
    EXPECT_FALSE(counters.take("b", one, kNoon));
    EXPECT_EQ(counters.take("c", one, kNoon), minutes{1}) << "full: a new key waits";
    EXPECT_FALSE(counters.take("c", one, kNoon + minutes{1}));
}

TEST(Limits, BoundAnAddressBeforeTheCounty) {
    Limits limits;
    for (std::uint32_t at = 0; at < Limits::kReports.most; ++at)
        ASSERT_TRUE(limits.take(Doing::kReport, "192.0.2.1", kNoon));
    const auto refused = limits.take(Doing::kReport, "192.0.2.1", kNoon);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, RefusalKind::kTooMany);
    EXPECT_EQ(refused.error().code, "portal_too_many");
    EXPECT_EQ(refused.error().details, (Details{{"retry_after_s", "3600"}, {"minutes", "60"}}));
    EXPECT_TRUE(limits.take(Doing::kReport, "192.0.2.2", kNoon));
    EXPECT_TRUE(limits.take(Doing::kLook, "192.0.2.1", kNoon)) << "looking has its own allowance";
}

TEST(Limits, BoundTheCountyHoweverManyAddressesAsk) {
    Limits limits;
    for (std::uint32_t at = 0; at < Limits::kReportsOfCounty.most; ++at) {
        const auto client = "198.51." + std::to_string(at / 250) + '.' + std::to_string(at % 250);
        ASSERT_TRUE(limits.take(Doing::kReport, client, kNoon)) << at;
    }
    EXPECT_EQ(code_of(limits.take(Doing::kReport, "203.0.113.9", kNoon)), "portal_too_many");
}

TEST(Limits, LockACodeForOneAddressAfterFiveWrongTailsAndForAllAfterTwenty) {
    Limits limits;
    for (int at = 0; at < 5; ++at)
        ASSERT_TRUE(limits.try_code("2026-000042-7", "192.0.2.1", kNoon));
    EXPECT_EQ(code_of(limits.try_code("2026-000042-7", "192.0.2.1", kNoon)), "portal_locked");
    int tries = 5;
    for (int address = 2; address < 20; ++address) {
        const auto client = "192.0.2." + std::to_string(address);
        while (limits.try_code("2026-000042-7", client, kNoon))
            ++tries;
    }
    EXPECT_EQ(tries, 20);
    EXPECT_TRUE(limits.try_code("2026-000043-5", "192.0.2.99", kNoon)) << "another code";
    EXPECT_TRUE(limits.try_code("2026-000042-7", "192.0.2.99", kNoon + hours{24}));
}

TEST(Limits, CountNoTryThatWasRight) {
    Limits limits;
    for (int at = 0; at < 100; ++at) {
        ASSERT_TRUE(limits.try_code("2026-000042-7", "192.0.2.1", kNoon));
        limits.was_right("2026-000042-7", "192.0.2.1");
    }
}

TEST(Limits, BoundWhoTriesManyCodes) {
    Limits limits;
    int tries = 0;
    while (limits.try_code("code " + std::to_string(tries), "192.0.2.1", kNoon))
        ++tries;
    EXPECT_EQ(tries, 30);
}

TEST(AddressKey, IsTheFirstHalfOfAnAddressOfVersionSix) {
    EXPECT_EQ(address_key("2001:db8::1"), address_key("2001:db8::ffff"));
    EXPECT_NE(address_key("2001:db8::1"), address_key("2001:db8:0:1::1"));
    EXPECT_NE(address_key("::ffff:192.0.2.1"), address_key("::ffff:192.0.2.2"));
    EXPECT_NE(address_key("192.0.2.1"), address_key("192.0.2.2"));
}

}  // namespace
}  // namespace jingwei::portal
