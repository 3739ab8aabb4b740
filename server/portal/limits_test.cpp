#include "portal/limits.h"

#include <gtest/gtest.h>

namespace jingwei::portal {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Time kNoon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + hours{4}};
constexpr std::string_view kCode = "2026-000042-7";

std::string code_of(const Result<void>& outcome) { return outcome ? "" : outcome.error().code; }

std::optional<seconds> take(Counters& counters, const char* key, Allowance allowance, Time now) {
    const Charge charge{key, allowance};
    return counters.take({&charge, 1}, now);
}

/// Addresses of IPv4 that differ.
std::string address(std::uint32_t number) {
    return "198." + std::to_string(number / 62'500) + '.' + std::to_string(number / 250 % 250) +
           '.' + std::to_string(number % 250);
}

/// A wrong tail that nobody tries twice.
class Wrong {
public:
    Try of(std::string_view code, std::string_view client) {
        tail_ = "tail " + std::to_string(++count_);
        return {code, tail_, client};
    }

private:
    std::string tail_;
    int count_ = 0;
};

TEST(Counters, SayHowLongUntilThereIsOneLeftAndThenCountAnew) {
    Counters counters;
    const Allowance two{2, minutes{1}};
    EXPECT_FALSE(take(counters, "a", two, kNoon));
    EXPECT_FALSE(take(counters, "a", two, kNoon + seconds{20}));
    EXPECT_EQ(take(counters, "a", two, kNoon + seconds{20}), seconds{40});
    EXPECT_FALSE(take(counters, "b", two, kNoon)) << "another key has its own";
    EXPECT_FALSE(take(counters, "a", two, kNoon + minutes{1}));
}

TEST(Counters, TakeBackWhatWasNone) {
    Counters counters;
    const Allowance one{1, minutes{1}};
    const Charge back[]{{"a", one}, {"never taken", one}};
    EXPECT_FALSE(take(counters, "a", one, kNoon));
    counters.give_back(back);
    EXPECT_FALSE(take(counters, "a", one, kNoon));
    EXPECT_TRUE(take(counters, "a", one, kNoon));
}

TEST(Counters, ChargeAllOrNoneAndMakeNoKeyForWhatIsRefused) {
    Counters counters;
    const Allowance one{1, minutes{1}};
    EXPECT_FALSE(take(counters, "full", one, kNoon));
    const Charge both[]{{"other", one}, {"full", one}};
    EXPECT_TRUE(counters.take(both, kNoon));
    EXPECT_EQ(counters.count("other", kNoon), 0U);
    EXPECT_EQ(counters.size(), 1U);
}

TEST(Counters, KeepNoMoreKeysThanTheyMayAndLetGoTheOneChargedLongestAgo) {
    Counters counters{2};
    const Allowance two{2, minutes{1}};
    EXPECT_FALSE(take(counters, "a", two, kNoon));
    EXPECT_FALSE(take(counters, "b", two, kNoon));
    EXPECT_FALSE(take(counters, "a", two, kNoon));
    EXPECT_FALSE(take(counters, "c", two, kNoon)) << "a new key is never refused for room";
    EXPECT_EQ(counters.size(), 2U);
    EXPECT_EQ(counters.count("a", kNoon), 2U);
    EXPECT_EQ(counters.count("b", kNoon), 0U);
}

TEST(Counters, ForgetWhatIsOverAtIntervals) {
    Counters counters;
    const Allowance one{1, seconds{1}};
    EXPECT_FALSE(take(counters, "a", one, kNoon));
    EXPECT_FALSE(take(counters, "b", one, kNoon));
    EXPECT_FALSE(take(counters, "c", one, kNoon + Counters::kSweepEvery));
    EXPECT_EQ(counters.size(), 1U);
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
    for (std::uint32_t at = 0; at < Limits::kReportsOfCounty.most; ++at)
        ASSERT_TRUE(limits.take(Doing::kReport, address(at), kNoon)) << at;
    EXPECT_EQ(code_of(limits.take(Doing::kReport, "203.0.113.9", kNoon)), "portal_too_many");
}

TEST(Limits, KeepAReserveOfTheCountyForWhoHasAskedLittle) {
    Limits limits;
    std::uint32_t taken = 0;
    for (std::uint32_t at = 0; at < 200; ++at) {
        while (limits.take(Doing::kReport, address(at), kNoon))
            ++taken;
    }
    EXPECT_LT(taken, Limits::kReportsOfCounty.most);
    EXPECT_TRUE(limits.take(Doing::kReport, "203.0.113.9", kNoon)) << "who has asked nothing yet";
}

TEST(Limits, BoundASiteOfVersionSixHoweverManyOfItsNetworksAsk) {
    Limits limits;
    std::uint32_t taken = 0;
    for (int network = 0; network < 1'000; ++network) {
        const auto client = "2001:db8:7:" + std::to_string(network) + "::1";
        if (limits.take(Doing::kReport, client, kNoon)) ++taken;
    }
    EXPECT_EQ(taken, Limits::kReports.most * Limits::kOfNetwork);
    EXPECT_TRUE(limits.take(Doing::kReport, "2001:db8:8::1", kNoon)) << "another site";
}

TEST(Limits, LockACodeForOneAddressAfterFiveWrongTailsAndForAllAfterTwenty) {
    Limits limits;
    Wrong wrong;
    for (int at = 0; at < 5; ++at)
        ASSERT_TRUE(limits.try_code(wrong.of(kCode, "192.0.2.1"), kNoon));
    EXPECT_EQ(code_of(limits.try_code(wrong.of(kCode, "192.0.2.1"), kNoon)), "portal_locked");
    int tries = 5;
    for (std::uint32_t client = 0; client < 20; ++client) {
        while (limits.try_code(wrong.of(kCode, address(client)), kNoon))
            ++tries;
    }
    EXPECT_EQ(tries, 20);
    EXPECT_TRUE(limits.try_code(wrong.of("2026-000043-5", "192.0.2.99"), kNoon)) << "another code";
    EXPECT_TRUE(limits.try_code(wrong.of(kCode, "192.0.2.99"), kNoon + hours{24}));
}

TEST(Limits, LockATailThatIsRunOverTheCodesOfADay) {
    Limits limits;
    int tries = 0;
    for (int hour = 0; hour < 24; ++hour) {
        for (std::uint32_t code = 0; code < 100; ++code) {
            const auto name = std::to_string(hour) + '/' + std::to_string(code);
            const auto client = address(code);
            if (limits.try_code({name, "one tail", client}, kNoon + hours{hour})) ++tries;
        }
        EXPECT_LE(tries, 6 * (hour + 1));
    }
    EXPECT_EQ(tries, 12);
    EXPECT_TRUE(limits.try_code({"x", "another tail", "192.0.2.1"}, kNoon));
}

TEST(Limits, LetTheHolderOfAReceiptPassTheLocksThatOthersCaused) {
    Limits limits;
    Wrong wrong;
    for (std::uint32_t client = 0; client < 20; ++client)
        (void)limits.try_code(wrong.of(kCode, address(client)), kNoon);
    for (std::uint32_t at = 0; at < 20; ++at)
        (void)limits.try_code({"code " + std::to_string(at), "own tail", "192.0.2.1"}, kNoon);
    while (limits.take(Doing::kFollow, "192.0.2.1", kNoon)) {
    }
    EXPECT_EQ(code_of(limits.try_code({kCode, "own tail", "192.0.2.1"}, kNoon)), "portal_locked");
    EXPECT_TRUE(limits.take_with_receipt(kCode, kNoon));
    EXPECT_TRUE(limits.try_code({kCode, "own tail", "192.0.2.1", true}, kNoon));
}

TEST(Limits, BoundTheTailsThatTheFinderOfAReceiptTries) {
    Limits limits;
    Wrong wrong;
    std::uint32_t tries = 0;
    for (std::uint32_t client = 0; client < 100; ++client) {
        const auto from = address(client);
        auto tried = wrong.of(kCode, from);
        tried.with_receipt = true;
        if (limits.try_code(tried, kNoon)) ++tries;
    }
    EXPECT_EQ(tries, Limits::kWrongWithReceipt.most);
    EXPECT_TRUE(limits.try_code(wrong.of(kCode, "192.0.2.1"), kNoon)) << "the code is not locked";
    std::uint32_t asked = 0;
    while (limits.take_with_receipt(kCode, kNoon))
        ++asked;
    EXPECT_EQ(asked, Limits::kFollows.most);
}

TEST(Limits, CountNoTryThatWasRight) {
    Limits limits;
    for (const bool with_receipt : {false, true}) {
        const Try tried{kCode, "own tail", "192.0.2.1", with_receipt};
        for (int at = 0; at < 100; ++at) {
            ASSERT_TRUE(limits.try_code(tried, kNoon));
            limits.was_right(tried);
        }
    }
}

TEST(Limits, ChargeNothingWhereOneOfThemRefuses) {
    Limits limits;
    Wrong wrong;
    while (limits.try_code(wrong.of(kCode, "192.0.2.1"), kNoon)) {
    }
    const auto kept = limits.size();
    for (int at = 0; at < 1'000; ++at)
        EXPECT_FALSE(limits.try_code(wrong.of(kCode, "192.0.2.1"), kNoon));
    EXPECT_EQ(limits.size(), kept) << "the locked code counts no tail";
    for (int at = 0; at < 15; ++at) {
        const auto client = address(static_cast<std::uint32_t>(at));
        EXPECT_TRUE(limits.try_code(wrong.of(kCode, client), kNoon)) << "and no try of its own";
    }
}

TEST(Limits, BoundWhoTriesManyCodesAndKeepNothingOfWhatIsRefused) {
    Limits limits;
    Wrong wrong;
    int tries = 0;
    while (limits.try_code(wrong.of("code " + std::to_string(tries), "192.0.2.1"), kNoon))
        ++tries;
    EXPECT_EQ(tries, 30);
    const auto kept = limits.size();
    for (int at = 0; at < 10'000; ++at)
        (void)limits.try_code(wrong.of("more " + std::to_string(at), "192.0.2.1"), kNoon);
    EXPECT_EQ(limits.size(), kept);
}

TEST(Limits, RefuseNobodyBecauseOthersHaveFilledTheirMemory) {
    Limits limits{100};
    Wrong wrong;
    for (std::uint32_t at = 0; at < 1'000; ++at)
        (void)limits.try_code(wrong.of("code " + std::to_string(at), address(at)), kNoon);
    EXPECT_TRUE(limits.try_code(wrong.of(kCode, "203.0.113.9"), kNoon));
    EXPECT_LE(limits.size(), 200U);
}

TEST(AddressKey, IsTheFirstHalfOfAnAddressOfVersionSix) {
    EXPECT_EQ(address_key("2001:db8::1"), address_key("2001:db8::ffff"));
    EXPECT_NE(address_key("2001:db8::1"), address_key("2001:db8:0:1::1"));
    EXPECT_NE(address_key("::ffff:192.0.2.1"), address_key("::ffff:192.0.2.2"));
    EXPECT_NE(address_key("192.0.2.1"), address_key("192.0.2.2"));
}

TEST(NetworkKey, IsTheSiteOfAnAddressOfVersionSixAndNoneOfVersionFour) {
    EXPECT_EQ(network_key("2001:db8::1"), network_key("2001:db8:0:1::1"));
    EXPECT_NE(network_key("2001:db8::1"), network_key("2001:db8:1::1"));
    EXPECT_FALSE(network_key("192.0.2.1"));
    EXPECT_FALSE(network_key("::ffff:192.0.2.1"));
}

}  // namespace
}  // namespace jingwei::portal
