#include "staff/staff_rules.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

void register_refusals(db::Pool& pool) {
    const auto conflict = RefusalKind::kConflict;
    pool.refuse_on("staff_member_account_key", {conflict, "account_has_member", "/account_id"});
    pool.refuse_on("staff_member_account_fkey",
                   {RefusalKind::kInvalid, "account_unknown", "/account_id"});
    pool.refuse_on("staff_member_photo_fkey",
                   {RefusalKind::kInvalid, "file_not_found", "/photo_id"});
    pool.refuse_on("post_node_fkey", {conflict, "node_unknown", "/node_id"});
    pool.refuse_on("post_holding_member_fkey",
                   {RefusalKind::kInvalid, "member_unknown", "/member_id"});
    pool.refuse_on("post_holding_side_excl", {conflict, "side_taken", "/side"});
    pool.refuse_on("post_away_span_excl", {conflict, "away_taken", "/away_from"});
}

grid::Snapshots<Roster>::Source roster_source(db::Pool& pool) {
    const auto read = [&pool](std::string_view county, auto work) {
        using Value = decltype(work(std::declval<db::Transaction&>()));
        return db::in_transaction(pool, db::Scope::nobody(std::string(county)),
                                  [&](db::Transaction& tx) -> Result<Value> { return work(tx); })
            .value();
    };
    return {[read](std::string_view county) {
                return read(county, [&](auto& tx) { return store::version(tx, county); });
            },
            [read](std::string_view county) {
                return read(county, [&](auto& tx) { return store::roster(tx, county); });
            }};
}

}  // namespace

Staff::State::State(db::Pool& pool_, const Clock& clock_, grid::Grid& grid_,
                    std::chrono::milliseconds trust)
    : pool(pool_), clock(clock_), grid(grid_), rosters(roster_source(pool_), trust) {}

Staff::Staff(db::Pool& pool, const Clock& clock, grid::Grid& grid, std::chrono::milliseconds trust)
    : state_(std::make_unique<State>(pool, clock, grid, trust)) {
    register_refusals(pool);
}

Staff::~Staff() = default;

std::shared_ptr<const Roster> Staff::roster(std::string_view county) {
    return state_->rosters.of(county);
}

void Staff::forget(std::string_view county) { state_->rosters.forget(county); }

Result<Member> Staff::add_member(const db::Scope& scope, const NewMember& wanted) {
    const auto territory = state_->grid.territory(scope.county);
    const auto* node = territory->find(wanted.node);
    if (!node) return unknown("node_unknown", "/node_id");
    if (auto allowed = check_scope(scope, node->path); !allowed) return allowed.error();
    const Member member{wanted.id, wanted.name, node->path, wanted.duty_phone, {}, wanted.account};
    return state_->write<Member>(scope, [&](db::Transaction& tx) -> Result<Member> {
        if (!store::insert_member(tx, scope.county, member)) {
            auto there = store::find_member(tx, scope.county, member.id);
            if (there && there->path == member.path) return *std::move(there);
            return id_taken();
        }
        state_->record(tx, scope, "member.create", "staff_member", member.id.text());
        return member;
    });
}

Result<Member> Staff::change_member(const db::Scope& scope, Id<Member> id,
                                    const MemberChange& change) {
    return state_->write<Member>(scope, [&](db::Transaction& tx) -> Result<Member> {
        auto member = store::find_member(tx, scope.county, id);
        if (!member) return unknown("member_unknown");
        if (auto allowed = check_scope(scope, member->path); !allowed) return allowed.error();
        if (change.name) member->name = *change.name;
        if (change.duty_phone) member->duty_phone = *change.duty_phone;
        if (change.account) member->account = change.account;
        if (change.no_account) member->account = std::nullopt;
        store::save_member(tx, scope.county, *member);
        state_->record(tx, scope, "member.change", "staff_member", id.text());
        return *member;
    });
}

Result<Member> Staff::set_photo(const db::Scope& scope, Id<Member> id,
                                std::optional<Id<File>> photo) {
    return state_->write<Member>(scope, [&](db::Transaction& tx) -> Result<Member> {
        auto member = store::find_member(tx, scope.county, id);
        if (!member) return unknown("member_unknown");
        if (auto allowed = check_scope(scope, member->path); !allowed) return allowed.error();
        member->photo = photo;
        store::save_member(tx, scope.county, *member);
        state_->record(tx, scope, photo ? "member.set_photo" : "member.remove_photo",
                       "staff_member", id.text());
        return *member;
    });
}

Result<Post> Staff::create_post(const db::Scope& scope, const NewPost& wanted) {
    const auto territory = state_->grid.territory(scope.county);
    const auto* node = territory->find(wanted.node);
    if (!node) return unknown("node_unknown", "/node_id");
    if (auto allowed = check_scope(scope, node->path); !allowed) return allowed.error();
    const Span term{wanted.valid_from.value_or(state_->clock.now()), {}};
    const Post post{wanted.id,    node->id,      node->path, wanted.kind,
                    wanted.title, wanted.duties, term};
    return state_->write<Post>(scope, [&](db::Transaction& tx) -> Result<Post> {
        if (!store::insert_post(tx, scope.county, post)) {
            auto there = store::find_post(tx, scope.county, post.id);
            if (there && there->node == post.node && there->kind == post.kind) {
                return *std::move(there);
            }
            return id_taken();
        }
        state_->record(tx, scope, "post.create", "post", post.id.text());
        return post;
    });
}

Result<Post> Staff::change_post(const db::Scope& scope, Id<Post> id, const PostChange& change) {
    return state_->write<Post>(scope, [&](db::Transaction& tx) -> Result<Post> {
        auto post = store::find_post(tx, scope.county, id);
        if (!post) return unknown("post_unknown");
        if (auto allowed = check_scope(scope, post->path); !allowed) return allowed.error();
        if (change.title) post->title = *change.title;
        if (change.duties) post->duties = *change.duties;
        store::save_post(tx, scope.county, *post);
        state_->record(tx, scope, "post.change", "post", id.text());
        return *post;
    });
}

void Staff::close_posts_at(db::Transaction& tx, const db::Scope& scope,
                           const std::vector<Id<grid::Node>>& nodes, Time at) {
    store::close_posts_at(tx, scope.county, nodes, at);
    store::move_version(tx, scope.county);
}

Result<void> Staff::close_post(const db::Scope& scope, Id<Post> id, std::optional<Time> at) {
    return state_->write<void>(scope, [&](db::Transaction& tx) -> Result<void> {
        const auto post = store::find_post(tx, scope.county, id);
        if (!post) return unknown("post_unknown");
        if (auto allowed = check_scope(scope, post->path); !allowed) return allowed;
        const auto end = end_of(post->term, at, state_->clock.now());
        if (!end) return end.error();
        store::close_post(tx, scope.county, id, *end);
        state_->record(tx, scope, "post.close", "post", id.text());
        return {};
    });
}

Result<Holding> Staff::appoint(const db::Scope& scope, const NewHolding& wanted) {
    const auto term =
        make_span(wanted.valid_from, wanted.valid_to, state_->clock.now(), "/valid_to");
    if (!term) return term.error();
    const Holding holding{wanted.id, wanted.post, wanted.member, wanted.side, *term, {}};
    return state_->write<Holding>(scope, [&](db::Transaction& tx) -> Result<Holding> {
        const auto post = store::find_post(tx, scope.county, wanted.post);
        if (!post) return unknown("post_unknown", "/post_id");
        if (auto allowed = check_scope(scope, post->path); !allowed) return allowed.error();
        if (!post->term.holds(term->from)) {
            return Refusal{RefusalKind::kInvalid, "outside_post", "/valid_from"};
        }
        if (!store::insert_holding(tx, scope.county, holding, post->path)) {
            auto there = store::find_holding(tx, scope.county, holding.id);
            if (there && there->post == holding.post && there->member == holding.member) {
                return *std::move(there);
            }
            return id_taken();
        }
        state_->record(tx, scope, "post.appoint", "post_holding", holding.id.text());
        return holding;
    });
}

Result<void> Staff::end_holding(const db::Scope& scope, Id<Holding> id, std::optional<Time> at) {
    return state_->write<void>(scope, [&](db::Transaction& tx) -> Result<void> {
        const auto holding = store::find_holding(tx, scope.county, id);
        if (!holding) return unknown("holding_unknown");
        const auto post = store::find_post(tx, scope.county, holding->post).value();
        if (auto allowed = check_scope(scope, post.path); !allowed) return allowed;
        const auto end = end_of(holding->term, at, state_->clock.now());
        if (!end) return end.error();
        store::end_holding(tx, scope.county, id, *end);
        state_->record(tx, scope, "post.dismiss", "post_holding", id.text());
        return {};
    });
}

}  // namespace jingwei::staff
