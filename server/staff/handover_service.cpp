#include <algorithm>
#include <tuple>

#include "staff/record_store.h"
#include "staff/staff_state.h"

namespace jingwei::staff {
namespace {

constexpr std::int32_t kShownHandovers = 50;

/// What is said about one county: who is in which post, and where.
struct Seen {
    const Roster& roster;
    const grid::Territory& territory;

    MemberName person(Id<Member> id) const {
        const Member* member = roster.member(id);
        return {id, member ? member->name : std::string{}};
    }

    std::string place(const std::string& path) const {
        const auto* node = territory.by_path(path);
        return node ? territory.full_name(*node) : std::string{};
    }
};

std::vector<BesideView> beside(const Roster& roster, const Holding& holding, Time now) {
    std::vector<BesideView> views;
    for (const Holding* one : roster.holdings_of(holding.post)) {
        const Member* member = roster.member(one->member);
        if (one->id == holding.id || !one->term.holds(now) || !member) continue;
        views.push_back({member->id, member->name, member->duty_phone, one->side});
    }
    return views;
}

HandoverPost view_of(const Seen& seen, const Holding& holding, const Post& post, Time now) {
    HandoverPost view{holding.id,
                      post.id,
                      post.kind,
                      post.title,
                      post.duties,
                      post.node,
                      post.path,
                      seen.place(post.path),
                      holding.side,
                      holding.term.from,
                      holding.term.to,
                      beside(seen.roster, holding, now),
                      {}};
    for (const Away& away : holding.away) {
        if (!away.span.to || *away.span.to > now) {
            view.away.push_back({away.span.from, away.span.to});
        }
    }
    return view;
}

std::vector<HandoverPost> posts_of(const Seen& seen, Id<Member> member, Time now) {
    std::vector<HandoverPost> views;
    for (const Holding& holding : seen.roster.holdings()) {
        const Post* post = seen.roster.post(holding.post);
        if (holding.member != member || !post || !holding.term.holds(now)) continue;
        if (!post->term.holds(now)) continue;
        views.push_back(view_of(seen, holding, *post, now));
    }
    std::ranges::sort(views, {}, [](const HandoverPost& one) {
        return std::tie(one.path, one.side, one.holding_id);
    });
    return views;
}

MovedPost moved_post(const Seen& seen, Id<Holding> ended, Id<Holding> begun) {
    MovedPost view;
    view.ended = ended;
    view.begun = begun;
    const auto& holdings = seen.roster.holdings();
    const auto found = std::ranges::find(holdings, ended, &Holding::id);
    const Post* post = found == holdings.end() ? nullptr : seen.roster.post(found->post);
    if (!post) return view;
    view.post_id = post->id;
    view.kind = post->kind;
    view.title = post->title;
    view.path = post->path;
    view.full_name = seen.place(post->path);
    view.side = found->side;
    return view;
}

HandoverView view_of(const Seen& seen, const HandoverRow& row) {
    HandoverView view{row.id,
                      seen.person(row.member_id),
                      seen.person(row.to_member_id),
                      row.at,
                      row.note,
                      {},
                      row.written_at};
    for (std::size_t at = 0; at < row.ended.size(); ++at)
        view.moved.push_back(moved_post(seen, row.ended[at], row.begun[at]));
    return view;
}

HandoverRow row_of(const HandOver& wanted, const Member& from, const db::Scope& keeper, Time at,
                   Time now) {
    HandoverRow row;
    row.id = wanted.id;
    row.member_id = from.id;
    row.to_member_id = wanted.to_member_id;
    row.at = at;
    row.note = wanted.note.str();
    if (!keeper.account.is_nil()) row.written_by = keeper.account;
    row.written_at = now;
    return row;
}

/// Is that what was asked for, whichever order the holdings had?
bool is_answer(const HandoverRow& there, const HandOver& wanted, Id<Member> from) {
    const auto chosen = [&](Id<Holding> id) {
        return std::ranges::find(wanted.holding_ids, id) != wanted.holding_ids.end();
    };
    return there.member_id == from && there.to_member_id == wanted.to_member_id &&
           there.ended.size() == wanted.holding_ids.size() &&
           std::ranges::all_of(there.ended, chosen);
}

std::optional<Result<HandoverRow>> done_before(db::Transaction& tx, const db::Scope& keeper,
                                               Id<Member> from, const HandOver& wanted) {
    auto there = store::find_handover(tx, keeper.county, wanted.id);
    if (!there) return std::nullopt;
    if (!is_answer(*there, wanted, from)) return Result<HandoverRow>{id_taken()};
    return Result<HandoverRow>{*std::move(there)};
}

Result<void> carry_out(Staff::State& state, db::Transaction& tx, const db::Scope& keeper,
                       const Move& one) {
    const auto there = store::find_holding(tx, keeper.county, one.ends.id);
    if (!there || there->term != one.ends.term) {
        return Refusal{RefusalKind::kConflict, "handover_changed_meanwhile", "/holding_ids"};
    }
    store::end_holding(tx, keeper.county, one.ends.id, one.begins.term.from);
    state.record(tx, keeper, "post.dismiss", "post_holding", one.ends.id.text());
    if (!store::insert_holding(tx, keeper.county, one.begins, one.path)) return id_taken();
    state.record(tx, keeper, "post.appoint", "post_holding", one.begins.id.text());
    return {};
}

Result<HandoverRow> write(Staff::State& state, db::Transaction& tx, const db::Scope& keeper,
                          HandoverRow row, const std::vector<Move>& moves) {
    row.path = moves.front().path;
    for (const Move& one : moves) {
        row.ended.push_back(one.ends.id);
        row.begun.push_back(one.begins.id);
    }
    if (!store::insert_handover(tx, keeper.county, row)) return id_taken();
    for (const Move& one : moves) {
        if (auto done = carry_out(state, tx, keeper, one); !done) return done.error();
    }
    state.record(tx, keeper, "post.hand_over", "staff_handover", row.id.text());
    return row;
}

}  // namespace

Result<HandoverPreview> preview_handover(Staff::State& state, const db::Scope& keeper,
                                         Id<Member> from) {
    const auto roster = state.rosters.of(keeper.county);
    const auto territory = state.grid.territory(keeper.county);
    const Member* member = roster->member(from);
    if (!member) return unknown("member_unknown");
    const Seen seen{*roster, *territory};
    const auto posts = posts_of(seen, from, state.clock.now());
    return db::in_transaction(
        state.pool, keeper, [&](db::Transaction& tx) -> Result<HandoverPreview> {
            HandoverPreview preview{{from, member->name}, posts, {}};
            for (const auto& row : store::handovers(tx, keeper.county, from, kShownHandovers))
                preview.past.push_back(view_of(seen, row));
            return preview;
        });
}

Result<HandoverView> hand_over(Staff::State& state, const db::Scope& keeper, Id<Member> from,
                               const HandOver& wanted) {
    state.rosters.forget(keeper.county);  // what moves is planned on what stands there now
    const auto before = state.rosters.of(keeper.county);
    const Member* giver = before->member(from);
    const Member* taker = before->member(wanted.to_member_id);
    if (!giver) return unknown("member_unknown");
    if (!taker) return unknown("member_unknown", "/to_member_id");
    const Time now = state.clock.now();
    const Time at = wanted.at.value_or(now);
    const auto written =
        state.write<HandoverRow>(keeper, [&](db::Transaction& tx) -> Result<HandoverRow> {
            if (auto there = done_before(tx, keeper, from, wanted)) return *there;
            const auto moves =
                plan_handover(*before, *giver, *taker, wanted.holding_ids, at, wanted.id);
            if (!moves) return moves.error();
            for (const Move& one : *moves) {
                if (auto allowed = check_scope(keeper, one.path); !allowed) return allowed.error();
            }
            return write(state, tx, keeper, row_of(wanted, *giver, keeper, at, now), *moves);
        });
    if (!written) return written.error();
    const auto after = state.rosters.of(keeper.county);
    const auto territory = state.grid.territory(keeper.county);
    return view_of({*after, *territory}, *written);
}

}  // namespace jingwei::staff
