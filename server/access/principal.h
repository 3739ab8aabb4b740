#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/role.h"
#include "core/clock.h"
#include "core/id.h"
#include "db/scope.h"
#include "http/call.h"
#include "http/gate.h"

namespace jingwei::access {

struct RoleGrant;  // names Id<RoleGrant>
struct Session;    // names Id<Session>
struct ApiToken;   // names Id<ApiToken>

/// One role, given to one account, on a subtree of the territory or on one unit, for a time.
struct Grant {
    Id<RoleGrant> id;
    std::string role;
    std::optional<std::string> path;  ///< "371323/101": the node and all below it
    std::optional<Id<Unit>> unit;     ///< exactly one of path and unit is there
    Time valid_from;
    std::optional<Time> valid_to;  ///< open: not valid at that moment any more; nothing: no end

    bool live(Time now) const { return valid_from <= now && (!valid_to || now < *valid_to); }
};

/// Is `path` the node `root` or below it? Both opaque: segments of [0-9a-z] between slashes.
bool inside(std::string_view path, std::string_view root);

/// Who asks, and what that person may do: the answer to every question of rights in a request.
/// Immutable, made by the gate from an account's live grants; routes get it by principal(call).
class Principal final : public http::Identity {
public:
    struct Who {
        std::string county;
        Id<Account> account;
        std::string login;
        std::string display_name;
        std::optional<Id<Session>> session;  ///< signed in by cookie
        std::optional<Id<ApiToken>> token;   ///< by API token
        std::string csrf_token;              ///< empty for an API token, which needs none
        /// May only change the password: can() is false for everything.
        bool password_change_needed = false;
        bool totp_on = false;  ///< signing in takes a second factor
    };

    /// `only` limits every grant to those permissions (API tokens); nothing: no such limit.
    /// Grants of roles that this version does not know are left out.
    Principal(Who who, std::vector<Grant> grants,
              std::optional<std::vector<std::string>> only = std::nullopt);

    const Who& who() const { return who_; }
    const std::string& county() const { return who_.county; }
    Id<Account> account() const { return who_.account; }
    const std::string& display_name() const { return who_.display_name; }
    const std::vector<Grant>& grants() const { return grants_; }

    /// What somebody is, in one word: of the roles held the first in the order of all_roles(), so
    /// a village lead who also works for its committee is a lead. Empty without any.
    std::string_view main_role() const;

    /// Anywhere: what the route asks before the object is known.
    bool can(std::string_view permission) const;
    /// On that node of the territory.
    bool can(std::string_view permission, std::string_view path) const;
    bool can_for_unit(std::string_view permission, Id<Unit> unit) const;

    /// Every permission held somewhere, in the order of all_permissions().
    std::vector<std::string> permissions() const;
    /// Subtrees on which it is held: sorted, none inside another.
    std::vector<std::string> paths(std::string_view permission) const;
    std::vector<Id<Unit>> units(std::string_view permission) const;

    /// What row-level security is told: the subtrees and units on which `permission` is held and
    /// nothing else, so a transaction sees no more than its purpose needs. `secrets` is set when
    /// case.confidential is held on all of those subtrees.
    db::Scope scope(std::string_view permission) const;
    /// scope("case.read"): work on cases.
    db::Scope scope() const { return scope(permission::kCaseRead); }
    /// scope(permission) with a duty, which opens the administrative tables of that name.
    db::Scope scope_for(std::string_view permission, std::string duty) const;

private:
    bool held(const Grant& grant, std::string_view permission) const;

    Who who_;
    std::vector<Grant> grants_;
    std::optional<std::vector<std::string>> only_;
};

/// Who asks on a route whose permission is not http::kAnyone.
template <class Body>
const Principal& principal(const http::Call<Body>& call) {
    return static_cast<const Principal&>(call.identity());
}

}  // namespace jingwei::access
