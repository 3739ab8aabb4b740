#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "core/clock.h"
#include "core/result.h"

/// The rules of access that need no database: time is an argument, so a test walks all of them.
namespace jingwei::access {

// ---- passwords

inline constexpr std::size_t kPasswordShortest = 10;  ///< characters (code points), not octets
inline constexpr std::size_t kPasswordLongest = 128;
inline constexpr std::size_t kPassphrase = 20;  ///< from here on no mix of kinds is asked for

/// Whether an account may take this password: long enough, three of the four kinds of character
/// (lower, upper, digit, anything else) unless it is a passphrase, not the login inside it, not a
/// single run ("1234567890", "aaaaaaaaaa"). Codes: password_too_short, password_too_long,
/// password_too_plain, password_has_login; field "/new_password".
Result<void> check_password(std::string_view password, std::string_view login);

// ---- lock-out

inline constexpr int kFailuresAllowed = 5;
inline constexpr std::chrono::minutes kFailureWindow{15};
inline constexpr std::chrono::minutes kLockTime{15};

/// What is remembered of failed sign-ins of one account.
struct Failures {
    int count = 0;  ///< inside the window that began at `first`
    std::optional<Time> first;
    std::optional<Time> locked_until;  ///< open end: not locked at that moment any more

    bool locked(Time now) const { return locked_until && now < *locked_until; }
    friend bool operator==(const Failures&, const Failures&) = default;
};

/// After one more failure: the fifth inside fifteen minutes locks for fifteen minutes; a failure
/// while locked prolongs nothing. A known device (access/device.h) has failures of its own, so
/// nobody can keep another person out.
Failures after_failure(const Failures& before, Time now);

// ---- sessions

struct SessionLimits {
    std::chrono::minutes idle{120};
    std::chrono::minutes absolute{12 * 60};
    std::size_t per_account = 10;  ///< a further sign-in ends the oldest
};

/// When a session ends if nothing more happens: open end, the earlier of the two limits.
Time session_end(Time created, Time seen, const SessionLimits& limits);

// ---- API tokens

inline constexpr std::chrono::days kTokenLongest{366};
inline constexpr std::size_t kTokensPerAccount = 20;

/// A token holds permissions of its maker only, and ends. Codes: token_needs_permissions,
/// not_your_permission, token_end_in_the_past, token_too_long.
Result<void> check_token(const Principal& maker, std::span<const std::string> permissions, Time now,
                         Time expires);

// ---- who may grant what to whom

inline constexpr std::size_t kGrantsPerAccount = 100;

struct NewGrant {
    Id<Account> account;
    std::string role;
    std::optional<std::string> path;
    std::optional<Id<Unit>> unit;
    Time valid_from;
    std::optional<Time> valid_to;
};

/// Segments of [0-9a-z] between slashes, the first of them the county.
bool is_path_of(std::string_view county, std::string_view path);

/// Whether the grant makes sense by itself: the role exists and takes hold there, the path belongs
/// to the county, an auditor audits the whole county, it ends after it begins.
Result<void> check_grant(std::string_view county, const NewGrant& grant);

/// Whether it fits the grants that the account has: no second office at the same time
/// (officers_exclude_each_other), not the same again (already_granted), not too many.
Result<void> check_beside(const NewGrant& grant, std::span<const Grant> held);

/// Whether `granter` may give or take it: never for oneself; inside a subtree on which one holds
/// grant.edit; on a unit only who holds it for the whole county, since a path says nothing of where
/// units are.
Result<void> check_granter(const Principal& granter, Id<Account> account,
                           const std::optional<std::string>& path);

// ---- who may look after whom

/// What a grant that has not ended lets its holder do, and where: of a unit the place of the unit,
/// nothing when that is not known.
struct HeldOffice {
    Office office = Office::kNone;
    std::optional<std::string> path;
};
BOOST_DESCRIBE_STRUCT(HeldOffice, (), (office, path))

/// Whether who holds `permission` account.edit on `paths` may set the password of an account, or
/// bar it, that holds `held`: whoever sets a password can sign in with it, so no grant may reach
/// further than his own, and none may be of another of the three offices. Codes:
/// account_of_officer, account_reaches_further.
Result<void> check_keeper(std::span<const std::string> paths, std::span<const HeldOffice> held);

}  // namespace jingwei::access
