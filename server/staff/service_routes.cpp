#include "staff/service_routes.h"

#include "access/principal.h"
#include "http/routes.h"
#include "staff/due.h"
#include "staff/meetings.h"
#include "staff/records.h"
#include "staff/staff_state.h"
#include "staff/work_log.h"

namespace jingwei::staff {
namespace {

using access::principal;
using access::permission::kMeetingEdit;
using access::permission::kSettingEdit;
using access::permission::kStaffEdit;
using access::permission::kStaffRead;
using access::permission::kWorkLogRead;

/// What a keeper of records acts for.
template <class Body>
db::Scope keeper(const http::Call<Body>& call) {
    return principal(call).scope_for(kStaffEdit, kRecordDuty);
}

/// The account alone, whatever it may do elsewhere.
template <class Body>
db::Scope self(const http::Call<Body>& call) {
    auto scope = db::Scope::nobody(principal(call).county());
    scope.account = principal(call).account();
    return scope;
}

Result<Nothing> done(const Result<void>& outcome) {
    if (!outcome) return outcome.error();
    return Nothing{};
}

}  // namespace

void add_record_routes(http::Routes& routes, Staff::State& state) {
    routes.get<RecordQuery, RecordList>(
        "/api/v1/staff/{id}/records", kStaffEdit,
        [&state](const http::Call<RecordQuery>& call) {
            return records_of(state, keeper(call), call.path_id<Member>("id"),
                              call.body.removed.value_or(false));
        },
        "What is on file of a person: filling of posts, contracts, training, equipment and more");
    routes.post<AddRecord, RecordView>(
        "/api/v1/staff/{id}/records", kStaffEdit,
        [&state](const http::Call<AddRecord>& call) {
            return add_record(state, keeper(call), call.path_id<Member>("id"), call.body);
        },
        "Put something on file of a person");
    routes.patch<ChangeRecord, RecordView>(
        "/api/v1/staff-records/{id}", kStaffEdit,
        [&state](const http::Call<ChangeRecord>& call) {
            return change_record(state, keeper(call), call.path_id<StaffRecord>("id"), call.body);
        },
        "Correct a record; what it said before stays on file");
    routes.del<RemoveRecord, RecordView>(
        "/api/v1/staff-records/{id}", kStaffEdit,
        [&state](const http::Call<RemoveRecord>& call) {
            return remove_record(state, keeper(call), call.path_id<StaffRecord>("id"),
                                 static_cast<std::int32_t>(call.body.seen_version.value()));
        },
        "Take back a record that was entered by mistake; it stays readable");
    routes.get<Nothing, PastRecordList>(
        "/api/v1/staff-records/{id}/past", kStaffEdit,
        [&state](const http::Call<>& call) {
            return past_of_record(state, keeper(call), call.path_id<StaffRecord>("id"));
        },
        "What a record said before");
    routes.get<Nothing, RecordList>(
        "/api/v1/me/records", http::kSignedIn,
        [&state](const http::Call<>& call) { return own_records(state, self(call)); },
        "What is on file of oneself");
}

void add_due_routes(http::Routes& routes, Staff::State& state) {
    routes.get<DueQuery, DueList>(
        "/api/v1/staff/due", kStaffEdit,
        [&state](const http::Call<DueQuery>& call) {
            return due_list(state, keeper(call), call.body);
        },
        "Whose training is short, whose contract or insurance ends, which filling is not on file");
    routes.get<Nothing, StaffSettingsView>(
        "/api/v1/staff/settings", kStaffRead,
        [&state](const http::Call<>& call) { return staff_settings(state, self(call)); },
        "Hours of training a year that the county asks for");
    routes.put<StaffSettings, StaffSettingsView>(
        "/api/v1/staff/settings", kSettingEdit,
        [&state](const http::Call<StaffSettings>& call) {
            return set_staff_settings(state, principal(call).scope(kSettingEdit), call.body);
        },
        "Set the hours of training a year");
}

void add_handover_routes(http::Routes& routes, Staff::State& state) {
    routes.get<Nothing, HandoverPreview>(
        "/api/v1/staff/{id}/handover", kStaffRead,
        [&state](const http::Call<>& call) {
            return preview_handover(state, keeper(call), call.path_id<Member>("id"));
        },
        "What would go to a successor, and what was handed over before");
    routes.post<HandOver, HandoverView>(
        "/api/v1/staff/{id}/handover", kStaffEdit,
        [&state](const http::Call<HandOver>& call) {
            return hand_over(state, keeper(call), call.path_id<Member>("id"), call.body);
        },
        "Hand posts over to a successor, everything or nothing");
}

void add_meeting_routes(http::Routes& routes, Staff::State& state) {
    routes.get<MeetingQuery, Page<MeetingView>>(
        "/api/v1/meetings", kStaffRead,
        [&state](const http::Call<MeetingQuery>& call) {
            const auto reader = principal(call).scope_for(kStaffRead, kMeetingDuty);
            return list_meetings(state, reader, call.body);
        },
        "Meetings of one's places and those that one was asked to, the latest first");
    routes.post<AddMeeting, MeetingView>(
        "/api/v1/meetings", kMeetingEdit,
        [&state](const http::Call<AddMeeting>& call) {
            const auto minutes = principal(call).scope_for(kMeetingEdit, kMeetingDuty);
            return add_meeting(state, minutes, call.body);
        },
        "Keep the minutes of a meeting");
    routes.patch<ChangeMeeting, MeetingView>(
        "/api/v1/meetings/{id}", kMeetingEdit,
        [&state](const http::Call<ChangeMeeting>& call) {
            const auto minutes = principal(call).scope_for(kMeetingEdit, kMeetingDuty);
            return change_meeting(state, minutes, call.path_id<Meeting>("id"), call.body);
        },
        "Correct the minutes of a meeting");
    routes.del<Nothing, Nothing>(
        "/api/v1/meetings/{id}", kMeetingEdit,
        [&state](const http::Call<>& call) {
            const auto minutes = principal(call).scope_for(kMeetingEdit, kMeetingDuty);
            return done(remove_meeting(state, minutes, call.path_id<Meeting>("id")));
        },
        "Remove a meeting that was not held");
}

void add_log_routes(http::Routes& routes, Staff::State& state) {
    routes.get<LogQuery, Page<LogView>>(
        "/api/v1/work-log", kWorkLogRead,
        [&state](const http::Call<LogQuery>& call) {
            return list_log(state, principal(call).scope_for(kWorkLogRead, kLogDuty), call.body);
        },
        "What people of one's places noted of their days, the latest first");
    routes.get<OwnLogQuery, Page<LogView>>(
        "/api/v1/me/work-log", http::kSignedIn,
        [&state](const http::Call<OwnLogQuery>& call) {
            return own_log(state, self(call), call.body);
        },
        "What one noted oneself");
    routes.post<AddLogEntry, LogView>(
        "/api/v1/me/work-log", http::kSignedIn,
        [&state](const http::Call<AddLogEntry>& call) {
            return add_log_entry(state, self(call), call.body);
        },
        "Note something of one's day; nobody has to");
    routes.patch<ChangeLogEntry, LogView>(
        "/api/v1/me/work-log/{id}", http::kSignedIn,
        [&state](const http::Call<ChangeLogEntry>& call) {
            return change_log_entry(state, self(call), call.path_id<LogEntry>("id"), call.body);
        },
        "Change one's own note");
    routes.del<Nothing, Nothing>(
        "/api/v1/me/work-log/{id}", http::kSignedIn,
        [&state](const http::Call<>& call) {
            return done(remove_log_entry(state, self(call), call.path_id<LogEntry>("id")));
        },
        "Remove one's own note");
}

}  // namespace jingwei::staff
