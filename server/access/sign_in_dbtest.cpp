#include <gmock/gmock.h>

#include "access/access_dbtest.h"
#include "access/sign_in.h"
#include "access/totp.h"

namespace jingwei::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class SignInTest : public ::testing::Test, protected World {
protected:
    std::string refusal(const Result<SignedIn>& answer) {
        return answer.has_value() ? "" : answer.error().code;
    }
    std::vector<std::string> actions() {
        static const db::Statement kActions{"test.actions",
                                            "SELECT action FROM audit_entry "
                                            "WHERE county = $1 ORDER BY at, id"};
        auto scope = testing::Database::everything();
        scope.duty = "audit";
        return raw<std::string>(db.pool(), scope, kActions, kCounty);
    }
};

TEST_F(SignInTest, with_the_right_password_gives_a_session_and_its_rights) {
    const auto id = officer("wang", role::kDispatcher, "371323/101");
    const auto signed_in = sign_in("Wang");
    ASSERT_TRUE(signed_in.has_value()) << signed_in.error().code;
    EXPECT_EQ(signed_in->principal->account(), id);
    EXPECT_EQ(signed_in->principal->display_name(), "名字 wang");
    EXPECT_TRUE(signed_in->principal->can(permission::kCaseAssign, "371323/101/204"));
    EXPECT_THAT(actions(), ::testing::Contains("account.sign_in"));
}

TEST_F(SignInTest, fails_alike_for_a_wrong_password_and_an_unknown_login) {
    account("wang");
    EXPECT_EQ(sign_in("wang", "wrong").error(), sign_in("nobody", "wrong").error());
    EXPECT_THAT(actions(),
                ::testing::IsSupersetOf({"account.sign_in_failed", "account.sign_in_unknown"}));
}

TEST_F(SignInTest, locks_after_five_failures_even_for_the_right_password_and_unlocks_in_time) {
    account("wang");
    for (int nth = 0; nth < kFailuresAllowed; ++nth) {
        EXPECT_EQ(refusal(sign_in("wang", "wrong")), "sign_in_failed");
    }
    EXPECT_EQ(refusal(sign_in("wang")), "sign_in_failed");
    EXPECT_THAT(actions(), ::testing::Contains("account.locked"));
    clock.advance(kLockTime);
    EXPECT_EQ(refusal(sign_in("wang")), "");
}

TEST_F(SignInTest, forgets_failures_after_a_success) {
    account("wang");
    for (int round = 0; round < 3; ++round) {
        for (int nth = 1; nth < kFailuresAllowed; ++nth)
            (void)sign_in("wang", "wrong");
        EXPECT_EQ(refusal(sign_in("wang")), "");
    }
}

TEST_F(SignInTest, is_refused_to_a_disabled_account_and_its_sessions_end) {
    const auto id = account("wang");
    const auto before = sign_in("wang");
    const auto system = Actor::system(kCounty, store::kAccounts);
    ASSERT_TRUE(access.accounts().change(system, id, {{}, {}, true}).has_value());
    EXPECT_EQ(refusal(sign_in("wang")), "sign_in_failed");
    Identities other_server{db.pool(), clock, {}};
    EXPECT_EQ(other_server.find(before->token), nullptr);
}

TEST_F(SignInTest, gives_a_new_token_each_time) {
    account("wang");
    EXPECT_NE(sign_in("wang")->token.text(), sign_in("wang")->token.text());
}

TEST_F(SignInTest, keeps_no_more_sessions_than_allowed) {
    account("wang");
    const auto first = sign_in("wang");
    for (std::size_t nth = 0; nth < SessionLimits{}.per_account; ++nth) {
        clock.advance(seconds{1});
        ASSERT_TRUE(sign_in("wang").has_value());
    }
    Identities other_server{db.pool(), clock, {}};
    EXPECT_EQ(other_server.find(first->token), nullptr);
}

TEST_F(SignInTest, ends_the_oldest_session_for_servers_that_remember_it_too) {
    account("wang");
    const auto first = sign_in("wang");
    Identities other_server{db.pool(), clock, {}};
    ASSERT_NE(other_server.find(first->token), nullptr);
    for (std::size_t nth = 0; nth < SessionLimits{}.per_account; ++nth) {
        clock.advance(seconds{1});
        ASSERT_TRUE(sign_in("wang").has_value());
    }
    clock.advance(Identities::kRecheck);
    EXPECT_EQ(other_server.find(first->token), nullptr);
}

class TotpTest : public SignInTest {
protected:
    void SetUp() override {
        account("wang");
        const auto self = sign_in("wang");
        const auto set_up = access.own_account().set_up_totp(*self->principal, kPassword);
        secret_ = set_up->secret;
        first_ = self->token;
        self_ = self->principal;
    }
    std::string code() { return totp::code(decoded(), totp::step_of(clock.now())); }
    std::string decoded() const {
        const std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        std::string octets;
        std::uint32_t pending = 0;
        int bits = 0;
        for (const char c : secret_) {
            pending = pending << 5 | static_cast<std::uint32_t>(alphabet.find(c));
            bits += 5;
            if (bits >= 8) octets += static_cast<char>(pending >> (bits -= 8));
        }
        return octets;
    }

    std::string secret_;
    Token first_;
    std::shared_ptr<const Principal> self_;
};

TEST_F(TotpTest, is_asked_for_once_confirmed_and_takes_no_code_twice) {
    EXPECT_EQ(refusal(sign_in("wang")), "");
    const auto renewed = access.own_account().confirm_totp(*self_, code(), {});
    ASSERT_TRUE(renewed.has_value()) << renewed.error().code;
    EXPECT_EQ(refusal(sign_in("wang")), "totp_required");
    EXPECT_EQ(refusal(sign_in("wang", kPassword, code())), "sign_in_failed") << "used to confirm";
    clock.advance(totp::kStep);
    EXPECT_EQ(refusal(sign_in("wang", kPassword, code())), "");
    EXPECT_EQ(refusal(sign_in("wang", kPassword, code())), "sign_in_failed");
}

TEST_F(TotpTest, is_set_up_by_who_knows_the_password_not_by_who_finds_a_session) {
    EXPECT_EQ(access.own_account().set_up_totp(*self_, "wrong").error().code, "old_password_wrong");
    for (int nth = 1; nth < kFailuresAllowed; ++nth)
        (void)access.own_account().set_up_totp(*self_, "wrong");
    EXPECT_EQ(access.own_account().set_up_totp(*self_, kPassword).error().code, "account_locked");
}

TEST_F(TotpTest, begins_a_new_session_when_it_is_turned_on) {
    const auto renewed = access.own_account().confirm_totp(*self_, code(), {});
    Identities server{db.pool(), clock, {}};
    EXPECT_EQ(server.find(first_), nullptr);
    EXPECT_NE(server.find(*renewed), nullptr);
}

TEST_F(TotpTest, is_known_to_every_session_and_server_at_once) {
    EXPECT_FALSE(self_->who().totp_on) << "set up is not yet on";
    Identities other_server{db.pool(), clock, {}};
    ASSERT_NE(other_server.find(first_), nullptr);
    const auto renewed = access.own_account().confirm_totp(*self_, code(), {});
    const auto now_on = access.tools().identities.find(*renewed);
    ASSERT_NE(now_on, nullptr);
    EXPECT_TRUE(now_on->who().totp_on);
    clock.advance(Identities::kRecheck);
    EXPECT_TRUE(other_server.find(*renewed)->who().totp_on);
    ASSERT_TRUE(access.own_account().disable_totp(*now_on, kPassword).has_value());
    EXPECT_FALSE(access.tools().identities.find(*renewed)->who().totp_on);
    clock.advance(Identities::kRecheck);
    EXPECT_FALSE(other_server.find(*renewed)->who().totp_on);
}

TEST_F(TotpTest, says_nothing_about_the_password_when_that_is_wrong) {
    ASSERT_TRUE(access.own_account().confirm_totp(*self_, code(), {}).has_value());
    EXPECT_EQ(refusal(sign_in("wang", "wrong")), "sign_in_failed");
}

TEST_F(TotpTest, wrong_codes_lock_like_wrong_passwords) {
    ASSERT_TRUE(access.own_account().confirm_totp(*self_, code(), {}).has_value());
    clock.advance(totp::kStep);
    for (int nth = 0; nth < kFailuresAllowed; ++nth) {
        EXPECT_EQ(refusal(sign_in("wang", kPassword, "abcdef")), "sign_in_failed");
    }
    EXPECT_EQ(refusal(sign_in("wang", kPassword, code())), "sign_in_failed");
}

TEST_F(TotpTest, is_sealed_at_rest) {
    static const db::Statement kSecrets{"test.secrets",
                                        "SELECT totp_secret FROM credential WHERE county = $1"};
    const auto sealed = raw<db::Bytes>(db.pool(), store::at_the_door(kCounty), kSecrets, kCounty);
    ASSERT_EQ(sealed.size(), 1U);
    EXPECT_EQ(sealed[0].data.find(decoded()), std::string::npos);
}

}  // namespace
}  // namespace jingwei::access
