#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include "core/result.h"
#include "db/pool.h"
#include "db/scope.h"
#include "grid/grid.h"
#include "staff/changes.h"
#include "staff/roster.h"

namespace jingwei::http {
class Routes;
}

namespace jingwei::staff {

/// The front door: people in posts. The roster of a county is kept in memory like the territory
/// (grid/snapshots.h). Writing acts for the scope given, whose paths are where the writer may edit
/// (principal.scope(permission::kStaffEdit)); every write is audited. Thread-safe.
class Staff {
public:
    /// Registers the refusals of its constraints with `pool`.
    Staff(db::Pool& pool, const Clock& clock, grid::Grid& grid,
          std::chrono::milliseconds trust = grid::kSnapshotTrust);
    ~Staff();

    std::shared_ptr<const Roster> roster(std::string_view county);
    void forget(std::string_view county);

    /// Everything below refuses outside_your_scope and id_taken.
    ///
    /// node_unknown, account_unknown, account_has_member
    Result<Member> add_member(const db::Scope& scope, const NewMember& member);
    /// member_unknown, account_unknown, account_has_member
    Result<Member> change_member(const db::Scope& scope, Id<Member> id, const MemberChange& change);
    /// node_unknown
    Result<Post> create_post(const db::Scope& scope, const NewPost& post);
    /// post_unknown, span_reversed. Who held it then holds nothing any more.
    Result<void> close_post(const db::Scope& scope, Id<Post> id, std::optional<Time> at = {});
    /// post_unknown, member_unknown, span_reversed, outside_post, side_taken
    Result<Holding> appoint(const db::Scope& scope, const NewHolding& holding);
    /// holding_unknown, span_reversed
    Result<void> end_holding(const db::Scope& scope, Id<Holding> id, std::optional<Time> at = {});
    /// holding_unknown, span_reversed, outside_holding, away_taken
    Result<Away> set_away(const db::Scope& scope, const NewAway& away);
    /// Back earlier than said, or after an open absence. away_unknown, span_reversed
    Result<void> end_away(const db::Scope& scope, Id<Away> id, std::optional<Time> at = {});

    /// /api/v1/posts…, /api/v1/staff…, and the public card; `public_url` ("https://example.org") is
    /// what the QR code of a card begins with.
    void add_routes(http::Routes& routes, std::string public_url);

    struct State;  ///< private to staff

private:
    void add_member_routes(http::Routes& routes);
    void add_post_routes(http::Routes& routes);
    void add_holding_routes(http::Routes& routes);

    std::unique_ptr<State> state_;
};

}  // namespace jingwei::staff
