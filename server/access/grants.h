#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/access_tools.h"

namespace jingwei::access {

/// Who holds which role where. Given and ended by security officers, never changed or deleted.
class Grants {
public:
    explicit Grants(const AccessTools& tools) : tools_(tools) {}

    /// Refusals: those of check_grant, check_beside and check_granter, no_such_account. The same
    /// grant under the same id again: as it is; another one: grant_id_taken.
    Result<Grant> give(const Principal& granter, Id<RoleGrant> id, const NewGrant& grant);
    /// By the system: command line and demo. The rules of the grant itself hold as well.
    Result<Grant> give(const Actor& system, Id<RoleGrant> id, const NewGrant& grant);

    /// Ends it now. Refusals: no_such_grant, no_grant_to_oneself, grant_outside_your_subtree.
    Result<void> end(const Principal& granter, Id<RoleGrant> id);

    /// Those that have not ended.
    Result<std::vector<Grant>> list(const Principal& reader, Id<Account> account);

    /// Who holds `permission` on that node now, and by which grant.
    Result<std::vector<store::HolderRow>> who_may(const Principal& reader,
                                                  const std::string& permission,
                                                  const std::string& path);

private:
    Result<Grant> give_once(db::Transaction& tx, const Actor& actor, Id<RoleGrant> id,
                            const NewGrant& grant, Time now) const;

    AccessTools tools_;
};

/// Adds a grant in the caller's transaction (duty grants): for demo and imports, which have checked
/// it. Does not tell other servers; call Grants::give for that.
void add_grant(db::Transaction& tx, const Actor& actor, Id<RoleGrant> id, const NewGrant& grant,
               Time now);

}  // namespace jingwei::access
