#include "access/access_rules.h"

#include <gtest/gtest.h>

#include <vector>

namespace jingwei::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const Time kNow{std::chrono::hours{24 * 365 * 50}};
const Id<Account> kOfficer = Id<Account>::make(kNow);
const Id<Account> kOther = Id<Account>::make(kNow);
const Id<Unit> kUnit = Id<Unit>::make(kNow);

std::string code_of(const Result<void>& result) {
    return result.has_value() ? "" : result.error().code;
}

// ---- passwords

TEST(Password, is_judged_by_length_kinds_and_login) {
    const std::pair<std::string, std::string> cases[] = {
        {"Ab3456789", "password_too_short"},
        {"Yimeng-1937", ""},
        {"yimeng-1937", ""},
        {"yimengshan1937", "password_too_plain"},
        {"1234567890", "password_too_plain"},
        {"aaaaaaaaaaaaaaaaaaaaaaaa", "password_too_plain"},
        {"four words walk uphill", ""},
        {"沂蒙山的春天来得很早Ab", ""},
        {"沂蒙山的春天来得很早", "password_too_plain"},
        {"Wang-1937-Wang", "password_has_login"},
        {std::string(129, 'a') + "1B", "password_too_long"},
    };
    for (const auto& [password, expected] : cases) {
        EXPECT_EQ(code_of(check_password(password, "wang")), expected) << password;
    }
}

// ---- lock-out

TEST(LockOut, comes_with_the_fifth_failure_inside_the_window_and_never_before) {
    Failures failures;
    for (int nth = 1; nth <= kFailuresAllowed; ++nth) {
        EXPECT_FALSE(failures.locked(kNow + seconds{nth}));
        failures = after_failure(failures, kNow + seconds{nth});
        EXPECT_EQ(failures.count, nth);
    }
    EXPECT_TRUE(failures.locked(kNow + seconds{kFailuresAllowed}));
}

TEST(LockOut, does_not_come_when_failures_are_spread_over_more_than_the_window) {
    Failures failures;
    for (int nth = 0; nth < 100; ++nth) {
        const Time at = kNow + nth * minutes{4};
        failures = after_failure(failures, at);
        EXPECT_FALSE(failures.locked(at)) << nth;
    }
}

TEST(LockOut, ends_by_itself_and_starts_counting_anew) {
    Failures failures;
    for (int nth = 0; nth < kFailuresAllowed; ++nth)
        failures = after_failure(failures, kNow);
    EXPECT_TRUE(failures.locked(kNow + kLockTime - seconds{1}));
    EXPECT_FALSE(failures.locked(kNow + kLockTime));
    failures = after_failure(failures, kNow + kLockTime);
    EXPECT_EQ(failures.count, 1);
    EXPECT_FALSE(failures.locked(kNow + kLockTime));
}

TEST(LockOut, is_not_prolonged_by_trying_on) {
    Failures locked;
    for (int nth = 0; nth < kFailuresAllowed; ++nth)
        locked = after_failure(locked, kNow);
    EXPECT_EQ(after_failure(locked, kNow + minutes{14}), locked);
}

// ---- sessions

TEST(SessionEnd, is_the_earlier_of_idle_and_absolute) {
    const SessionLimits limits{minutes{30}, minutes{60}, 1};
    EXPECT_EQ(session_end(kNow, kNow, limits), kNow + minutes{30});
    EXPECT_EQ(session_end(kNow, kNow + minutes{20}, limits), kNow + minutes{50});
    EXPECT_EQ(session_end(kNow, kNow + minutes{50}, limits), kNow + minutes{60});
}

// ---- who may grant what to whom

Grant grant_of(std::string_view role, std::optional<std::string> path) {
    Grant grant;
    grant.role = role;
    grant.path = std::move(path);
    if (!grant.path) grant.unit = kUnit;
    return grant;
}

NewGrant new_grant(std::string_view role, std::optional<std::string> path) {
    NewGrant grant;
    grant.account = kOther;
    grant.role = role;
    grant.path = std::move(path);
    if (!grant.path) grant.unit = kUnit;
    grant.valid_from = kNow;
    return grant;
}

Principal holder(std::vector<Grant> grants) {
    Principal::Who who;
    who.county = "371323";
    who.account = kOfficer;
    return Principal{who, std::move(grants)};
}

TEST(Grants, take_hold_where_the_role_says) {
    for (const auto& role : all_roles()) {
        const bool on_path = role.reach == Reach::kPath;
        EXPECT_EQ(check_grant("371323", new_grant(role.name, "371323")).has_value(), on_path);
        EXPECT_EQ(check_grant("371323", new_grant(role.name, {})).has_value(), !on_path);
        auto both = new_grant(role.name, "371323");
        both.unit = kUnit;
        EXPECT_FALSE(check_grant("371323", both).has_value());
    }
}

TEST(Grants, need_a_path_of_their_county) {
    for (const auto* path :
         {"371324", "3713231", "371323/", "/371323", "371323//1", "371323/A", "371323/1 ", ""}) {
        EXPECT_EQ(code_of(check_grant("371323", new_grant(role::kDispatcher, path))),
                  "not_a_path_of_county")
            << path;
    }
    EXPECT_EQ(code_of(check_grant("371323", new_grant(role::kDispatcher, "371323/101/2a4"))), "");
}

TEST(Grants, of_an_auditor_are_on_the_whole_county) {
    EXPECT_EQ(code_of(check_grant("371323", new_grant(role::kAuditor, "371323/101"))),
              "audit_is_of_whole_county");
}

TEST(Grants, end_after_they_begin) {
    auto grant = new_grant(role::kDispatcher, "371323");
    grant.valid_to = kNow;
    EXPECT_EQ(code_of(check_grant("371323", grant)), "ends_before_it_begins");
}

TEST(Officers, exclude_each_other_in_every_pair) {
    for (const auto& held : all_roles()) {
        for (const auto& wanted : all_roles()) {
            if (wanted.reach != Reach::kPath || held.reach != Reach::kPath) continue;
            const std::vector<Grant> has{grant_of(held.name, "371323")};
            const bool clash = held.office != Office::kNone && wanted.office != Office::kNone &&
                               held.office != wanted.office;
            const auto answer = check_beside(new_grant(wanted.name, "371323"), has);
            EXPECT_EQ(code_of(answer) == "officers_exclude_each_other", clash)
                << held.name << " + " << wanted.name;
        }
    }
}

TEST(Officers, may_follow_each_other_in_time) {
    auto before = grant_of(role::kAuditor, "371323");
    before.valid_to = kNow;
    EXPECT_TRUE(check_beside(new_grant(role::kSystemAdmin, "371323"), std::vector{before}));
    before.valid_to = kNow + seconds{1};
    EXPECT_FALSE(check_beside(new_grant(role::kSystemAdmin, "371323"), std::vector{before}));
}

TEST(Grants, are_not_given_twice_for_the_same_time) {
    const std::vector has{grant_of(role::kDispatcher, "371323/101")};
    EXPECT_EQ(code_of(check_beside(new_grant(role::kDispatcher, "371323/101"), has)),
              "already_granted");
    EXPECT_EQ(code_of(check_beside(new_grant(role::kDispatcher, "371323/102"), has)), "");
}

TEST(Grants, have_a_limit_per_account) {
    std::vector<Grant> has(kGrantsPerAccount, grant_of(role::kDispatcher, "371323/1"));
    EXPECT_EQ(code_of(check_beside(new_grant(role::kDispatcher, "371323/2"), has)),
              "too_many_grants");
}

TEST(Granter, needs_to_be_a_security_officer_of_that_subtree) {
    for (const auto& role : all_roles()) {
        if (role.reach != Reach::kPath) continue;
        const auto officer = holder({grant_of(role.name, "371323/101")});
        const bool may = role.name == role::kSecurityOfficer;
        EXPECT_EQ(check_granter(officer, kOther, "371323/101").has_value(), may) << role.name;
        EXPECT_EQ(check_granter(officer, kOther, "371323/101/204").has_value(), may) << role.name;
        EXPECT_FALSE(check_granter(officer, kOther, "371323").has_value()) << role.name;
        EXPECT_FALSE(check_granter(officer, kOther, "371323/102").has_value()) << role.name;
        EXPECT_FALSE(check_granter(officer, kOther, std::nullopt).has_value()) << role.name;
    }
}

TEST(Granter, of_the_whole_county_may_grant_on_units) {
    const auto officer = holder({grant_of(role::kSecurityOfficer, "371323")});
    EXPECT_TRUE(check_granter(officer, kOther, std::nullopt).has_value());
}

TEST(Granter, never_grants_to_himself) {
    const auto officer = holder({grant_of(role::kSecurityOfficer, "371323")});
    EXPECT_EQ(code_of(check_granter(officer, kOfficer, "371323")), "no_grant_to_oneself");
}

// ---- API tokens

TEST(Token, holds_permissions_of_its_maker_and_ends) {
    const auto maker = holder({grant_of(role::kInstructor, "371323")});
    const auto check = [&](std::vector<std::string> permissions, Time expires) {
        return code_of(check_token(maker, permissions, kNow, expires));
    };
    EXPECT_EQ(check({"case.read"}, kNow + kTokenLongest), "");
    EXPECT_EQ(check({}, kNow + kTokenLongest), "token_needs_permissions");
    EXPECT_EQ(check({"case.read", "account.edit"}, kNow + kTokenLongest), "not_your_permission");
    EXPECT_EQ(check({"case.read"}, kNow), "token_end_in_the_past");
    EXPECT_EQ(check({"case.read"}, kNow + kTokenLongest + seconds{1}), "token_too_long");
}

}  // namespace
}  // namespace jingwei::access
