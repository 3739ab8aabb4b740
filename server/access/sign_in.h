#pragma once

#include <memory>
#include <optional>
#include <string>

#include "access/access_tools.h"

namespace jingwei::access {

struct SignInRequest {
    std::string county;
    std::string login;  ///< any case
    std::string password;
    std::optional<std::string> totp;
    store::Seat seat;
    std::string device = {};  ///< device_mark() as the browser shows it; empty: none
};

struct SignedIn {
    Token token;
    std::string device;  ///< device_mark() to be shown next time
    std::shared_ptr<const Principal> principal;
};

/// The way in and out. An unknown login, a wrong password and a locked account get one and the same
/// answer after the same time; what it was stands in the audit. A known device counts its failures
/// by itself and is locked by itself: it neither feels nor lifts the lock of the account, which is
/// for everybody else.
class SignIn {
public:
    explicit SignIn(const AccessTools& tools) : tools_(tools) {}

    /// Refusals: sign_in_failed; totp_required (the password was right, "/totp" is missing);
    /// sign_in_busy. The session is a new one whatever the request carried.
    Result<SignedIn> sign_in(const SignInRequest& request);

    /// Ends that session; nothing when it has ended.
    void sign_out(const Principal& principal);

    /// Ends every session of the account and begins a new one: after a change of password or of
    /// the second factor. To be called in a transaction with the duty credential.
    Token renew(db::Transaction& tx, const std::string& county, Id<Account> account,
                const store::Seat& seat, Time now) const;

private:
    struct Verdict;
    struct Caller;
    /// What the password was compared with, and what came of it.
    struct Comparison;
    Verdict judge(db::Transaction& tx, const SignInRequest& request, const Comparison& compared,
                  Time now) const;
    Caller caller_of(db::Transaction& tx, const SignInRequest& request, Id<Account> account,
                     const store::CredentialRow& row, Time now) const;
    Verdict fail(db::Transaction& tx, const SignInRequest& request, const Caller& caller,
                 Time now) const;
    Verdict welcome(db::Transaction& tx, const SignInRequest& request, const Caller& caller,
                    Time now) const;
    std::optional<std::int64_t> accepted_step(const SignInRequest& request, Id<Account> account,
                                              const store::CredentialRow& row, Time now) const;
    void note(db::Transaction& tx, const SignInRequest& request, Id<Account> account,
              std::string action, Time now) const;

    AccessTools tools_;
};

/// The purpose and place under which a second factor is sealed.
inline constexpr std::string_view kTotpPurpose = "totp";
std::string totp_place(std::string_view county, Id<Account> account);

}  // namespace jingwei::access
