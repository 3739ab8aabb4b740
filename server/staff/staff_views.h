#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/text_type.h"
#include "grid/territory.h"
#include "staff/changes.h"
#include "staff/coverage.h"

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
    std::optional<std::string> photo_url;
    std::optional<Id<Account>> account_id;
};
BOOST_DESCRIBE_STRUCT(MemberView, (), (id, name, path, duty_phone, photo_url, account_id))

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
    std::optional<Id<Account>> account_id;
};
BOOST_DESCRIBE_STRUCT(AddMember, (), (id, node_id, name, duty_phone, account_id))

struct ChangeMember {
    std::optional<Text<1, 60>> name;
    std::optional<Text<0, 40>> duty_phone;
    std::optional<Id<Account>> account_id;
    std::optional<bool> no_account;
};
BOOST_DESCRIBE_STRUCT(ChangeMember, (), (name, duty_phone, account_id, no_account))

struct CreatePost {
    Id<Post> id;
    Id<grid::Node> node_id;
    PostKind kind = PostKind::kWorker;
    Text<0, 60> title;
    Lines<0, 2000> duties;
    std::optional<Time> valid_from;
};
BOOST_DESCRIBE_STRUCT(CreatePost, (), (id, node_id, kind, title, duties, valid_from))

struct ChangePost {
    std::optional<Text<0, 60>> title;
    std::optional<Lines<0, 2000>> duties;
};
BOOST_DESCRIBE_STRUCT(ChangePost, (), (title, duties))

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

/// POST /me/away: in one post, or in all that one holds.
struct SetOwnAway {
    Id<Away> id;
    std::optional<Id<Holding>> holding_id;
    std::optional<Time> away_from;  ///< now when absent
    std::optional<Time> away_to;
};
BOOST_DESCRIBE_STRUCT(SetOwnAway, (), (id, holding_id, away_from, away_to))

struct OwnAwayView {
    Id<Away> id;
    Id<Holding> holding_id;
    Time away_from;
    std::optional<Time> away_to;
    std::vector<std::string> stand_ins;  ///< who answers meanwhile; nobody: the post stands empty
};
BOOST_DESCRIBE_STRUCT(OwnAwayView, (), (id, holding_id, away_from, away_to, stand_ins))

struct OwnAwayList {
    std::vector<OwnAwayView> items;
};
BOOST_DESCRIBE_STRUCT(OwnAwayList, (), (items))

/// A post that the reader holds now.
struct OwnPost {
    Id<Holding> holding_id;
    Id<Post> post_id;
    PostKind kind = PostKind::kWorker;
    std::string title;
    std::string path;
    std::string full_name;  ///< of the node
    Side side = Side::kA;
    bool answering = false;           ///< now
    std::vector<std::string> others;  ///< who answers in it now besides the reader
    std::vector<AwayView> away;       ///< the reader's own, not over yet
};
BOOST_DESCRIBE_STRUCT(OwnPost, (),
                      (holding_id, post_id, kind, title, path, full_name, side, answering, others,
                       away))

struct OwnPostList {
    std::vector<OwnPost> items;
};
BOOST_DESCRIBE_STRUCT(OwnPostList, (), (items))

/// GET /staff/coverage: of the grids at and below a path (the county), now or at a moment.
struct StaffCoverageQuery {
    std::optional<Text<6, 120>> path;
    std::optional<Time> at;
};
BOOST_DESCRIBE_STRUCT(StaffCoverageQuery, (), (path, at))

struct StaffGapView {
    StaffGapKind kind = StaffGapKind::kNoPost;
    Id<grid::Node> node_id;
    std::string path;
    std::string code;
    std::string full_name;
    PostKind post_kind = PostKind::kLead;
    std::optional<Id<Post>> post_id;
};
BOOST_DESCRIBE_STRUCT(StaffGapView, (), (kind, node_id, path, code, full_name, post_kind, post_id))

struct StaffCoverageView {
    std::int64_t grids = 0;
    std::int64_t complete = 0;       ///< grids that lack nothing
    std::int64_t total = 0;          ///< gaps, listed or not
    std::vector<StaffGapView> gaps;  ///< the first 1,000
};
BOOST_DESCRIBE_STRUCT(StaffCoverageView, (), (grids, complete, total, gaps))

/// GET …/photo
struct PhotoQuery {
    std::optional<files::Size> size;  ///< thumb when absent
};
BOOST_DESCRIBE_STRUCT(PhotoQuery, (), (size))

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
    std::optional<std::string> photo_url;
};
BOOST_DESCRIBE_STRUCT(CardPerson, (), (kind, title, name, acting, duty_phone, duties, photo_url))

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
OwnPost own_post_of(const grid::Territory& territory, const Roster& roster, const Answering& held,
                    Time now);
StaffCoverageView view_of(const grid::Territory& territory, const StaffCoverage& coverage);
/// Whether that photo stands on the card of that node at that moment.
bool is_on_card(const Roster& roster, const grid::Node& node, Id<File> photo, Time now);

}  // namespace jingwei::staff
