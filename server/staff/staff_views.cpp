#include "staff/staff_views.h"

#include <algorithm>

#include "geo/geojson.h"

namespace jingwei::staff {
namespace {

HoldingView view_of(const Roster& roster, const Holding& holding) {
    HoldingView view;
    view.id = holding.id;
    view.post_id = holding.post;
    view.member_id = holding.member;
    if (const Member* member = roster.member(holding.member)) {
        view.name = member->name;
        view.duty_phone = member->duty_phone;
    }
    view.side = holding.side;
    view.valid_from = holding.term.from;
    view.valid_to = holding.term.to;
    for (const Away& away : holding.away) {
        view.away.push_back({away.id, away.span.from, away.span.to});
    }
    return view;
}

}  // namespace

PostView view_of(const Roster& roster, const Post& post, Time now) {
    PostView view{post.id,     post.node,      post.path,    post.kind, post.title,
                  post.duties, post.term.from, post.term.to, {}};
    const auto holdings = roster.holdings_of(post.id);
    const auto acting = who_acts(holdings, now);
    for (const Holding* holding : holdings) {
        view.holdings.push_back(view_of(roster, *holding));
        view.holdings.back().answering =
            post.term.holds(now) &&
            std::find(acting.begin(), acting.end(), holding) != acting.end();
    }
    return view;
}

MemberView view_of(const Member& member) {
    MemberView view{member.id, member.name, member.path, member.duty_phone, {}, member.account};
    if (member.photo) view.photo_url = "/api/v1/staff/" + member.id.text() + "/photo";
    return view;
}

CardView card_of(const grid::Territory& territory, const grid::Node& node, const Roster& roster,
                 Time now) {
    CardView card;
    card.code = node.code;
    card.name = node.name;
    card.full_name = territory.full_name(node);
    card.level_name = territory.level_name(node.level);
    if (!node.boundary.empty()) card.boundary = Json{geo::write_area(node.boundary)};
    card.label = geo::label_point(node.boundary);
    for (const Answering& one : roster.answering(node.id, now)) {
        card.people.push_back({one.post->kind,
                               one.post->title,
                               one.member->name,
                               one.acting,
                               one.member->duty_phone,
                               one.post->duties,
                               {}});
        if (one.member->photo) {
            card.people.back().photo_url =
                "/api/v1/public/grids/" + node.code + "/photos/" + one.member->photo->text();
        }
    }
    return card;
}

bool is_on_card(const Roster& roster, const grid::Node& node, Id<File> photo, Time now) {
    return std::ranges::any_of(roster.answering(node.id, now),
                               [&](const Answering& one) { return one.member->photo == photo; });
}

OwnPost own_post_of(const grid::Territory& territory, const Roster& roster, const Answering& held,
                    Time now) {
    OwnPost own;
    own.holding_id = held.holding->id;
    own.post_id = held.post->id;
    own.kind = held.post->kind;
    own.title = held.post->title;
    own.path = held.post->path;
    if (const auto* node = territory.find(held.post->node)) {
        own.full_name = territory.full_name(*node);
    }
    own.side = held.holding->side;
    for (const Holding* acting : who_acts(roster.holdings_of(held.post->id), now)) {
        if (acting == held.holding) {
            own.answering = true;
        } else if (const Member* who = roster.member(acting->member)) {
            own.others.push_back(who->name);
        }
    }
    for (const Away& away : held.holding->away) {
        if (away.span.to && *away.span.to <= now) continue;
        own.away.push_back({away.id, away.span.from, away.span.to});
    }
    return own;
}

StaffCoverageView view_of(const grid::Territory& territory, const StaffCoverage& coverage) {
    constexpr std::size_t kMostGaps = 1'000;
    StaffCoverageView view{
        coverage.grids, coverage.complete, static_cast<std::int64_t>(coverage.gaps.size()), {}};
    for (const StaffGap& gap : coverage.gaps) {
        if (view.gaps.size() == kMostGaps) break;
        view.gaps.push_back({gap.kind, gap.grid->id, gap.grid->path, gap.grid->code,
                             territory.full_name(*gap.grid), gap.post_kind,
                             gap.post ? std::optional{gap.post->id} : std::nullopt});
    }
    return view;
}

}  // namespace jingwei::staff
