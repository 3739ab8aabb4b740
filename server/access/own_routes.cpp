#include "access/access_routes.h"

namespace jingwei::access {
namespace {

struct TotpView {
    std::string secret;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(TotpView, (), (secret, address))

struct TotpCodeBody {
    Text<6, 6> code;
};
BOOST_DESCRIBE_STRUCT(TotpCodeBody, (), (code))

struct PasswordBody {
    Secret<1, 256> old_password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (old_password))

struct OpenSessionView {
    Id<Session> id;
    bool current = false;
    Time created_at;
    Time seen_at;
    std::optional<std::string> address;
    std::optional<std::string> agent;
};
BOOST_DESCRIBE_STRUCT(OpenSessionView, (), (id, current, created_at, seen_at, address, agent))

struct TokenBody {
    Text<1, 60> name;
    List<Text<1, 60>, 100, 1> permissions;
    Time expires_at;
};
BOOST_DESCRIBE_STRUCT(TokenBody, (), (name, permissions, expires_at))

struct TokenView {
    Id<ApiToken> id;
    std::string name;
    std::vector<std::string> permissions;
    Time created_at;
    Time expires_at;
    std::optional<Time> used_at;
};
BOOST_DESCRIBE_STRUCT(TokenView, (), (id, name, permissions, created_at, expires_at, used_at))

struct NewTokenView {
    TokenView token;
    std::string secret;  ///< for "Authorization: Bearer …"; shown this once
};
BOOST_DESCRIBE_STRUCT(NewTokenView, (), (token, secret))

TokenView view(const store::OwnToken& token) {
    return {token.id,         token.name,       token.permissions,
            token.created_at, token.expires_at, token.used_at};
}

Result<Page<OpenSessionView>> sessions(Access& access, const http::Call<>& call) {
    const auto& self = principal(call);
    const auto open = access.own_account().sessions(self);
    if (!open) return open.error();
    Page<OpenSessionView> page;
    for (const auto& one : *open) {
        page.items.push_back({one.id, one.id == self.who().session, one.created_at, one.seen_at,
                              one.address, one.agent});
    }
    return page;
}

Result<Page<TokenView>> tokens(Access& access, const http::Call<>& call) {
    const auto own = access.own_account().tokens(principal(call));
    if (!own) return own.error();
    Page<TokenView> page;
    for (const auto& one : *own)
        page.items.push_back(view(one));
    return page;
}

Result<NewTokenView> make_token(Access& access, const http::Call<TokenBody>& call) {
    TokenOrder order{call.body.name, {}, call.body.expires_at};
    for (const auto& one : call.body.permissions)
        order.permissions.push_back(one);
    const auto made = access.own_account().make_token(principal(call), order);
    if (!made) return made.error();
    return NewTokenView{view(made->token), made->secret};
}

Result<TotpView> set_up_totp(Access& access, const http::Call<PasswordBody>& call) {
    const auto set_up = access.own_account().set_up_totp(principal(call), call.body.old_password);
    if (!set_up) return set_up.error();
    return TotpView{set_up->secret, set_up->address};
}

Result<Nothing> confirm_totp(Access& access, const http::Call<TotpCodeBody>& call) {
    const auto token =
        access.own_account().confirm_totp(principal(call), call.body.code, seat_of(call.request));
    if (!token) return token.error();
    call.set_cookie(session_cookie(*token, access.options().limits));
    return Nothing{};
}

Result<Nothing> nothing(const Result<void>& done) {
    if (!done) return done.error();
    return Nothing{};
}

void add_totp_routes(http::Routes& routes, Access& access) {
    routes.post<PasswordBody, TotpView>(
        "/api/v1/me/totp", http::kSignedIn,
        [&access](const http::Call<PasswordBody>& call) { return set_up_totp(access, call); },
        "Begin to set up a second factor");
    routes.post<TotpCodeBody, Nothing>(
        "/api/v1/me/totp/confirm", http::kSignedIn,
        [&access](const http::Call<TotpCodeBody>& call) { return confirm_totp(access, call); },
        "Turn the second factor on with its first code");
    routes.post<PasswordBody, Nothing>(
        "/api/v1/me/totp/disable", http::kSignedIn,
        [&access](const http::Call<PasswordBody>& call) {
            return nothing(
                access.own_account().disable_totp(principal(call), call.body.old_password));
        },
        "Turn the second factor off");
}

}  // namespace

void add_own_routes(http::Routes& routes, Access& access) {
    add_totp_routes(routes, access);
    routes.get<Nothing, Page<OpenSessionView>>(
        "/api/v1/me/sessions", http::kSignedIn,
        [&access](const http::Call<>& call) { return sessions(access, call); },
        "Where one is signed in");
    routes.del<Nothing, Nothing>(
        "/api/v1/me/sessions", http::kSignedIn,
        [&access](const http::Call<>& call) {
            return nothing(access.own_account().end_other_sessions(principal(call)));
        },
        "End all of one's sessions but this one");
    routes.del<Nothing, Nothing>(
        "/api/v1/me/sessions/{id}", http::kSignedIn,
        [&access](const http::Call<>& call) {
            return nothing(
                access.own_account().end_session(principal(call), call.path_id<Session>("id")));
        },
        "End one of one's sessions");
    routes.get<Nothing, Page<TokenView>>(
        "/api/v1/me/tokens", http::kSignedIn,
        [&access](const http::Call<>& call) { return tokens(access, call); }, "One's API tokens");
    routes.post<TokenBody, NewTokenView>(
        "/api/v1/me/tokens", http::kSignedIn,
        [&access](const http::Call<TokenBody>& call) { return make_token(access, call); },
        "Make an API token; its secret is shown this once");
    routes.del<Nothing, Nothing>(
        "/api/v1/me/tokens/{id}", http::kSignedIn,
        [&access](const http::Call<>& call) {
            return nothing(
                access.own_account().revoke_token(principal(call), call.path_id<ApiToken>("id")));
        },
        "Revoke an API token");
}

}  // namespace jingwei::access
