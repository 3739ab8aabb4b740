#include "access/access_routes.h"

namespace jingwei::access {
namespace {

struct GrantView {
    Id<RoleGrant> id;
    std::string role;
    std::optional<std::string> path;
    std::optional<Id<Unit>> unit_id;
    Time valid_from;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(GrantView, (), (id, role, path, unit_id, valid_from, valid_to))

struct GiveGrantBody {
    Id<RoleGrant> id;
    Id<Account> account_id;
    Text<1, 60> role;
    std::optional<Text<6, 200>> path;
    std::optional<Id<Unit>> unit_id;
    Time valid_from;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(GiveGrantBody, (),
                      (id, account_id, role, path, unit_id, valid_from, valid_to))

struct RoleView {
    std::string name;
    Office office = Office::kNone;
    Reach reach = Reach::kPath;
    std::vector<std::string> permissions;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (name, office, reach, permissions))

struct RightsQuery {
    Text<1, 60> permission;
    Text<6, 200> path;
};
BOOST_DESCRIBE_STRUCT(RightsQuery, (), (permission, path))

struct HolderView {
    Id<Account> account_id;
    std::string login;
    std::string display_name;
    Id<RoleGrant> grant_id;
    std::string role;
    std::optional<std::string> path;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(HolderView, (),
                      (account_id, login, display_name, grant_id, role, path, valid_to))

GrantView view(const Grant& grant) {
    return {grant.id, grant.role, grant.path, grant.unit, grant.valid_from, grant.valid_to};
}

Page<GrantView> page_of(const std::vector<Grant>& grants) {
    Page<GrantView> page;
    for (const auto& grant : grants)
        page.items.push_back(view(grant));
    return page;
}

Page<RoleView> roles() {
    Page<RoleView> page;
    for (const auto& role : all_roles()) {
        page.items.push_back({std::string(role.name),
                              role.office,
                              role.reach,
                              {role.permissions.begin(), role.permissions.end()}});
    }
    return page;
}

Result<GrantView> give(Access& access, const http::Call<GiveGrantBody>& call) {
    const auto& body = call.body;
    NewGrant grant{body.account_id, body.role, {}, body.unit_id, body.valid_from, body.valid_to};
    if (body.path) grant.path = body.path->str();
    const auto given = access.grants().give(principal(call), body.id, grant);
    if (!given) return given.error();
    return view(*given);
}

Result<Nothing> end(Access& access, const http::Call<>& call) {
    const auto ended = access.grants().end(principal(call), call.path_id<RoleGrant>("id"));
    if (!ended) return ended.error();
    return Nothing{};
}

Result<Page<GrantView>> list(Access& access, const http::Call<>& call) {
    const auto grants = access.grants().list(principal(call), call.path_id<Account>("id"));
    if (!grants) return grants.error();
    return page_of(*grants);
}

Result<Page<HolderView>> who_may(Access& access, const http::Call<RightsQuery>& call) {
    const auto holders =
        access.grants().who_may(principal(call), call.body.permission, call.body.path);
    if (!holders) return holders.error();
    Page<HolderView> page;
    for (const auto& one : *holders) {
        page.items.push_back({one.account_id, one.login, one.display_name, one.grant_id, one.role,
                              one.path, one.valid_to});
    }
    return page;
}

}  // namespace

void add_grant_routes(http::Routes& routes, Access& access) {
    routes.get<Nothing, Page<RoleView>>(
        "/api/v1/roles", http::kSignedIn,
        [](const http::Call<>&) -> Result<Page<RoleView>> { return roles(); },
        "The roles that there are, and what each may do");
    routes.get<Nothing, Page<GrantView>>(
        "/api/v1/me/grants", http::kSignedIn,
        [](const http::Call<>& call) -> Result<Page<GrantView>> {
            return page_of(principal(call).grants());
        },
        "What one holds oneself");
    routes.get<Nothing, Page<GrantView>>(
        "/api/v1/accounts/{id}/grants", permission::kGrantRead,
        [&access](const http::Call<>& call) { return list(access, call); },
        "What an account holds");
    routes.post<GiveGrantBody, GrantView>(
        "/api/v1/grants", permission::kGrantEdit,
        [&access](const http::Call<GiveGrantBody>& call) { return give(access, call); },
        "Give an account a role on a subtree or a unit");
    routes.del<Nothing, Nothing>(
        "/api/v1/grants/{id}", permission::kGrantEdit,
        [&access](const http::Call<>& call) { return end(access, call); }, "End a grant");
    routes.get<RightsQuery, Page<HolderView>>(
        "/api/v1/rights", permission::kGrantRead,
        [&access](const http::Call<RightsQuery>& call) { return who_may(access, call); },
        "Who holds a permission on a node of the territory, and by which grant");
}

}  // namespace jingwei::access
