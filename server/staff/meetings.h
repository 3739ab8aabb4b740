#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/text_type.h"
#include "staff/handover.h"
#include "staff/staff.h"

/// Meetings of a place 例会, as they were held. Private to staff.
namespace jingwei::staff {

struct Meeting;  // names Id<Meeting>

struct MeetingContent {
    Time held_at;
    Text<1, 200> subject;
    Lines<0, 8'000> minutes;
    List<Id<Member>, 200> present;
    List<Id<Member>, 200> excused;
};
BOOST_DESCRIBE_STRUCT(MeetingContent, (), (held_at, subject, minutes, present, excused))

/// POST /meetings. The same id again gets the same answer.
struct AddMeeting : MeetingContent {
    Id<Meeting> id;
    Id<grid::Node> node_id;
};
BOOST_DESCRIBE_STRUCT(AddMeeting, (MeetingContent), (id, node_id))

/// PATCH /meetings/{id}: the whole content anew.
struct ChangeMeeting : MeetingContent {};
BOOST_DESCRIBE_STRUCT(ChangeMeeting, (MeetingContent), ())

struct MeetingRow {
    Id<Meeting> id;
    Id<grid::Node> node_id;
    std::string path;
    Time held_at;
    std::string subject;
    std::string minutes;
    std::vector<Id<Member>> present;
    std::vector<Id<Member>> excused;
    std::optional<Id<Account>> written_by;
    Time written_at;
};
BOOST_DESCRIBE_STRUCT(MeetingRow, (),
                      (id, node_id, path, held_at, subject, minutes, present, excused, written_by,
                       written_at))

struct MeetingView {
    Id<Meeting> id;
    Id<grid::Node> node_id;
    std::string path;
    std::string full_name;  ///< of the node
    Time held_at;
    std::string subject;
    std::string minutes;
    std::vector<MemberName> present;
    std::vector<MemberName> excused;
    Time written_at;
};
BOOST_DESCRIBE_STRUCT(MeetingView, (),
                      (id, node_id, path, full_name, held_at, subject, minutes, present, excused,
                       written_at))

/// GET /meetings: at and below a place, of a time; what is absent does not narrow.
struct MeetingQuery {
    std::optional<Text<6, 120>> path;
    std::optional<Time> from;
    std::optional<Time> to;  ///< open end
    std::optional<Text<1, 80>> after;
    std::optional<Whole<1, 100>> limit;  ///< 30 when absent
};
BOOST_DESCRIBE_STRUCT(MeetingQuery, (), (path, from, to, after, limit))

/// What a transaction about meetings says that it is about.
inline constexpr const char* kMeetingDuty = "staff_meeting";

/// The latest first. `reader` is of kStaffRead with kMeetingDuty, `keeper` of kMeetingEdit with it.
/// not_a_cursor
Result<Page<MeetingView>> list_meetings(Staff::State& state, const db::Scope& reader,
                                        const MeetingQuery& query);
/// Below: outside_your_scope, meeting_in_future, meeting_twice (somebody is there twice),
/// member_unknown; node_unknown, id_taken; meeting_unknown.
Result<MeetingView> add_meeting(Staff::State& state, const db::Scope& keeper,
                                const AddMeeting& wanted);
Result<MeetingView> change_meeting(Staff::State& state, const db::Scope& keeper, Id<Meeting> id,
                                   const ChangeMeeting& wanted);
Result<void> remove_meeting(Staff::State& state, const db::Scope& keeper, Id<Meeting> id);

}  // namespace jingwei::staff
