#include "staff/roster.h"

#include <algorithm>
#include <tuple>

namespace jingwei::staff {
namespace {

bool is_away(const Holding& holding, Time at) {
    return std::any_of(holding.away.begin(), holding.away.end(),
                       [&](const Away& away) { return away.span.holds(at); });
}

bool is_present(const Holding& holding, Time at) {
    return holding.term.holds(at) && !is_away(holding, at);
}

}  // namespace

std::vector<const Holding*> who_acts(const std::vector<const Holding*>& holdings, Time at) {
    std::vector<const Holding*> acting;
    for (const auto side : {Side::kA, Side::kB}) {
        for (const Holding* holding : holdings) {
            if (holding->side == side && is_present(*holding, at)) acting.push_back(holding);
        }
        if (!acting.empty()) break;
    }
    return acting;
}

Roster::Roster(std::int64_t version, std::vector<Member> members, std::vector<Post> posts,
               std::vector<Holding> holdings)
    : version_(version),
      members_(std::move(members)),
      posts_(std::move(posts)),
      holdings_(std::move(holdings)) {
    std::sort(posts_.begin(), posts_.end(), [](const Post& a, const Post& b) {
        return std::tie(a.path, a.kind, a.id) < std::tie(b.path, b.kind, b.id);
    });
    std::sort(holdings_.begin(), holdings_.end(), [](const Holding& a, const Holding& b) {
        return std::tie(a.post, a.side, a.term.from, a.id) <
               std::tie(b.post, b.side, b.term.from, b.id);
    });
    for (const Member& member : members_)
        by_member_.emplace(member.id, &member);
    for (const Post& post : posts_) {
        by_post_.emplace(post.id, &post);
        by_node_[post.node].push_back(&post);
    }
    for (const Holding& holding : holdings_) {
        by_holding_post_[holding.post].push_back(&holding);
        const Member* who = member(holding.member);
        if (who && who->account) by_account_[*who->account].push_back(&holding);
    }
}

const Member* Roster::member(Id<Member> id) const {
    const auto found = by_member_.find(id);
    return found == by_member_.end() ? nullptr : found->second;
}

const Post* Roster::post(Id<Post> id) const {
    const auto found = by_post_.find(id);
    return found == by_post_.end() ? nullptr : found->second;
}

std::vector<const Post*> Roster::posts_at(Id<grid::Node> node) const {
    const auto found = by_node_.find(node);
    return found == by_node_.end() ? std::vector<const Post*>{} : found->second;
}

std::vector<const Holding*> Roster::holdings_of(Id<Post> post) const {
    const auto found = by_holding_post_.find(post);
    return found == by_holding_post_.end() ? std::vector<const Holding*>{} : found->second;
}

void Roster::add_answering(const Post& post, Time at, std::vector<Answering>& into) const {
    if (!post.term.holds(at)) return;
    for (const Holding* holding : who_acts(holdings_of(post.id), at)) {
        const Member* who = member(holding->member);
        if (who) into.push_back({&post, holding, who, holding->side == Side::kB});
    }
}

std::vector<Answering> Roster::answering(Id<grid::Node> node, Time at) const {
    std::vector<Answering> found;
    for (const Post* post : posts_at(node))
        add_answering(*post, at, found);
    return found;
}

std::vector<Answering> Roster::answering(Id<grid::Node> node, PostKind kind, Time at) const {
    auto found = answering(node, at);
    std::erase_if(found, [&](const Answering& one) { return one.post->kind != kind; });
    return found;
}

std::vector<Answering> Roster::of_account(Id<Account> account, Time at) const {
    std::vector<Answering> found;
    for (const Answering& held : held_by(account, at)) {
        const auto acting = who_acts(holdings_of(held.post->id), at);
        if (std::find(acting.begin(), acting.end(), held.holding) != acting.end()) {
            found.push_back(held);
        }
    }
    return found;
}

std::vector<Answering> Roster::held_by(Id<Account> account, Time at) const {
    std::vector<Answering> found;
    const auto holdings = by_account_.find(account);
    if (holdings == by_account_.end()) return found;
    for (const Holding* holding : holdings->second) {
        const Post* of = post(holding->post);
        if (!of || !of->term.holds(at) || !holding->term.holds(at)) continue;
        const bool acting = holding->side == Side::kB;
        found.push_back({of, holding, member(holding->member), acting});
    }
    return found;
}

}  // namespace jingwei::staff
