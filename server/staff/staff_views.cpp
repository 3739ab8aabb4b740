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
    return {member.id, member.name, member.path, member.duty_phone, member.photo, member.account};
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
        card.people.push_back({one.post->kind, one.post->title, one.member->name, one.acting,
                               one.member->duty_phone, one.post->duties});
    }
    return card;
}

}  // namespace jingwei::staff
