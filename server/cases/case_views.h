#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "cases/case_ids.h"
#include "cases/case_words.h"
#include "cases/figures_rules.h"
#include "core/clock.h"
#include "core/text_type.h"
#include "files/file_views.h"

/// What the API answers about cases. A reader never has to translate a code: whatever carries an
/// id carries its display name beside it, and enumerators have sentences in the messages.
///
/// | route (below /api/v1)                          | body → answer                            |
/// |------------------------------------------------|------------------------------------------|
/// | POST /cases                                    | ReportCase → StepReceipt                 |
/// | GET  /cases?view=&q=&…&limit=&after=           | CaseQuery → CasePage                     |
/// | GET  /cases/counts                             | → InboxCounts (numbers beside the lists) |
/// | GET  /cases/similar?matter=&lon=&lat=&text=…   | SimilarQuery → SimilarCases              |
/// | GET  /cases/figures?path=&from=&to=&by=…       | FiguresQuery → FiguresView               |
/// | POST /cases/of-caller                          | FindCaller → CallerHistory (logged)      |
/// | GET  /cases/situation?path=                    | SituationQuery → SituationView           |
/// | GET  /cases/counted?figure=&path=&from=&to=…   | CountedQuery → CasePage                  |
/// | GET  /cases/{id}                               | → CaseView                               |
/// | GET  /cases/by-code/{code}                     | → CaseView                               |
/// | POST /cases/{id}/steps/{action}                | the body of the action → StepReceipt     |
/// | POST /cases/{id}/contact                       | ReadContact → ReporterContact (logged)   |
/// | POST /cases/{id}/watch, DELETE …/watch         | → WatchView                              |
/// | POST /files (multipart, part "file")           | → FileView                               |
/// | GET  /files/{id}?size=thumb|full               | the bytes, to who may see the case       |
///
/// Bodies: case_actions.h. Live: GET /api/v1/events, topic "cases", event "case_changed" with a
/// CaseChanged.
namespace jingwei::cases {

// ── who and where, with names ────────────────────────────────────────────────────────────────

struct UnitName {
    Id<Unit> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(UnitName, (), (id, name))

/// One territory node; `path` ("371323/101/204/003") is what other calls take.
struct NodeName {
    std::string path;
    std::string level;  ///< county, town, village, grid, micro
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NodeName, (), (path, level, name))

struct PersonName {
    std::optional<Id<Account>> id;  ///< absent: a resident, or the system
    std::string name;               ///< "张三"; empty for the system
    std::string duty;               ///< post or unit as it was then: "网格员", "镇城管办"
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (id, name, duty))

struct MatterName {
    Id<Matter> id;
    std::string name;
    std::string subclass_name;
    std::string class_name;
};
BOOST_DESCRIBE_STRUCT(MatterName, (), (id, name, subclass_name, class_name))

struct PlaceView {
    std::optional<Point> point;
    std::string address;
    std::vector<NodeName> nodes;  ///< county first, the case's own node last
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (point, address, nodes))

using files::FileView;

// ── the answer to every action ───────────────────────────────────────────────────────────────

/// The same step_id again gets the same receipt again.
struct StepReceipt {
    Id<Case> case_id;
    std::string code;
    std::int32_t step_no = 0;  ///< expected_step of whoever acts next
    State state = State::kReported;
    Time at;
};
BOOST_DESCRIBE_STRUCT(StepReceipt, (), (case_id, code, step_no, state, at))

// ── the case page ────────────────────────────────────────────────────────────────────────────

/// One button: shown when allowed, shown greyed with `reason` when not. Actions that could not
/// concern this reader at all (no capacity for them) are left out.
struct ActionView {
    Action action = Action::kComment;
    bool allowed = false;
    std::optional<std::string> reason_code;
    std::optional<std::string> reason;  ///< the sentence, in the reader's language
};
BOOST_DESCRIBE_STRUCT(ActionView, (), (action, allowed, reason_code, reason))

/// One clock, its light, and how both came about: `explanation` tells limit, start, days off.
/// A stopped clock shows the light that it had when it stopped.
struct ClockView {
    Stage stage = Stage::kScreen;
    std::int32_t round = 1;  ///< 2 after the first rework or reopening, …
    ClockEnd end = ClockEnd::kRunning;
    calendar::Light light = calendar::Light::kGreen;
    calendar::LightReason light_reason = calendar::LightReason::kInTime;
    std::string holder_name;  ///< whose time it is: unit or desk
    Time started_at;
    Time due_at;
    std::optional<Time> stopped_at;
    std::int64_t left_s = 0;  ///< seconds of wall time to the end, negative when past it
    bool extended = false;
    calendar::Explanation explanation;
};
BOOST_DESCRIBE_STRUCT(ClockView, (),
                      (stage, round, end, light, light_reason, holder_name, started_at, due_at,
                       stopped_at, left_s, extended, explanation))

/// One line of the timeline. What a step carries beyond `text` is in the optional members.
struct StepView {
    Id<Step> id;
    std::int32_t no = 0;
    Action action = Action::kComment;
    Time at;
    PersonName by;
    Capacity capacity = Capacity::kSystem;
    State state = State::kReported;  ///< after it
    std::string text;                ///< what was said, or why
    std::vector<FileView> files;
    std::optional<UnitName> unit;           ///< dispatched to, co-unit, summoned
    std::optional<NodeName> node;           ///< passed to; of a report: where the point lies
    std::optional<std::string> other_code;  ///< merged into, unmerged from
    std::optional<Id<Case>> other_case;
    std::optional<Plate> plate;
    std::optional<calendar::Limit> limit;  ///< of an extension or suspension
    std::optional<Verdict> solved, satisfied;
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (id, no, action, at, by, capacity, state, text, files, unit, node, other_code,
                       other_case, plate, limit, solved, satisfied))

/// A report of the same problem came into this case (merge) or was taken out again (unmerge): a
/// step of that report, told here to whoever may see it. The case's own step_no does not move.
struct MergeStepView {
    Id<Step> id;
    Action action = Action::kMerge;
    Time at;
    PersonName by;
    Capacity capacity = Capacity::kSystem;
    std::string text;  ///< why
    Id<Case> case_id;  ///< the report
    std::string code;
};
BOOST_DESCRIBE_STRUCT(MergeStepView, (), (id, action, at, by, capacity, text, case_id, code))

/// Masked: "王**", "138****5678". The clear text is POST /cases/{id}/contact, logged, with purpose.
struct ReporterView {
    std::string name;
    std::string phone;
    bool anonymous = false;
    bool wants_answer = true;
    bool can_read = false;  ///< whether this reader may ask for the clear text
};
BOOST_DESCRIBE_STRUCT(ReporterView, (), (name, phone, anonymous, wants_answer, can_read))

struct ReporterContact {
    std::string name;
    std::string phone;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ReporterContact, (), (name, phone, address))

struct CoUnitView {
    UnitName unit;
    std::string task;
    bool done = false;
    std::optional<Time> done_at;
    std::string result;
};
BOOST_DESCRIBE_STRUCT(CoUnitView, (), (unit, task, done, done_at, result))

struct PlateView {
    Id<PlateCard> id;
    Plate level = Plate::kNone;
    PlateCause cause = PlateCause::kPerson;
    PersonName issuer;
    std::string reason;
    Time raised_at;
    Time reply_due_at;
    std::optional<std::string> reply;
    std::optional<Time> replied_at;
    std::optional<Time> lifted_at;
};
BOOST_DESCRIBE_STRUCT(PlateView, (),
                      (id, level, cause, issuer, reason, raised_at, reply_due_at, reply, replied_at,
                       lifted_at))

/// A report of the same problem that lives on in this case; it keeps its own receipt and verdict.
struct MergedView {
    Id<Case> id;
    std::string code;
    Time reported_at;
    std::string summary;
    std::optional<Verdict> solved, satisfied;
};
BOOST_DESCRIBE_STRUCT(MergedView, (), (id, code, reported_at, summary, solved, satisfied))

struct JointSessionView {
    Session session = Session::kNone;
    Time meets_at;
    std::string meeting_place;
    std::string subject;
    std::vector<UnitName> summoned;
    std::vector<UnitName> attended;
    std::string decision;  ///< empty until concluded
};
BOOST_DESCRIBE_STRUCT(JointSessionView, (),
                      (session, meets_at, meeting_place, subject, summoned, attended, decision))

struct ExtensionView {
    Extension extension = Extension::kNone;
    std::int32_t asked = 0, granted = 0, most = 0;  ///< amounts; `most` is the original limit
    calendar::LimitUnit unit = calendar::LimitUnit::kWorkingDays;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExtensionView, (), (extension, asked, granted, most, unit, reason))

struct SuspensionView {
    Suspension suspension = Suspension::kNone;
    std::string reason;
    std::int32_t days = 0;  ///< asked or granted
    std::optional<Time> since, until;
};
BOOST_DESCRIBE_STRUCT(SuspensionView, (), (suspension, reason, days, since, until))

/// Somebody to call about this case, in the order in which to call.
struct CallView {
    PersonName person;
    std::string phone;
    std::string why;  ///< grid_lead, grid_worker, desk, lead_unit, co_unit
};
BOOST_DESCRIBE_STRUCT(CallView, (), (person, phone, why))

/// How often the loop has gone back, and how often it may.
struct RoundsView {
    std::int32_t returns = 0, returns_max = 0;
    std::int32_t reworks = 0, reworks_max = 0;
    std::int32_t reopens = 0, reopens_max = 0;
    std::int32_t passes = 0, passes_max = 0;
};
BOOST_DESCRIBE_STRUCT(RoundsView, (),
                      (returns, returns_max, reworks, reworks_max, reopens, reopens_max, passes,
                       passes_max))

/// Everything the case page shows.
struct CaseView {
    Id<Case> id;
    std::string code;
    std::int32_t step_no = 0;  ///< send it back as expected_step
    State state = State::kReported;
    std::optional<calendar::Light> light;  ///< the worst of the running clocks; none when ended
    std::optional<calendar::LightReason> light_reason;
    std::optional<Stage> light_stage;  ///< whose light that is
    Plate plate = Plate::kNone;
    Channel channel = Channel::kWorker;
    Urgency urgency = Urgency::kOrdinary;
    MatterName matter;
    std::string description;
    PlaceView place;
    std::optional<Time> occurred_at;
    Time received_at;
    NodeName desk;  ///< the territory node whose desk holds it
    /// The node at or below whose path this reader finds the units that he may assign it to; none
    /// for who is no desk of it.
    std::optional<NodeName> assigns_within;
    std::optional<UnitName> lead_unit;
    std::vector<CoUnitView> co_units;
    std::vector<Capacity> my_capacities;
    std::vector<ActionView> actions;
    std::vector<ClockView> clocks;           ///< running first, then by start, newest first
    std::vector<StepView> steps;             ///< oldest first
    std::vector<MergeStepView> merge_steps;  ///< oldest first; the timeline shows them by time
    std::vector<FileView> files;             ///< of all steps
    std::vector<CallView> calls;
    std::optional<ReporterView> reporter;
    std::vector<PlateView> plates;  ///< newest first
    std::optional<ExtensionView> extension;
    std::optional<SuspensionView> suspension;
    std::optional<JointSessionView> session;
    std::vector<MergedView> merged;
    std::optional<MergedView> merged_into;
    RoundsView rounds;
    std::string answer;  ///< what the resident was told; empty before
    std::optional<Verdict> solved, satisfied;
    Sample sample = Sample::kNone;
    bool confidential = false;
    bool self_closed = false;
    bool designated = false;
    bool watched = false;  ///< by this reader
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (id, code, step_no, state, light, light_reason, light_stage, plate, channel,
                       urgency, matter, description, place, occurred_at, received_at, desk,
                       assigns_within, lead_unit, co_units, my_capacities, actions, clocks, steps,
                       merge_steps, files, calls, reporter, plates, extension, suspension, session,
                       merged, merged_into, rounds, answer, solved, satisfied, sample, confidential,
                       self_closed, designated, watched))

// ── lists ────────────────────────────────────────────────────────────────────────────────────

/// One line of the inbox.
struct CaseRow {
    Id<Case> id;
    std::string code;
    std::int32_t step_no = 0;
    State state = State::kReported;
    std::optional<calendar::Light> light;
    std::optional<calendar::LightReason> light_reason;
    std::optional<Time> due_at;  ///< of the clock that gives the light
    Plate plate = Plate::kNone;
    Urgency urgency = Urgency::kOrdinary;
    Channel channel = Channel::kWorker;
    std::string matter_name;
    std::string summary;  ///< the first 60 characters of the description
    std::string address;
    std::string grid_name;  ///< "城关镇 / 东关社区 / 第三网格"
    std::string desk_name;
    std::string unit_name;  ///< empty before dispatch
    std::optional<Point> point;
    Time received_at;
    bool suspended = false;
    bool confidential = false;
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (id, code, step_no, state, light, light_reason, due_at, plate, urgency,
                       channel, matter_name, summary, address, grid_name, desk_name, unit_name,
                       point, received_at, suspended, confidential))

/// Newest trouble first: by due time (todo, overdue), else by time of receipt, newest first.
using CasePage = Page<CaseRow>;

/// Counted up to 999: a screen shows "999+".
struct InboxCounts {
    std::int32_t todo = 0, watching = 0, overdue = 0, plates = 0, unsettled = 0;
};
BOOST_DESCRIBE_STRUCT(InboxCounts, (), (todo, watching, overdue, plates, unsettled))

/// An open case that may be the same problem, nearest and likest first.
struct SimilarCase {
    Id<Case> id;
    std::string code;
    State state = State::kReported;
    std::string matter_name;
    std::string summary;
    std::string address;
    std::optional<Point> point;
    std::optional<std::int32_t> distance_m;
    bool same_matter = false;
    Time received_at;
};
BOOST_DESCRIBE_STRUCT(SimilarCase, (),
                      (id, code, state, matter_name, summary, address, point, distance_m,
                       same_matter, received_at))

struct SimilarCases {
    std::vector<SimilarCase> items;
};
BOOST_DESCRIBE_STRUCT(SimilarCases, (), (items))

struct WatchView {
    bool watched = false;
};
BOOST_DESCRIBE_STRUCT(WatchView, (), (watched))

// ── figures ──────────────────────────────────────────────────────────────────────────────────

/// One part of what is divided.
struct FiguresPart {
    /// The path of a node (the one asked for: cases that lie on no node below it), the id of a unit
    /// (empty: none leads) or matter, a channel, the moment at which a month or day begins.
    std::string key;
    std::string name;  ///< of node, unit or matter; empty where the key says it
    Counts counts;
    Rates rates;
};
BOOST_DESCRIBE_STRUCT(FiguresPart, (), (key, name, counts, rates))

/// Counts of one period and place, and the rates that the field makes of them.
struct FiguresView {
    Counts counts;
    Rates rates;
    /// Months and days in their order, else those with most cases first. Without those that have
    /// none. Their counts add up to `counts`.
    std::vector<FiguresPart> parts;
};
BOOST_DESCRIBE_STRUCT(FiguresView, (), (counts, rates, parts))

/// What whoever calls has reported before: at most 10, newest first, of those that the reader sees.
struct CallerHistory {
    std::vector<CaseRow> items;
};
BOOST_DESCRIBE_STRUCT(CallerHistory, (), (items))

/// Open cases of a place at one moment. `open` is the sum of red, yellow, green and resting, and
/// of the five stages.
struct SituationCounts {
    std::int64_t open = 0;
    std::int64_t red = 0, yellow = 0, green = 0;
    std::int64_t resting = 0;  ///< suspended: no clock runs
    std::int64_t plates = 0, emergencies = 0;
    std::int64_t to_dispatch = 0, to_sign = 0, to_handle = 0, to_verify = 0, to_close = 0;
};
BOOST_DESCRIBE_STRUCT(SituationCounts, (),
                      (open, red, yellow, green, resting, plates, emergencies, to_dispatch, to_sign,
                       to_handle, to_verify, to_close))

struct SituationPart {
    std::string path;
    std::string name;
    SituationCounts counts;
};
BOOST_DESCRIBE_STRUCT(SituationPart, (), (path, name, counts))

struct SituationPoint {
    Id<Case> id;
    double lon = 0, lat = 0;
    std::optional<calendar::Light> light;  ///< none: no clock runs
};
BOOST_DESCRIBE_STRUCT(SituationPoint, (), (id, lon, lat, light))

/// What a wall of the centre shows.
struct SituationView {
    Time at;
    std::string name;  ///< of the place
    SituationCounts counts;
    std::vector<SituationPart> parts;    ///< most overdue first, then most open
    std::vector<SituationPoint> points;  ///< at most 2,000, the most pressing first
};
BOOST_DESCRIBE_STRUCT(SituationView, (), (at, name, counts, parts, points))

/// Event "case_changed": something happened; read the case again if it is on the screen.
struct CaseChanged {
    Id<Case> id;
    std::string code;
    std::int32_t step_no = 0;
    Action action = Action::kComment;
    State state = State::kReported;
};
BOOST_DESCRIBE_STRUCT(CaseChanged, (), (id, code, step_no, action, state))

}  // namespace jingwei::cases
