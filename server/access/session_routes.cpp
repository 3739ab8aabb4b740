#include <algorithm>

#include "access/access_gate.h"
#include "access/access_routes.h"

namespace jingwei::access {
namespace {

constexpr std::size_t kMostAgent = 200;
constexpr std::size_t kMostAddress = 64;

struct SignInBody {
    Text<1, 64> name;  ///< the login
    Secret<1, 256> password;
    std::optional<Text<6, 6>> totp;
    std::optional<Text<6, 6>> county;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (name, password, totp, county))

struct ChangePasswordBody {
    Secret<1, 256> old_password;
    Secret<1, 1024> new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePasswordBody, (), (old_password, new_password))

struct CountyView {
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(CountyView, (), (code, name))

struct SessionView {
    Id<Account> account;
    std::string login;
    std::string name;
    std::string duty;  ///< Principal::main_role()
    CountyView county;
    std::vector<std::string> permissions;
    bool must_change_password = false;
    bool totp_on = false;  ///< the second factor: POST /me/totp turns it on
    std::string csrf_token;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (account, login, name, duty, county, permissions, must_change_password,
                       totp_on, csrf_token))

SessionView view(const Access& access, const Principal& principal) {
    const auto& who = principal.who();
    const auto& name = access.options().county_name;
    return {who.account,
            who.login,
            who.display_name,
            std::string(principal.main_role()),
            {who.county, name ? name(who.county) : std::string{}},
            principal.permissions(),
            who.password_change_needed,
            who.totp_on,
            who.csrf_token};
}

bool is_county(std::string_view text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

http::Cookie device_cookie(const std::string& mark) {
    http::Cookie cookie{std::string(kDeviceCookie), mark, kDeviceKnown};
    cookie.strict = true;
    return cookie;
}

Result<SessionView> sign_in(Access& access, const http::Call<SignInBody>& call) {
    SignInRequest request;
    request.county = call.body.county ? call.body.county->str() : access.options().county;
    if (!is_county(request.county)) {
        return Refusal{RefusalKind::kInvalid, "county_not_well_formed", "/county"};
    }
    const auto& serves = access.options().serves;
    if (serves && !serves(request.county)) {
        return Refusal{RefusalKind::kUnauthenticated, "sign_in_failed"};
    }
    request.login = call.body.name;
    request.password = call.body.password;
    if (call.body.totp) request.totp = call.body.totp->str();
    request.seat = seat_of(call.request);
    request.device = call.request.cookie(kDeviceCookie);
    const auto signed_in = access.sign_in().sign_in(request);
    if (!signed_in) return signed_in.error();
    if (call.signed_in()) access.sign_in().sign_out(principal(call));
    call.set_cookie(session_cookie(signed_in->token, access.options().limits));
    call.set_cookie(device_cookie(signed_in->device));
    return view(access, *signed_in->principal);
}

Result<Nothing> sign_out(Access& access, const http::Call<>& call) {
    access.sign_in().sign_out(principal(call));
    call.set_cookie(no_session_cookie());
    return Nothing{};
}

Result<Nothing> change_password(Access& access, const http::Call<ChangePasswordBody>& call) {
    const auto token = access.own_account().change_password(
        principal(call), call.body.old_password, call.body.new_password, seat_of(call.request));
    if (!token) return token.error();
    call.set_cookie(session_cookie(*token, access.options().limits));
    return Nothing{};
}

std::string printable(std::string_view text, std::size_t most) {
    std::string out(text.substr(0, most));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return out;
}

}  // namespace

store::Seat seat_of(const http::Request& request) {
    return {printable(request.client, kMostAddress),
            printable(request.header("User-Agent"), kMostAgent)};
}

http::Cookie session_cookie(const Token& token, const SessionLimits& limits) {
    return {std::string(kSessionCookie), token.text(), limits.absolute};
}

http::Cookie no_session_cookie() {
    return {std::string(kSessionCookie), "", std::chrono::seconds{-1}};
}

void add_session_routes(http::Routes& routes, Access& access) {
    const auto current = [&access](const http::Call<>& call) -> Result<SessionView> {
        return view(access, principal(call));
    };
    routes.post<SignInBody, SessionView>(
        "/api/v1/session", http::kAnyone,
        [&access](const http::Call<SignInBody>& call) { return sign_in(access, call); }, "Sign in");
    routes.get<Nothing, SessionView>("/api/v1/session", http::kSignedIn, current,
                                     "Who is signed in, and the CSRF token of the session");
    routes.get<Nothing, SessionView>("/api/v1/me", http::kSignedIn, current,
                                     "Who asks: by session or by API token");
    routes.del<Nothing, Nothing>(
        "/api/v1/session", http::kSignedIn,
        [&access](const http::Call<>& call) { return sign_out(access, call); }, "Sign out");
    routes.post<ChangePasswordBody, Nothing>(
        "/api/v1/session/password", http::kSignedIn,
        [&access](const http::Call<ChangePasswordBody>& call) {
            return change_password(access, call);
        },
        "Change one's password; ends every other session and begins a new one");
}

}  // namespace jingwei::access
