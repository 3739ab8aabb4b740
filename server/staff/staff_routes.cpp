#include "access/principal.h"
#include "http/routes.h"
#include "staff/service_routes.h"
#include "staff/staff_state.h"
#include "staff/staff_views.h"

namespace jingwei::staff {
namespace {

using access::principal;
using access::permission::kStaffEdit;
using access::permission::kStaffRead;

constexpr std::size_t kFoundMembers = 50;

template <class Constrained>
std::optional<std::string> plain_text(const std::optional<Constrained>& value) {
    return value ? std::optional{value->str()} : std::nullopt;
}

PostList list_posts(const Roster& roster, const PostQuery& query, Time now) {
    PostList list;
    for (const Post* post : roster.posts_at(query.node_id)) {
        const bool over = post->term.to && *post->term.to <= now;
        if (over && !query.past.value_or(false)) continue;
        list.items.push_back(view_of(roster, *post, now));
    }
    return list;
}

MemberList list_members(const Roster& roster, const MemberQuery& query) {
    const auto limit = query.limit ? static_cast<std::size_t>(*query.limit) : kFoundMembers;
    MemberList list;
    for (const Member& member : roster.members()) {
        if (list.items.size() == limit) break;
        if (query.q && member.name.find(query.q->str()) == std::string::npos) continue;
        if (query.path && !grid::is_within(member.path, query.path->str())) continue;
        list.items.push_back(view_of(member));
    }
    return list;
}

Result<PostView> show_post(Staff& staff, std::string_view county, Id<Post> id, Time now) {
    const auto roster = staff.roster(county);
    const Post* post = roster->post(id);
    if (!post) return unknown("post_unknown");
    return view_of(*roster, *post, now);
}

Result<MemberView> shown(const Result<Member>& member) {
    if (!member) return member.error();
    return view_of(*member);
}

Result<Nothing> done(const Result<void>& outcome) {
    if (!outcome) return outcome.error();
    return Nothing{};
}

}  // namespace

void Staff::add_routes(http::Routes& routes, std::string public_url, const files::Files& files) {
    add_member_routes(routes);
    add_post_routes(routes);
    add_holding_routes(routes);
    add_own_routes(routes);
    add_coverage_routes(routes);
    add_import_routes(routes);
    add_record_routes(routes, *state_);
    add_due_routes(routes, *state_);
    add_handover_routes(routes, *state_);
    add_meeting_routes(routes, *state_);
    add_log_routes(routes, *state_);
    add_photo_routes(routes, files);
    add_card_routes(routes, std::move(public_url), files);
}

void Staff::add_member_routes(http::Routes& routes) {
    routes.get<MemberQuery, MemberList>(
        "/api/v1/staff", kStaffRead,
        [this](const auto& call) -> Result<MemberList> {
            return list_members(*roster(principal(call).county()), call.body);
        },
        "People in posts, by name or below a node");
    routes.post<AddMember, MemberView>(
        "/api/v1/staff", kStaffEdit,
        [this](const auto& call) {
            const auto& body = call.body;
            return shown(add_member(
                principal(call).scope(kStaffEdit),
                {body.id, body.node_id, body.name.str(), body.duty_phone.str(), body.account_id}));
        },
        "Register a person");
    routes.patch<ChangeMember, MemberView>(
        "/api/v1/staff/{id}", kStaffEdit,
        [this](const auto& call) {
            const auto& body = call.body;
            return shown(change_member(principal(call).scope(kStaffEdit),
                                       call.template path_id<Member>("id"),
                                       {plain_text(body.name), plain_text(body.duty_phone),
                                        body.account_id, body.no_account.value_or(false)}));
        },
        "Change a person's name, duty phone or account");
}

void Staff::add_post_routes(http::Routes& routes) {
    routes.get<PostQuery, PostList>(
        "/api/v1/posts", kStaffRead,
        [this](const auto& call) -> Result<PostList> {
            return list_posts(*roster(principal(call).county()), call.body, state_->clock.now());
        },
        "The posts of a node and who holds them");
    routes.post<CreatePost, PostView>(
        "/api/v1/posts", kStaffEdit,
        [this](const auto& call) -> Result<PostView> {
            const auto& body = call.body;
            const auto made = create_post(principal(call).scope(kStaffEdit),
                                          {body.id, body.node_id, body.kind, body.title.str(),
                                           body.duties.str(), body.valid_from});
            if (!made) return made.error();
            return show_post(*this, principal(call).county(), made->id, state_->clock.now());
        },
        "Create a post on a node");
    routes.patch<ChangePost, PostView>(
        "/api/v1/posts/{id}", kStaffEdit,
        [this](const auto& call) -> Result<PostView> {
            const auto id = call.template path_id<Post>("id");
            const auto made =
                change_post(principal(call).scope(kStaffEdit), id,
                            {plain_text(call.body.title), plain_text(call.body.duties)});
            if (!made) return made.error();
            return show_post(*this, principal(call).county(), id, state_->clock.now());
        },
        "Change the title or the duties of a post");
    routes.post<EndBody, Nothing>(
        "/api/v1/posts/{id}/close", kStaffEdit,
        [this](const auto& call) {
            return done(close_post(principal(call).scope(kStaffEdit),
                                   call.template path_id<Post>("id"), call.body.at));
        },
        "Close a post");
}

void Staff::add_holding_routes(http::Routes& routes) {
    routes.post<Appoint, PostView>(
        "/api/v1/posts/{id}/holdings", kStaffEdit,
        [this](const auto& call) -> Result<PostView> {
            const auto& body = call.body;
            const auto made = appoint(principal(call).scope(kStaffEdit),
                                      {body.id, call.template path_id<Post>("id"), body.member_id,
                                       body.side, body.valid_from, body.valid_to});
            if (!made) return made.error();
            return show_post(*this, principal(call).county(), made->post, state_->clock.now());
        },
        "Appoint a person as A or B of a post");
    routes.post<EndBody, Nothing>(
        "/api/v1/holdings/{id}/end", kStaffEdit,
        [this](const auto& call) {
            return done(end_holding(principal(call).scope(kStaffEdit),
                                    call.template path_id<Holding>("id"), call.body.at));
        },
        "End a holding");
    routes.post<SetAway, AwayView>(
        "/api/v1/holdings/{id}/away", kStaffEdit,
        [this](const auto& call) -> Result<AwayView> {
            const auto& body = call.body;
            const auto made = set_away(
                principal(call).scope(kStaffEdit),
                {body.id, call.template path_id<Holding>("id"), body.away_from, body.away_to});
            if (!made) return made.error();
            return AwayView{made->id, made->span.from, made->span.to};
        },
        "Enter an absence; the other side answers");
    routes.post<EndBody, Nothing>(
        "/api/v1/away/{id}/end", kStaffEdit,
        [this](const auto& call) {
            return done(end_away(principal(call).scope(kStaffEdit),
                                 call.template path_id<Away>("id"), call.body.at));
        },
        "Back from an absence");
}

}  // namespace jingwei::staff
