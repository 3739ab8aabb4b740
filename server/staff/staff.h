#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include "core/messages.h"
#include "core/result.h"
#include "db/pool.h"
#include "db/scope.h"
#include "files/files.h"
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
    /// What it is called and what belongs to it. post_unknown
    Result<Post> change_post(const db::Scope& scope, Id<Post> id, const PostChange& change);
    /// post_unknown, span_reversed. Who held it then holds nothing any more.
    Result<void> close_post(const db::Scope& scope, Id<Post> id, std::optional<Time> at = {});
    /// Posts of nodes that end with them, as part of `tx`; the caller calls forget() once that is
    /// committed.
    void close_posts_at(db::Transaction& tx, const db::Scope& scope,
                        const std::vector<Id<grid::Node>>& nodes, Time at);
    /// post_unknown, member_unknown, span_reversed, outside_post, side_taken
    Result<Holding> appoint(const db::Scope& scope, const NewHolding& holding);
    /// holding_unknown, span_reversed
    Result<void> end_holding(const db::Scope& scope, Id<Holding> id, std::optional<Time> at = {});
    /// holding_unknown, span_reversed, outside_holding, away_taken
    Result<Away> set_away(const db::Scope& scope, const NewAway& away);
    /// Back earlier than said, or after an open absence; one that has not begun is taken back.
    /// away_unknown, span_reversed
    Result<void> end_away(const db::Scope& scope, Id<Away> id, std::optional<Time> at = {});

    /// The account's own absence, in one or all of its posts at once. `self` needs no paths: who
    /// holds the post may. away_no_post, away_in_past, away_too_long, away_too_many, away_taken,
    /// span_reversed, id_taken
    Result<std::vector<OwnAway>> set_own_away(const db::Scope& self, const NewOwnAway& away);
    /// end_away() by the holder; away_unknown for anybody else's.
    Result<void> end_own_away(const db::Scope& self, Id<Away> id, std::optional<Time> at = {});

    /// Nothing: without a photo. The file is one that the caller has just taken in: ids from
    /// outside never come here, or the card would publish any file. member_unknown, file_not_found
    Result<Member> set_photo(const db::Scope& scope, Id<Member> id, std::optional<Id<File>> photo);

    /// Posts and who holds them from a CSV (staff/roster_import.h): everything or nothing.
    Result<grid::ImportReport> import_roster(const db::Scope& scope, std::string_view text,
                                             bool dry_run = false);
    /// What import_roster() reads back and finds unchanged.
    /// With the logins of accounts inside the paths of `scope`.
    std::string exported_roster(const db::Scope& scope, Language language);

    /// /api/v1/posts…, /api/v1/staff…, /api/v1/me/posts, /api/v1/me/away, and the public card with
    /// its photos; `public_url` ("https://example.org") is what the QR code of a card begins with.
    /// `files` outlive the routes.
    void add_routes(http::Routes& routes, std::string public_url, const files::Files& files);

    struct State;  ///< private to staff

private:
    void add_member_routes(http::Routes& routes);
    void add_post_routes(http::Routes& routes);
    void add_holding_routes(http::Routes& routes);
    void add_own_routes(http::Routes& routes);
    void add_photo_routes(http::Routes& routes, const files::Files& files);
    void add_card_routes(http::Routes& routes, std::string public_url, const files::Files& files);
    void add_coverage_routes(http::Routes& routes);
    void add_import_routes(http::Routes& routes);

    std::unique_ptr<State> state_;
};

}  // namespace jingwei::staff
