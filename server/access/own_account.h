#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/sign_in.h"

namespace jingwei::access {

struct TotpSetUp {
    std::string secret;   ///< base 32, for typing in
    std::string address;  ///< otpauth://…, for a QR code
};

struct TokenOrder {
    std::string name;
    std::vector<std::string> permissions;
    Time expires_at;
};

struct NewToken {
    store::OwnToken token;
    std::string secret;  ///< shown this once
};

/// What everybody does to his own account. Takes a session; an API token is refused
/// (not_with_a_token), so a stolen token cannot make itself at home.
class OwnAccount {
public:
    OwnAccount(const AccessTools& tools, SignIn& sign_in) : tools_(tools), sign_in_(sign_in) {}

    /// Ends every session of the account and answers the token of a new one. A wrong old password
    /// counts like a failed sign-in. Refusals: old_password_wrong, password_not_new,
    /// account_locked, those of check_password.
    Result<Token> change_password(const Principal& self, const std::string& old_password,
                                  const std::string& new_password, const store::Seat& seat);

    /// Begins anew each time until confirmed. Takes the password, so that who finds an open
    /// session cannot lock its owner out. Refusals: totp_already_on, old_password_wrong,
    /// account_locked.
    Result<TotpSetUp> set_up_totp(const Principal& self, const std::string& password);
    /// Turns it on when the code is right; ends every other session. Refusals: totp_not_set_up,
    /// totp_already_on, totp_wrong.
    Result<Token> confirm_totp(const Principal& self, const std::string& code,
                               const store::Seat& seat);
    /// Refusals: old_password_wrong (it takes the password as well), account_locked.
    Result<void> disable_totp(const Principal& self, const std::string& password);

    Result<std::vector<store::OpenSession>> sessions(const Principal& self);
    Result<void> end_session(const Principal& self, Id<Session> id);
    /// Every session but the one that asks. Tokens stay: they are no sessions and end one by one.
    Result<void> end_other_sessions(const Principal& self);

    Result<std::vector<store::OwnToken>> tokens(const Principal& self);
    Result<NewToken> make_token(const Principal& self, const TokenOrder& order);
    Result<void> revoke_token(const Principal& self, Id<ApiToken> id);

private:
    /// The row, when `password` is right; counts a failure otherwise.
    Result<store::CredentialRow> prove(const Principal& self, const std::string& password);
    void note(db::Transaction& tx, const Principal& self, std::string action, Time now) const;

    AccessTools tools_;
    SignIn& sign_in_;
};

}  // namespace jingwei::access
