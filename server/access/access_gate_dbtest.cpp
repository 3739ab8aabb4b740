#include "access/access_dbtest.h"
#include "access/access_gate.h"

namespace jingwei::access {
namespace {

using http::Method;

class GateTest : public ::testing::Test, protected World {
protected:
    /// What the gate answers to a request with these headers: the code of the refusal, or empty.
    std::string passes(std::string_view permission, Method method,
                       std::vector<http::Header> headers) {
        http::Request request;
        request.method = method;
        request.headers = std::move(headers);
        const auto identity = access.gate().identify(request, head_);
        if (!identity) return identity.error().code;
        const auto admitted = access.gate().admit(identity->get(), {permission, method}, request);
        return admitted.has_value() ? "" : admitted.error().code;
    }
    std::string cookie(const Token& token) { return "a=b; jingwei_session=" + token.text(); }

    http::ReplyHead head_;
};

TEST_F(GateTest, lets_nobody_in_but_where_everybody_may) {
    EXPECT_EQ(passes(http::kAnyone, Method::kPost, {}), "");
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {}), "signed_out");
    EXPECT_EQ(passes(permission::kCaseRead, Method::kGet, {}), "signed_out");
}

TEST_F(GateTest, asks_for_the_permission_of_the_route) {
    officer("wang", role::kInstructor);
    const auto shown = cookie(sign_in("wang")->token);
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Cookie", shown}}), "");
    EXPECT_EQ(passes(permission::kCaseRead, Method::kGet, {{"Cookie", shown}}), "");
    EXPECT_EQ(passes(permission::kAuditRead, Method::kGet, {{"Cookie", shown}}),
              "permission_missing");
}

TEST_F(GateTest, asks_unsafe_methods_for_the_csrf_token_of_that_very_session) {
    officer("wang", role::kInstructor);
    const auto mine = sign_in("wang");
    const auto other = sign_in("wang");
    const auto shown = cookie(mine->token);
    const auto post = [&](std::string_view csrf) {
        return passes(permission::kCaseReport, Method::kPost,
                      {{"Cookie", shown}, {"X-CSRF-Token", csrf}});
    };
    EXPECT_EQ(post(""), "csrf_token_wrong");
    EXPECT_EQ(post(other->principal->who().csrf_token), "csrf_token_wrong");
    EXPECT_EQ(post(mine->principal->who().csrf_token), "");
}

TEST_F(GateTest, treats_a_session_that_is_over_as_nobody_and_takes_its_cookie_back) {
    account("wang");
    const auto mine = sign_in("wang");
    access.sign_in().sign_out(*mine->principal);
    const auto shown = cookie(mine->token);
    EXPECT_EQ(passes(http::kAnyone, Method::kPost, {{"Cookie", shown}}), "");
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Cookie", shown}}), "signed_out");
    ASSERT_FALSE(head_.cookies.empty());
    EXPECT_LT(head_.cookies[0].max_age.count(), 0);
}

TEST_F(GateTest, a_cookie_chosen_by_somebody_else_is_never_signed_in) {
    account("wang");
    const Token planted = Token::make(TokenKind::kSession, kCounty);
    const auto shown = cookie(planted);
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Cookie", shown}}), "signed_out");
    EXPECT_NE(sign_in("wang")->token.text(), planted.text());
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Cookie", shown}}), "signed_out");
}

TEST_F(GateTest, takes_an_api_token_as_bearer_only_and_without_csrf) {
    officer("wang", role::kInstructor);
    const auto self = sign_in("wang")->principal;
    const auto made = access.own_account().make_token(
        *self, {"x", {"case.report"}, clock.now() + std::chrono::hours{1}});
    const std::string bearer = "Bearer " + made->secret;
    const std::string misplaced = "jingwei_session=" + made->secret;
    EXPECT_EQ(passes(permission::kCaseReport, Method::kPost, {{"Authorization", bearer}}), "");
    EXPECT_EQ(passes(permission::kCaseRead, Method::kGet, {{"Authorization", bearer}}),
              "permission_missing");
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Cookie", misplaced}}), "signed_out");
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Authorization", "Bearer jw.x"}}),
              "api_token_not_valid");
}

TEST_F(GateTest, lets_who_must_change_the_password_do_only_that) {
    const auto id = officer("wang", role::kInstructor);
    const auto admin = Actor::system(kCounty, store::kAccounts);
    ASSERT_TRUE(access.accounts().reset_password(admin, id, "Mengshan-2000").has_value());
    const auto mine = sign_in("wang", "Mengshan-2000");
    const auto shown = cookie(mine->token);
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Cookie", shown}}), "");
    EXPECT_EQ(passes(permission::kCaseRead, Method::kGet, {{"Cookie", shown}}),
              "password_change_needed");
    const auto changed =
        access.own_account().change_password(*mine->principal, "Mengshan-2000", "Yishui-2026", {});
    ASSERT_TRUE(changed.has_value()) << changed.error().code;
    EXPECT_EQ(passes(http::kSignedIn, Method::kGet, {{"Cookie", shown}}), "signed_out");
    const auto renewed = cookie(*changed);
    EXPECT_EQ(passes(permission::kCaseRead, Method::kGet, {{"Cookie", renewed}}), "");
}

}  // namespace
}  // namespace jingwei::access
