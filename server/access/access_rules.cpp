#include "access/access_rules.h"

#include <algorithm>
#include <cctype>

namespace jingwei::access {
namespace {

constexpr std::string_view kPasswordField = "/new_password";

Refusal invalid(std::string_view code, std::string_view field) {
    return {RefusalKind::kInvalid, std::string(code), std::string(field)};
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

int kinds(std::string_view password) {
    bool small = false, capital = false, digit = false, other = false;
    for (const char c : password) {
        if (c >= 'a' && c <= 'z')
            small = true;
        else if (c >= 'A' && c <= 'Z')
            capital = true;
        else if (c >= '0' && c <= '9')
            digit = true;
        else
            other = true;
    }
    return small + capital + digit + other;
}

// "1234567890", "aaaaaaaaaa", "zyxwvutsrq": each octet the same step from the one before.
bool is_run(std::string_view password) {
    for (std::size_t at = 2; at < password.size(); ++at) {
        if (password[at] - password[at - 1] != password[1] - password[0]) return false;
    }
    return true;
}

bool overlap(const NewGrant& one, const Grant& other) {
    const bool starts_in_time = !other.valid_to || one.valid_from < *other.valid_to;
    const bool ends_too_late = !one.valid_to || other.valid_from < *one.valid_to;
    return starts_in_time && ends_too_late;
}

bool is_path(std::string_view path) {
    bool segment = false;
    for (const char c : path) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        if (!plain && (c != '/' || !segment)) return false;
        segment = plain;
    }
    return segment && path.size() <= 200;
}

Result<void> check_path(std::string_view county, const Role& role, std::string_view path) {
    if (!is_path_of(county, path)) return invalid("not_a_path_of_county", "/path");
    if (role.office == Office::kAudit && path != county) {
        return invalid("audit_is_of_whole_county", "/path");
    }
    return {};
}

}  // namespace

Result<void> check_password(std::string_view password, std::string_view login) {
    const std::size_t length = code_points(password);
    if (length < kPasswordShortest) return invalid("password_too_short", kPasswordField);
    if (length > kPasswordLongest) return invalid("password_too_long", kPasswordField);
    if (is_run(password)) return invalid("password_too_plain", kPasswordField);
    if (length < kPassphrase && kinds(password) < 3) {
        return invalid("password_too_plain", kPasswordField);
    }
    if (lower(password).find(lower(login)) != std::string::npos) {
        return invalid("password_has_login", kPasswordField);
    }
    return {};
}

Failures after_failure(const Failures& before, Time now) {
    if (before.locked(now)) return before;
    const bool same_window =
        !before.locked_until && before.first && now - *before.first < kFailureWindow;
    Failures after;
    after.count = same_window ? before.count + 1 : 1;
    after.first = same_window ? before.first : std::optional{now};
    if (after.count >= kFailuresAllowed) after.locked_until = now + kLockTime;
    return after;
}

Time session_end(Time created, Time seen, const SessionLimits& limits) {
    return std::min<Time>(created + limits.absolute, seen + limits.idle);
}

Result<void> check_token(const Principal& maker, std::span<const std::string> permissions, Time now,
                         Time expires) {
    if (permissions.empty()) return invalid("token_needs_permissions", "/permissions");
    for (std::size_t at = 0; at < permissions.size(); ++at) {
        if (!maker.can(permissions[at])) {
            return invalid("not_your_permission", "/permissions/" + std::to_string(at));
        }
    }
    if (expires <= now) return invalid("token_end_in_the_past", "/expires_at");
    if (expires > now + kTokenLongest) return invalid("token_too_long", "/expires_at");
    return {};
}

bool is_path_of(std::string_view county, std::string_view path) {
    return is_path(path) && inside(path, county);
}

Result<void> check_grant(std::string_view county, const NewGrant& grant) {
    const Role* role = find_role(grant.role);
    if (role == nullptr) return invalid("unknown_role", "/role");
    const bool on_path = role->reach == Reach::kPath;
    if (grant.path.has_value() != on_path) {
        return invalid(on_path ? "role_needs_path" : "role_is_of_units", "/path");
    }
    if (grant.unit.has_value() == on_path) {
        return invalid(on_path ? "role_is_of_territory" : "role_needs_unit", "/unit_id");
    }
    if (grant.valid_to && *grant.valid_to <= grant.valid_from) {
        return invalid("ends_before_it_begins", "/valid_to");
    }
    return on_path ? check_path(county, *role, *grant.path) : Result<void>{};
}

Result<void> check_beside(const NewGrant& grant, std::span<const Grant> held) {
    if (held.size() >= kGrantsPerAccount) {
        return Refusal{RefusalKind::kConflict, "too_many_grants", "/account_id"};
    }
    const Office office = find_role(grant.role)->office;
    for (const auto& other : held) {
        if (!overlap(grant, other)) continue;
        if (other.role == grant.role && other.path == grant.path && other.unit == grant.unit) {
            return Refusal{RefusalKind::kConflict, "already_granted", "/role"};
        }
        const Role* role = find_role(other.role);
        const Office theirs = role == nullptr ? Office::kNone : role->office;
        if (office != Office::kNone && theirs != Office::kNone && office != theirs) {
            return Refusal{RefusalKind::kConflict, "officers_exclude_each_other", "/role"};
        }
    }
    return {};
}

Result<void> check_granter(const Principal& granter, Id<Account> account,
                           const std::optional<std::string>& path) {
    if (granter.account() == account) {
        return Refusal{RefusalKind::kForbidden, "no_grant_to_oneself", "/account_id"};
    }
    if (!granter.can(permission::kGrantEdit, path ? *path : granter.county())) {
        return Refusal{RefusalKind::kForbidden, "grant_outside_your_subtree",
                       path ? "/path" : "/unit_id"};
    }
    return {};
}

Result<void> check_keeper(std::span<const std::string> paths, std::span<const HeldOffice> held) {
    for (const auto& one : held) {
        if (one.office == Office::kSecurity || one.office == Office::kAudit) {
            return Refusal{RefusalKind::kForbidden, "account_of_officer"};
        }
        const bool mine =
            one.path && std::any_of(paths.begin(), paths.end(),
                                    [&](const auto& path) { return inside(*one.path, path); });
        if (!mine) return Refusal{RefusalKind::kForbidden, "account_reaches_further"};
    }
    return {};
}

}  // namespace jingwei::access
