#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/text_type.h"
#include "grid/territory.h"
#include "staff/changes.h"

/// Bodies, queries and answers of the routes of staff. Private to staff.
namespace jingwei::staff {

struct AwayView {
    Id<Away> id;
    Time away_from;
    std::optional<Time> away_to;
};
BOOST_DESCRIBE_STRUCT(AwayView, (), (id, away_from, away_to))

struct HoldingView {
    Id<Holding> id;
    Id<Post> post_id;
    Id<Member> member_id;
    std::string name;
    std::string duty_phone;
    Side side = Side::kA;
    Time valid_from;
    std::optional<Time> valid_to;
    bool answering = false;  ///< now
    std::vector<AwayView> away;
};
BOOST_DESCRIBE_STRUCT(HoldingView, (),
                      (id, post_id, member_id, name, duty_phone, side, valid_from, valid_to,
                       answering, away))

struct PostView {
    Id<Post> id;
    Id<grid::Node> node_id;
    std::string path;
    PostKind kind = PostKind::kWorker;
    std::string title;
    std::string duties;
    Time valid_from;
    std::optional<Time> valid_to;
    std::vector<HoldingView> holdings;  ///< A before B, then by start
};
BOOST_DESCRIBE_STRUCT(PostView, (),
                      (id, node_id, path, kind, title, duties, valid_from, valid_to, holdings))

struct PostList {
    std::vector<PostView> items;
};
BOOST_DESCRIBE_STRUCT(PostList, (), (items))

/// GET /posts: those of a node, closed ones only when asked for.
struct PostQuery {
    Id<grid::Node> node_id;
    std::optional<bool> past;
};
BOOST_DESCRIBE_STRUCT(PostQuery, (), (node_id, past))

struct MemberView {
    Id<Member> id;
    std::string name;
    std::string path;
    std::string duty_phone;
    std::optional<Id<File>> photo_id;
    std::optional<Id<Account>> account_id;
};
BOOST_DESCRIBE_STRUCT(MemberView, (), (id, name, path, duty_phone, photo_id, account_id))

struct MemberList {
    std::vector<MemberView> items;
};
BOOST_DESCRIBE_STRUCT(MemberList, (), (items))

/// GET /staff: by a part of the name; below a node.
struct MemberQuery {
    std::optional<Text<1, 60>> q;
    std::optional<Text<6, 120>> path;
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(MemberQuery, (), (q, path, limit))

struct AddMember {
    Id<Member> id;
    Id<grid::Node> node_id;
    Text<1, 60> name;
    Text<0, 40> duty_phone;
    std::optional<Id<File>> photo_id;
    std::optional<Id<Account>> account_id;
};
BOOST_DESCRIBE_STRUCT(AddMember, (), (id, node_id, name, duty_phone, photo_id, account_id))

struct ChangeMember {
    std::optional<Text<1, 60>> name;
    std::optional<Text<0, 40>> duty_phone;
    std::optional<Id<File>> photo_id;
    std::optional<Id<Account>> account_id;
    std::optional<bool> no_photo, no_account;
};
BOOST_DESCRIBE_STRUCT(ChangeMember, (),
                      (name, duty_phone, photo_id, account_id, no_photo, no_account))

struct CreatePost {
    Id<Post> id;
    Id<grid::Node> node_id;
    PostKind kind = PostKind::kWorker;
    Text<0, 60> title;
    Lines<0, 2000> duties;
    std::optional<Time> valid_from;
};
BOOST_DESCRIBE_STRUCT(CreatePost, (), (id, node_id, kind, title, duties, valid_from))

struct Appoint {
    Id<Holding> id;
    Id<Member> member_id;
    Side side = Side::kA;
    std::optional<Time> valid_from;
    std::optional<Time> valid_to;
};
BOOST_DESCRIBE_STRUCT(Appoint, (), (id, member_id, side, valid_from, valid_to))

struct SetAway {
    Id<Away> id;
    Time away_from;
    std::optional<Time> away_to;
};
BOOST_DESCRIBE_STRUCT(SetAway, (), (id, away_from, away_to))

struct EndBody {
    std::optional<Time> at;
};
BOOST_DESCRIBE_STRUCT(EndBody, (), (at))

/// One person on the card.
struct CardPerson {
    PostKind kind = PostKind::kWorker;
    std::string title;
    std::string name;
    bool acting = false;
    std::string duty_phone;
    std::string duties;
};
BOOST_DESCRIBE_STRUCT(CardPerson, (), (kind, title, name, acting, duty_phone, duties))

/// 公示牌: what stands on the board in the street, and nothing else.
struct CardView {
    std::string code;
    std::string name;
    std::string full_name;
    std::string level_name;
    std::optional<Json> boundary;
    std::optional<Point> label;
    std::vector<CardPerson> people;
    std::string complaint_phone;
    std::string url;     ///< of this card, which the QR code holds
    std::string qr_svg;  ///< drawn in the current colour of the page
};
BOOST_DESCRIBE_STRUCT(CardView, (),
                      (code, name, full_name, level_name, boundary, label, people, complaint_phone,
                       url, qr_svg))

PostView view_of(const Roster& roster, const Post& post, Time now);
MemberView view_of(const Member& member);
CardView card_of(const grid::Territory& territory, const grid::Node& node, const Roster& roster,
                 Time now);

}  // namespace jingwei::staff
