#include "access/grants.h"

#include <algorithm>

#include "db/in_transaction.h"

namespace jingwei::access {
namespace {

constexpr int kMostHolders = 500;

// "371323/101/204" → 371323, 371323/101, 371323/101/204: a grant on any of them reaches the node.
std::vector<std::string> node_and_above(const std::string& path) {
    std::vector<std::string> out;
    for (auto at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
        out.push_back(path.substr(0, at));
    }
    out.push_back(path);
    return out;
}

std::vector<std::string> roles_holding(std::string_view permission) {
    std::vector<std::string> out;
    for (const auto& role : all_roles()) {
        if (role.holds(permission)) out.emplace_back(role.name);
    }
    return out;
}

Grant made(Id<RoleGrant> id, const NewGrant& grant) {
    return {id, grant.role, grant.path, grant.unit, grant.valid_from, grant.valid_to};
}

/// The end is left out: it may have been ended since.
bool same(const store::HeldGrant& there, const NewGrant& grant) {
    return there.account == grant.account && there.grant.role == grant.role &&
           there.grant.path == grant.path && there.grant.unit == grant.unit &&
           there.grant.valid_from == grant.valid_from;
}

}  // namespace

void add_grant(db::Transaction& tx, const Actor& actor, Id<RoleGrant> id, const NewGrant& grant,
               Time now) {
    store::add_grant(tx, actor.county(), id, grant, actor.account(), now);
    auto entry = actor.entry(now, "role_grant.give", "account", grant.account.text());
    entry.detail = R"({"grant":")" + id.text() + R"(","role":")" + grant.role + R"("})";
    audit::record(tx, entry);
}

Result<Grant> Grants::give(const Principal& granter, Id<RoleGrant> id, const NewGrant& grant) {
    const auto allowed = check_granter(granter, grant.account, grant.path);
    if (!allowed) return allowed.error();
    return give(Actor::of(granter, permission::kGrantEdit, store::kGrants), id, grant);
}

Result<Grant> Grants::give(const Actor& actor, Id<RoleGrant> id, const NewGrant& grant) {
    const auto sound = check_grant(actor.county(), grant);
    if (!sound) return sound.error();
    const Time now = tools_.clock.now();
    const auto attempt = [&] {
        return db::in_transaction(tools_.pool, actor.scope, [&](db::Transaction& tx) {
            return give_once(tx, actor, id, grant, now);
        });
    };
    auto given = attempt();
    // The same order may have arrived twice at once, and the other have been quicker.
    if (!given && given.error().kind == RefusalKind::kConflict) given = attempt();
    tools_.identities.forget(actor.county());
    return given;
}

Result<Grant> Grants::give_once(db::Transaction& tx, const Actor& actor, Id<RoleGrant> id,
                                const NewGrant& grant, Time now) const {
    if (const auto there = store::find_grant(tx, actor.county(), id)) {
        if (same(*there, grant)) return there->grant;
        return Refusal{RefusalKind::kConflict, "grant_id_taken", "/id"};
    }
    if (!store::find_account(tx, actor.county(), grant.account)) {
        return Refusal{RefusalKind::kNotFound, "no_such_account", "/account_id"};
    }
    const auto held = store::list_grants(tx, actor.county(), grant.account, now);
    const auto fits = check_beside(grant, held);
    if (!fits) return fits.error();
    add_grant(tx, actor, id, grant, now);
    store::raise_access_version(tx, actor.county());
    return made(id, grant);
}

Result<void> Grants::end(const Principal& granter, Id<RoleGrant> id) {
    const auto actor = Actor::of(granter, permission::kGrantEdit, store::kGrants);
    const Time now = tools_.clock.now();
    const auto ended =
        db::in_transaction(tools_.pool, actor.scope, [&](db::Transaction& tx) -> Result<void> {
            const auto held = store::find_grant(tx, actor.county(), id);
            if (!held) return Refusal{RefusalKind::kNotFound, "no_such_grant"};
            const auto allowed = check_granter(granter, held->account, held->grant.path);
            if (!allowed) return allowed;
            const Time end = std::max(now, held->grant.valid_from);
            if (!store::end_grant(tx, actor.county(), id, end, granter.account())) return {};
            auto entry = actor.entry(now, "role_grant.end", "account", held->account.text());
            entry.detail = R"({"grant":")" + id.text() + R"("})";
            audit::record(tx, entry);
            store::raise_access_version(tx, actor.county());
            return {};
        });
    tools_.identities.forget(actor.county());
    return ended;
}

Result<std::vector<Grant>> Grants::list(const Principal& reader, Id<Account> account) {
    const auto actor = Actor::of(reader, permission::kGrantRead, store::kGrants);
    const Time now = tools_.clock.now();
    return db::in_transaction(tools_.pool, actor.scope,
                              [&](db::Transaction& tx) -> Result<std::vector<Grant>> {
                                  return store::list_grants(tx, actor.county(), account, now);
                              });
}

Result<std::vector<store::HolderRow>> Grants::who_may(const Principal& reader,
                                                      const std::string& permission,
                                                      const std::string& path) {
    if (!is_permission(permission)) {
        return Refusal{RefusalKind::kInvalid, "unknown_permission", "/permission"};
    }
    const auto actor = Actor::of(reader, permission::kGrantRead, store::kGrants);
    const Time now = tools_.clock.now();
    return db::in_transaction(tools_.pool, actor.scope,
                              [&](db::Transaction& tx) -> Result<std::vector<store::HolderRow>> {
                                  return store::list_holders(
                                      tx, actor.county(), roles_holding(permission),
                                      node_and_above(path), now, kMostHolders);
                              });
}

}  // namespace jingwei::access
