#include <gmock/gmock.h>

#include "access/access_dbtest.h"
#include "access/sign_in.h"
#include "access/totp.h"
#include "http/routes.h"

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

TEST_F(SignInTest, ends_everywhere_else_at_one_word_and_goes_on_here) {
    account("wang");
    const auto here = sign_in("wang");
    const auto phone = sign_in("wang"), desk = sign_in("wang");
    account("li");
    const auto of_li = sign_in("li");
    ASSERT_TRUE(access.own_account().end_other_sessions(*here->principal).has_value());
    Identities other_server{db.pool(), clock, {}};
    EXPECT_NE(other_server.find(here->token), nullptr);
    EXPECT_NE(other_server.find(of_li->token), nullptr);
    EXPECT_EQ(other_server.find(phone->token), nullptr);
    EXPECT_EQ(other_server.find(desk->token), nullptr);
    EXPECT_THAT(actions(), ::testing::Contains("account.end_other_sessions"));
}

class KnownDeviceTest : public SignInTest {
protected:
    void SetUp() override {
        wang_ = account("wang");
        mark_ = sign_in("wang")->device;
    }
    std::string from_device(const std::string& mark, const std::string& password = kPassword) {
        return refusal(sign_in("wang", password, {}, mark));
    }
    void lock(const std::string& mark = {}) {
        for (int nth = 0; nth < kFailuresAllowed; ++nth)
            EXPECT_EQ(from_device(mark, "wrong"), "sign_in_failed");
    }
    std::size_t counted() {
        static const db::Statement kRows{
            "test.device_failures",
            "SELECT failures::bigint FROM device_failure WHERE county = $1"};
        return raw<std::int64_t>(db.pool(), store::at_the_door(kCounty), kRows, kCounty).size();
    }

    Id<Account> wang_;
    std::string mark_;
};

TEST_F(KnownDeviceTest, is_let_in_while_strangers_have_locked_the_account_and_they_are_not) {
    lock();
    EXPECT_EQ(from_device({}), "sign_in_failed");
    EXPECT_EQ(from_device(mark_), "");
    EXPECT_EQ(from_device({}), "sign_in_failed") << "their lock stays as it is";
    clock.advance(kLockTime);
    EXPECT_EQ(from_device({}), "");
}

TEST_F(KnownDeviceTest, does_not_give_strangers_new_guesses_by_signing_in) {
    for (int nth = 1; nth < kFailuresAllowed; ++nth)
        EXPECT_EQ(from_device({}, "wrong"), "sign_in_failed");
    EXPECT_EQ(from_device(mark_), "");
    EXPECT_EQ(from_device({}, "wrong"), "sign_in_failed");
    EXPECT_EQ(from_device({}), "sign_in_failed");
}

TEST_F(KnownDeviceTest, is_locked_by_its_own_failures_and_locks_nobody_else) {
    lock(mark_);
    EXPECT_EQ(from_device(mark_), "sign_in_failed");
    EXPECT_THAT(actions(), ::testing::Contains("account.device_locked"));
    EXPECT_EQ(from_device({}), "");
    EXPECT_EQ(from_device(mark_), "sign_in_failed") << "nor does a stranger lift its lock";
    clock.advance(kLockTime);
    EXPECT_EQ(from_device(mark_), "");
    EXPECT_EQ(counted(), 0U);
}

TEST_F(KnownDeviceTest, is_a_stranger_with_a_forged_mark) {
    auto forged = mark_;
    forged.back() = forged.back() == 'A' ? 'E' : 'A';
    lock(forged);
    EXPECT_EQ(from_device({}), "sign_in_failed") << "its failures were those of a stranger";
    EXPECT_EQ(from_device(forged), "sign_in_failed");
    EXPECT_EQ(counted(), 0U);
    EXPECT_EQ(from_device(mark_), "");
}

TEST_F(KnownDeviceTest, is_a_stranger_with_the_mark_of_another_account) {
    account("li");
    const auto of_li = sign_in("li")->device;
    lock();
    EXPECT_EQ(from_device(of_li), "sign_in_failed");
}

TEST_F(KnownDeviceTest, is_a_stranger_after_ninety_days_unless_it_signed_in_meanwhile) {
    clock.advance(kDeviceKnown - seconds{1});
    const auto renewed = sign_in("wang", kPassword, {}, mark_)->device;
    clock.advance(seconds{1});
    lock();
    EXPECT_EQ(from_device(mark_), "sign_in_failed");
    EXPECT_EQ(from_device(renewed), "");
}

TEST_F(KnownDeviceTest, is_a_stranger_when_the_password_has_changed_since) {
    clock.advance(seconds{1});
    const auto system = Actor::system(kCounty, store::kAccounts);
    ASSERT_TRUE(access.accounts().reset_password(system, wang_, "Menghe-1938").has_value());
    lock();
    EXPECT_EQ(from_device(mark_, "Menghe-1938"), "sign_in_failed");
}

TEST_F(KnownDeviceTest, does_not_let_a_disabled_account_in) {
    const auto system = Actor::system(kCounty, store::kAccounts);
    ASSERT_TRUE(access.accounts().change(system, wang_, {{}, {}, true}).has_value());
    EXPECT_EQ(from_device(mark_), "sign_in_failed");
}

TEST_F(KnownDeviceTest, whose_failures_are_old_is_forgotten) {
    EXPECT_EQ(from_device(mark_, "wrong"), "sign_in_failed");
    access.forget_old_sessions(kCounty);
    EXPECT_EQ(counted(), 1U);
    clock.advance(kDeviceKnown + seconds{1});
    access.forget_old_sessions(kCounty);
    EXPECT_EQ(counted(), 0U);
}

TEST_F(KnownDeviceTest, is_known_by_a_cookie_that_scripts_and_other_sites_do_not_get) {
    http::Routes routes;
    access.add_routes(routes);
    const auto& all = routes.all();
    const auto door = std::ranges::find_if(all, [](const auto& endpoint) {
        return endpoint->path == "/api/v1/session" && endpoint->method == http::Method::kPost;
    });
    ASSERT_NE(door, all.end());
    lock();
    const std::string shown = std::string(kDeviceCookie) + "=" + mark_;
    http::Request request;
    request.method = http::Method::kPost;
    request.headers = {{"Cookie", shown}};
    request.body = R"({"name":"wang","password":")" + kPassword + R"("})";
    http::Exchange exchange{request, {}, {}, {}};
    const auto reply = (*door)->run(exchange);
    ASSERT_TRUE(reply) << reply.error().code;
    const auto& cookies = exchange.head.cookies;
    const auto cookie = std::ranges::find(cookies, kDeviceCookie, &http::Cookie::name);
    ASSERT_NE(cookie, cookies.end());
    EXPECT_TRUE(cookie->http_only && cookie->strict);
    EXPECT_EQ(cookie->max_age, kDeviceKnown);
    EXPECT_EQ(from_device(cookie->value), "");
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
