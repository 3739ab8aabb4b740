#include "access/principal.h"
#include "http/routes.h"
#include "staff/staff_state.h"
#include "staff/staff_views.h"

namespace jingwei::staff {
namespace {

using access::principal;

/// The account alone: what it may edit elsewhere has no part in its own absence.
template <class Body>
db::Scope self(const http::Call<Body>& call) {
    auto scope = db::Scope::nobody(principal(call).county());
    scope.account = principal(call).account();
    return scope;
}

OwnPostList own_posts(const grid::Territory& territory, const Roster& roster, Id<Account> account,
                      Time now) {
    OwnPostList list;
    for (const auto& held : roster.held_by(account, now))
        list.items.push_back(own_post_of(territory, roster, held, now));
    return list;
}

Result<OwnAwayList> entered(const Result<std::vector<OwnAway>>& made) {
    if (!made) return made.error();
    OwnAwayList list;
    for (const auto& one : *made) {
        list.items.push_back(
            {one.away.id, one.holding, one.away.span.from, one.away.span.to, one.stand_ins});
    }
    return list;
}

}  // namespace

void Staff::add_own_routes(http::Routes& routes) {
    routes.get<Nothing, OwnPostList>(
        "/api/v1/me/posts", http::kSignedIn,
        [this](const auto& call) -> Result<OwnPostList> {
            const auto& who = principal(call);
            return own_posts(*state_->grid.territory(who.county()), *roster(who.county()),
                             who.account(), state_->clock.now());
        },
        "The posts that one holds, and one's absences");
    routes.post<SetOwnAway, OwnAwayList>(
        "/api/v1/me/away", http::kSignedIn,
        [this](const auto& call) {
            const auto& body = call.body;
            return entered(
                set_own_away(self(call), {body.id, body.holding_id, body.away_from, body.away_to}));
        },
        "Enter one's own absence; the other side answers meanwhile");
    routes.post<EndBody, Nothing>(
        "/api/v1/me/away/{id}/end", http::kSignedIn,
        [this](const auto& call) -> Result<Nothing> {
            const auto done =
                end_own_away(self(call), call.template path_id<Away>("id"), call.body.at);
            if (!done) return done.error();
            return Nothing{};
        },
        "Back from one's own absence, or take back one that has not begun");
}

void Staff::add_coverage_routes(http::Routes& routes) {
    routes.get<StaffCoverageQuery, StaffCoverageView>(
        "/api/v1/staff/coverage", access::permission::kStaffRead,
        [this](const auto& call) -> Result<StaffCoverageView> {
            const auto& county = principal(call).county();
            const auto territory = state_->grid.territory(county);
            const auto* root =
                call.body.path ? territory->by_path(call.body.path->str()) : territory->root();
            if (!root && call.body.path) return unknown("node_unknown", "/path");
            if (!root) return StaffCoverageView{};
            const auto at = call.body.at.value_or(state_->clock.now());
            return view_of(*territory, staff_coverage(*territory, *root, *roster(county), at));
        },
        "Grids without a lead or worker as A and B");
}

}  // namespace jingwei::staff
