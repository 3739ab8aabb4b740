#include <algorithm>

#include "staff/handover.h"
#include "staff/staff_rules.h"

namespace jingwei::staff {
namespace {

Refusal refuse(std::string code, std::size_t at) {
    return {RefusalKind::kInvalid, std::move(code), "/holding_ids/" + std::to_string(at)};
}

const Holding* holding_of(const Roster& roster, const Member& member, Id<Holding> id) {
    const auto found = std::ranges::find(roster.holdings(), id, &Holding::id);
    return found == roster.holdings().end() || found->member != member.id ? nullptr : &*found;
}

/// Does he hold the other side of that post at that moment, or will he?
bool stands_beside(const Roster& roster, const Holding& holding, const Member& member, Time at) {
    return std::ranges::any_of(roster.holdings_of(holding.post), [&](const Holding* one) {
        return one->member == member.id && one->side != holding.side &&
               (!one->term.to || *one->term.to > at);
    });
}

}  // namespace

Id<Holding> begun_in_place_of(Id<Handover> handover, Id<Holding> ended) {
    return *Id<Holding>::parse(handover.text().substr(0, 24) + ended.text().substr(24));
}

Result<std::vector<Move>> plan_handover(const Roster& roster, const Member& from, const Member& to,
                                        std::span<const Id<Holding>> holdings, Time at,
                                        Id<Handover> id) {
    if (from.id == to.id) {
        return Refusal{RefusalKind::kInvalid, "handover_to_self", "/to_member_id"};
    }
    std::vector<Move> moves;
    for (std::size_t number = 0; number < holdings.size(); ++number) {
        if (std::ranges::count(holdings, holdings[number]) > 1) {
            return refuse("handover_twice", number);
        }
        const Holding* held = holding_of(roster, from, holdings[number]);
        const Post* post = held ? roster.post(held->post) : nullptr;
        if (!post || !held->term.holds(at) || !post->term.holds(at)) {
            return refuse("handover_not_held", number);
        }
        if (stands_beside(roster, *held, to, at)) return refuse("handover_beside", number);
        if (const auto end = end_of(held->term, at, at); !end) return end.error();
        Holding begins{begun_in_place_of(id, held->id),
                       held->post,
                       to.id,
                       held->side,
                       {at, held->term.to},
                       {}};
        moves.push_back({*held, std::move(begins), post->path});
    }
    std::ranges::stable_sort(moves, {}, &Move::path);
    return moves;
}

}  // namespace jingwei::staff
