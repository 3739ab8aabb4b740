#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/text_type.h"
#include "staff/staff.h"

/// Posts that go from one person to another in one act: docs/adr/0083-posts-are-handed-over.md.
/// Private to staff.
namespace jingwei::staff {

struct Handover;  // names Id<Handover>

/// POST /staff/{id}/handover. The same id again gets the same answer.
struct HandOver {
    Id<Handover> id;
    Id<Member> to_member_id;
    List<Id<Holding>, 100, 1> holding_ids;
    std::optional<Time> at;  ///< now when absent
    Lines<0, 1'000> note;
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (id, to_member_id, holding_ids, at, note))

struct HandoverRow {
    Id<Handover> id;
    Id<Member> member_id;
    Id<Member> to_member_id;
    std::string path;  ///< of the first of the posts
    Time at;
    std::string note;
    std::vector<Id<Holding>> ended;
    std::vector<Id<Holding>> begun;  ///< in place of the same of `ended`
    std::optional<Id<Account>> written_by;
    Time written_at;
};
BOOST_DESCRIBE_STRUCT(HandoverRow, (),
                      (id, member_id, to_member_id, path, at, note, ended, begun, written_by,
                       written_at))

/// What is to be done at the hand-over, side by side with its holdings.
struct Move {
    Holding ends;
    Holding begins;  ///< the same side, from then on to the end that the other had
    std::string path;
};

/// The ids of what begins follow from the id of the hand-over, so that a retry finds them again.
Id<Holding> begun_in_place_of(Id<Handover> handover, Id<Holding> ended);

/// What moves when `from` hands those holdings to `to`. Refuses handover_to_self,
/// handover_not_held (not of that person, or not held at that moment), handover_twice and
/// handover_beside (the successor is the other side of that post already). Pure.
Result<std::vector<Move>> plan_handover(const Roster& roster, const Member& from, const Member& to,
                                        std::span<const Id<Holding>> holdings, Time at,
                                        Id<Handover> id);

// ── as it is shown ───────────────────────────────────────────────────────────────────────────

struct MemberName {
    Id<Member> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(MemberName, (), (id, name))

struct BesideView {
    Id<Member> member_id;
    std::string name;
    std::string duty_phone;
    Side side = Side::kA;
};
BOOST_DESCRIBE_STRUCT(BesideView, (), (member_id, name, duty_phone, side))

struct AbsenceView {
    Time away_from;
    std::optional<Time> away_to;
};
BOOST_DESCRIBE_STRUCT(AbsenceView, (), (away_from, away_to))

/// A post that somebody holds, as it would be handed over.
struct HandoverPost {
    Id<Holding> holding_id;
    Id<Post> post_id;
    PostKind kind = PostKind::kWorker;
    std::string title;
    std::string duties;
    Id<grid::Node> node_id;
    std::string path;
    std::string full_name;  ///< of the node
    Side side = Side::kA;
    Time valid_from;
    std::optional<Time> valid_to;
    std::vector<BesideView> beside;  ///< who holds the post with him now
    std::vector<AbsenceView> away;   ///< entered and not over: they end with the holding
};
BOOST_DESCRIBE_STRUCT(HandoverPost, (),
                      (holding_id, post_id, kind, title, duties, node_id, path, full_name, side,
                       valid_from, valid_to, beside, away))

struct MovedPost {
    Id<Holding> ended;
    Id<Holding> begun;
    Id<Post> post_id;
    PostKind kind = PostKind::kWorker;
    std::string title;
    std::string path;
    std::string full_name;
    Side side = Side::kA;
};
BOOST_DESCRIBE_STRUCT(MovedPost, (), (ended, begun, post_id, kind, title, path, full_name, side))

struct HandoverView {
    Id<Handover> id;
    MemberName from;
    MemberName to;
    Time at;
    std::string note;
    std::vector<MovedPost> moved;
    Time written_at;
};
BOOST_DESCRIBE_STRUCT(HandoverView, (), (id, from, to, at, note, moved, written_at))

/// GET /staff/{id}/handover: what would move, and what was handed over before.
struct HandoverPreview {
    MemberName from;
    std::vector<HandoverPost> posts;  ///< by place, A before B
    std::vector<HandoverView> past;   ///< given or taken, the latest first, at most 50
};
BOOST_DESCRIBE_STRUCT(HandoverPreview, (), (from, posts, past))

/// `keeper` is principal.scope_for(permission::kStaffEdit, kRecordDuty), here and below. Who holds
/// which post is no secret from colleagues; what was handed over before is told inside its paths
/// alone. member_unknown
Result<HandoverPreview> preview_handover(Staff::State& state, const db::Scope& keeper,
                                         Id<Member> from);
/// Ends and appoints in one transaction, everything or nothing, and keeps what was done.
/// member_unknown (of the successor at /to_member_id), outside_your_scope, span_reversed,
/// side_taken, id_taken, and what plan_handover() refuses.
Result<HandoverView> hand_over(Staff::State& state, const db::Scope& keeper, Id<Member> from,
                               const HandOver& wanted);

}  // namespace jingwei::staff
