#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cases/case_ids.h"
#include "cases/case_words.h"
#include "cases/deadline_rules.h"
#include "cases/standing.h"
#include "core/clock.h"
#include "core/text_type.h"
#include "db/codec.h"

/// Rows of this module's tables, named as their columns; a statement names its parameters alike.
namespace jingwei::cases {

/// What never changes once a case is reported.
struct CaseFixed {
    std::string county;
    Id<Case> id;
    std::string code;
    Channel channel = Channel::kWorker;
    Id<Matter> matter_id;
    Urgency urgency = Urgency::kOrdinary;
    std::string description;
    std::optional<std::string> outside_no;
    std::optional<double> lon, lat;
    std::optional<std::int64_t> cell;
    std::string address;
    std::optional<Time> occurred_at;
    Time received_at;
    Time reported_at;
    std::optional<Id<Account>> reported_by;
    bool answer_wanted = true;
};
BOOST_DESCRIBE_STRUCT(CaseFixed, (),
                      (county, id, code, channel, matter_id, urgency, description, outside_no, lon,
                       lat, cell, address, occurred_at, received_at, reported_at, reported_by,
                       answer_wanted))

/// When it came how far.
struct CaseTimes {
    std::optional<Time> accepted_at, dispatched_at, handled_at, answered_at, closed_at;
    std::optional<Time> followed_up_at, ended_at;
    std::optional<Time> handle_due_at;  ///< of the last handling clock
    std::optional<Time> answer_due_at;  ///< of the first answer clock
    std::optional<Time> due_at, yellow_at, next_look_at;
    Time sort_at;  ///< orders the inbox: due_at, else the end of its suspension, else its last step
};
BOOST_DESCRIBE_STRUCT(CaseTimes, (),
                      (accepted_at, dispatched_at, handled_at, answered_at, closed_at,
                       followed_up_at, ended_at, handle_due_at, answer_due_at, due_at, yellow_at,
                       next_look_at, sort_at))

/// What steps change.
struct CaseMoving {
    std::int32_t step_no = 1;
    std::int32_t revision = 1;  ///< one more at each write, steps and others
    State state = State::kReported;
    Uuid node_id;           ///< where it lies; a pass down may make it more exact
    std::string grid_path;  ///< of that node
    std::string desk_path;
    std::optional<Id<Unit>> lead_unit;
    Extension extension = Extension::kNone;
    Suspension suspension = Suspension::kNone;
    Session session = Session::kNone;
    Sample sample = Sample::kNone;
    Plate plate = Plate::kNone;
    bool designated = false;
    bool self_closed = false;
    bool confidential = false;
    std::int32_t open_co_tasks = 0;
    std::int32_t merged_reports = 0;
    std::optional<Id<Case>> merged_into;
    std::optional<State> state_before;
    std::optional<std::int32_t> extension_asked, extension_given;
    std::optional<std::string> pending_reason;
    std::int32_t suspended_days = 0;
    std::optional<Time> suspended_since, suspended_until;
    std::string answer;
    std::optional<Verdict> solved, satisfied;
    std::string clocks;             ///< clock_text.h: one row holds all that a step looks at
    bool provisional = false;       ///< a live clock has met a year without a calendar
    std::vector<Id<Unit>> helping;  ///< units of case_co_unit: they see the case
};
BOOST_DESCRIBE_STRUCT(CaseMoving, (),
                      (step_no, revision, state, node_id, grid_path, desk_path, lead_unit,
                       extension, suspension, session, sample, plate, designated, self_closed,
                       confidential, open_co_tasks, merged_reports, merged_into, state_before,
                       extension_asked, extension_given, pending_reason, suspended_days,
                       suspended_since, suspended_until, answer, solved, satisfied, clocks,
                       provisional, helping))

struct CaseRecord : CaseFixed, CaseTimes, CaseMoving, Rounds {};
BOOST_DESCRIBE_STRUCT(CaseRecord, (CaseFixed, CaseTimes, CaseMoving, Rounds), ())

/// A case as it is first written.
struct NewCase : CaseRecord {
    std::vector<std::string> words;  ///< of core/search_words
};
BOOST_DESCRIBE_STRUCT(NewCase, (CaseRecord), (words))

/// The part that the rules look at, and back.
Standing standing_of(const CaseRecord& record);
void set_standing(CaseRecord& record, const Standing& standing);

/// The clocks as `CaseMoving::clocks` keeps them, by start.
std::vector<CaseClock> clocks_of(const CaseMoving& record);
/// Sets `clocks` and `provisional`.
void keep_clocks(CaseMoving& record, std::span<const CaseClock> clocks);

struct TaskBody {
    Id<Unit> unit{};
    std::string unit_name{};
    std::string task{};
};
BOOST_DESCRIBE_STRUCT(TaskBody, (), (unit, unit_name, task))

/// What a step carries beyond its text, as it was then: names travel with ids, so the timeline of
/// an old case needs no lookup and never changes its story.
struct StepBody {
    std::optional<Id<Unit>> unit{};
    std::optional<std::string> unit_name{};
    std::optional<std::string> path{}, node_name{};
    std::optional<Id<Case>> other_case{};
    std::optional<std::string> other_code{};
    std::optional<Plate> plate{};
    std::optional<PlateCause> cause{};
    std::optional<calendar::Limit> limit{};
    std::optional<Verdict> solved{}, satisfied{};
    std::optional<std::vector<TaskBody>> tasks{};  ///< given by a session
};
BOOST_DESCRIBE_STRUCT(StepBody, (),
                      (unit, unit_name, path, node_name, other_case, other_code, plate, cause,
                       limit, solved, satisfied, tasks))

struct StepRow {
    std::int32_t no = 1;
    Id<Step> id{};
    Action action = Action::kComment;
    Time at{};
    std::optional<Id<Account>> account{};
    std::string by_name{}, by_duty{};
    Capacity capacity = Capacity::kSystem;
    State state = State::kReported;
    std::string text{};
    Json body{};
};
BOOST_DESCRIBE_STRUCT(StepRow, (),
                      (no, id, action, at, account, by_name, by_duty, capacity, state, text, body))

/// What a step is beside the case after it; its number and state are those of the case.
struct StepDone {
    Id<Step> step_id;
    Action action = Action::kComment;
    Time at;
    std::optional<Id<Account>> account;
    std::string by_name, by_duty;
    Capacity capacity = Capacity::kSystem;
    std::string text;
    Json body;
};
BOOST_DESCRIBE_STRUCT(StepDone, (),
                      (step_id, action, at, account, by_name, by_duty, capacity, text, body))

struct StepWrite : CaseRecord, StepDone {};
BOOST_DESCRIBE_STRUCT(StepWrite, (CaseRecord, StepDone), ())

/// A step of a report that was merged into the case, or of one that was taken out again.
struct MergeRow {
    Id<Step> id{};
    Action action = Action::kMerge;
    Time at{};
    std::optional<Id<Account>> account{};
    std::string by_name{}, by_duty{};
    Capacity capacity = Capacity::kSystem;
    std::string text{};
    Id<Case> case_id{};
    std::string code{};
};
BOOST_DESCRIBE_STRUCT(MergeRow, (),
                      (id, action, at, account, by_name, by_duty, capacity, text, case_id, code))

struct CoUnitRow {
    Id<Unit> unit_id;
    bool has_task = false;
    bool attended = false;
    std::optional<Time> done_at{};
};
BOOST_DESCRIBE_STRUCT(CoUnitRow, (), (unit_id, has_task, attended, done_at))

struct PlateRow {
    Id<PlateCard> id;
    Plate level = Plate::kNone;
    PlateCause cause = PlateCause::kPerson;
    std::string issuer_name, issuer_duty, reason;
    Time raised_at, reply_due_at;
    std::optional<std::string> reply;
    std::optional<Time> replied_at, lifted_at;
};
BOOST_DESCRIBE_STRUCT(PlateRow, (),
                      (id, level, cause, issuer_name, issuer_duty, reason, raised_at, reply_due_at,
                       reply, replied_at, lifted_at))

struct SessionRow {
    std::int32_t no = 1;
    Time meets_at;
    std::string meeting_place, subject;
    std::vector<Id<Unit>> summoned;
    std::string decision;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (no, meets_at, meeting_place, subject, summoned, decision))

struct ReporterRow {
    std::string name_masked, phone_masked;
    std::optional<db::Bytes> contact_sealed;
    std::optional<db::Bytes> phone_key;
    bool wants_answer = true;
};
BOOST_DESCRIBE_STRUCT(ReporterRow, (),
                      (name_masked, phone_masked, contact_sealed, phone_key, wants_answer))

struct StepFileRow {
    Id<File> id;
    std::int32_t step_no = 1;
    std::string name, media_type;
    std::int64_t bytes = 0;
    std::optional<std::int32_t> width, height;
};
BOOST_DESCRIBE_STRUCT(StepFileRow, (), (id, step_no, name, media_type, bytes, width, height))

}  // namespace jingwei::cases
