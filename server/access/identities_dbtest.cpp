#include "access/access_dbtest.h"
#include "access/identities.h"

namespace jingwei::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class IdentitiesTest : public ::testing::Test, protected World {
protected:
    /// As far as this one knows, every change is made by another server.
    Identities other_server_{db.pool(), clock, {minutes{30}, minutes{60}, 10}};
};

TEST_F(IdentitiesTest, hear_of_a_new_grant_within_the_recheck) {
    const auto id = account("wang");
    const auto token = sign_in("wang")->token;
    EXPECT_FALSE(other_server_.find(token)->can(permission::kCaseAssign));
    grant(id, role::kDispatcher);
    EXPECT_FALSE(other_server_.find(token)->can(permission::kCaseAssign)) << "from memory";
    clock.advance(Identities::kRecheck);
    EXPECT_TRUE(other_server_.find(token)->can(permission::kCaseAssign));
}

TEST_F(IdentitiesTest, hear_of_a_sign_out_within_the_recheck) {
    account("wang");
    const auto signed_in = sign_in("wang");
    EXPECT_NE(other_server_.find(signed_in->token), nullptr);
    access.sign_in().sign_out(*signed_in->principal);
    clock.advance(Identities::kRecheck);
    EXPECT_EQ(other_server_.find(signed_in->token), nullptr);
}

TEST_F(IdentitiesTest, let_a_grant_begin_and_end_at_its_time_without_any_change) {
    const auto id = account("wang");
    ASSERT_TRUE(access.grants()
                    .give(Actor::system(kCounty, store::kGrants), Id<RoleGrant>::make(clock.now()),
                          NewGrant{id,
                                   std::string(role::kDispatcher),
                                   kCounty,
                                   {},
                                   clock.now() + seconds{10},
                                   clock.now() + seconds{20}})
                    .has_value());
    const auto token = sign_in("wang")->token;
    const auto may = [&] { return other_server_.find(token)->can(permission::kCaseAssign); };
    EXPECT_FALSE(may());
    clock.advance(seconds{10});
    EXPECT_TRUE(may());
    clock.advance(seconds{10});
    EXPECT_FALSE(may());
}

TEST_F(IdentitiesTest, end_a_session_that_is_idle_too_long_and_no_other) {
    account("wang");
    const auto busy = sign_in("wang")->token;
    const auto idle = sign_in("wang")->token;
    EXPECT_NE(other_server_.find(idle), nullptr);
    for (int nth = 0; nth < 3; ++nth) {
        EXPECT_NE(other_server_.find(busy), nullptr);
        clock.advance(minutes{10});
    }
    EXPECT_NE(other_server_.find(busy), nullptr);
    EXPECT_EQ(other_server_.find(idle), nullptr);
}

TEST_F(IdentitiesTest, looking_at_a_session_is_no_use_of_it) {
    account("wang");
    const auto token = sign_in("wang")->token;
    EXPECT_NE(other_server_.find(token), nullptr);
    for (int nth = 0; nth < 2; ++nth) {
        clock.advance(minutes{14});
        EXPECT_NE(other_server_.look(token), nullptr);
    }
    clock.advance(minutes{2});
    EXPECT_EQ(other_server_.look(token), nullptr);
}

TEST_F(IdentitiesTest, end_a_session_at_its_absolute_limit_however_busy) {
    account("wang");
    const auto token = sign_in("wang")->token;
    for (int nth = 0; nth < 12; ++nth) {
        EXPECT_NE(other_server_.find(token), nullptr);
        clock.advance(minutes{5});
    }
    EXPECT_EQ(other_server_.find(token), nullptr);
}

TEST_F(IdentitiesTest, keep_other_servers_informed_of_who_is_busy) {
    account("wang");
    const auto token = sign_in("wang")->token;
    for (int nth = 0; nth < 5; ++nth) {
        EXPECT_NE(other_server_.find(token), nullptr);
        clock.advance(minutes{10});
    }
    Identities third{db.pool(), clock, {minutes{30}, minutes{60}, 10}};
    EXPECT_NE(third.find(token), nullptr);
}

TEST_F(IdentitiesTest, know_a_token_by_its_county_and_all_of_its_secret) {
    account("wang");
    auto token = sign_in("wang")->token;
    auto elsewhere = token;
    elsewhere.county = "371324";
    EXPECT_EQ(other_server_.find(elsewhere), nullptr);
    token.secret[0] = token.secret[0] == 'A' ? 'B' : 'A';
    EXPECT_EQ(other_server_.find(token), nullptr);
}

TEST_F(IdentitiesTest, let_an_api_token_do_what_it_was_made_for_until_it_ends) {
    officer("wang", role::kDispatcher);
    const auto self = sign_in("wang")->principal;
    const auto made = access.own_account().make_token(
        *self, {"import", {"case.report"}, clock.now() + std::chrono::hours{1}});
    ASSERT_TRUE(made.has_value()) << made.error().code;
    const auto token = *Token::parse(made->secret);
    const auto principal = other_server_.find(token);
    ASSERT_NE(principal, nullptr);
    EXPECT_TRUE(principal->can(permission::kCaseReport, kCounty));
    EXPECT_FALSE(principal->can(permission::kCaseAssign));
    EXPECT_EQ(access.own_account()
                  .make_token(*principal, {"x", {"case.report"}, clock.now()})
                  .error()
                  .code,
              "not_with_a_token");
    clock.advance(std::chrono::hours{1});
    EXPECT_EQ(other_server_.find(token), nullptr);
}

TEST_F(IdentitiesTest, forget_an_api_token_that_was_revoked) {
    officer("wang", role::kDispatcher);
    const auto self = sign_in("wang")->principal;
    const auto made = access.own_account().make_token(
        *self, {"import", {"case.report"}, clock.now() + std::chrono::hours{1}});
    const auto token = *Token::parse(made->secret);
    EXPECT_NE(other_server_.find(token), nullptr);
    ASSERT_TRUE(access.own_account().revoke_token(*self, made->token.id).has_value());
    clock.advance(Identities::kRecheck);
    EXPECT_EQ(other_server_.find(token), nullptr);
}

}  // namespace
}  // namespace jingwei::access
