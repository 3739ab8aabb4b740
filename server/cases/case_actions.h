#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "calendar/limit.h"
#include "cases/case_ids.h"
#include "cases/case_words.h"
#include "cases/figures_rules.h"
#include "core/clock.h"
#include "core/dto.h"

/// The bodies of POST /cases and POST /cases/{id}/steps/{action}.
///
/// Every body carries `step_id` (UUIDv7 made by the client: the same id again gets the same receipt
/// again) and `expected_step` (the step_no that the reader saw: when somebody was faster, the
/// refusal names who did what). Texts are what a person writes. Optional members may be absent.
/// Files are uploaded first (POST /files) and named here by id.
namespace jingwei::cases {

using Words = Lines<1, 2000>;
using StepNo = Whole<1, 1'000'000>;
using Files = List<Id<File>, 9>;
using Path = Text<6, 100>;  ///< of a territory node: "371323/101/204"

constexpr std::size_t kMaxSummoned = 12;

/// What every body begins with.
struct StepHead {
    Id<Step> step_id;
    StepNo expected_step;
};
BOOST_DESCRIBE_STRUCT(StepHead, (), (step_id, expected_step))

/// Who raised it. All empty: anonymous. Sealed at rest, masked in views.
struct ReporterBody {
    std::optional<Text<1, 60>> name;
    std::optional<Text<5, 30>> phone;
    std::optional<Text<1, 200>> address;
    std::optional<bool> wants_answer;  ///< true when absent
};
BOOST_DESCRIBE_STRUCT(ReporterBody, (), (name, phone, address, wants_answer))

/// POST /cases. Where it is: a point (then the grid under it), or a node path, or both (the path
/// wins: whoever stands there knows better than the map; the first step names the node under the
/// point when that is another); with neither it lies on the reporter's own grid.
struct ReportCase {
    Id<Case> id;       ///< UUIDv7 made by the client
    Id<Step> step_id;  ///< of its first step
    Channel channel = Channel::kWorker;
    Id<Matter> matter;
    Lines<1, 4000> description;
    std::optional<Point> point;
    std::optional<Path> path;
    std::optional<Text<1, 200>> address;
    std::optional<Time> occurred_at;  ///< not later than now
    std::optional<Time> received_at;  ///< when the channel got it; now when absent
    std::optional<Urgency> urgency;   ///< the matter's own when absent; never below it
    std::optional<ReporterBody> reporter;
    std::optional<Text<1, 64>> outside_no;  ///< the number that hotline or police gave it
    std::optional<Words> solved_by;         ///< self_close at once: what the worker did
    std::optional<bool> confidential;
    std::optional<Files> files;
};
BOOST_DESCRIBE_STRUCT(ReportCase, (),
                      (id, step_id, channel, matter, description, point, path, address, occurred_at,
                       received_at, urgency, reporter, outside_no, solved_by, confidential, files))

/// accept, sign, arrive, close, archive, resume, lift_plate, make_confidential,
/// lift_confidential, unmerge, attend, verify_pass, sample_pass.
struct NoteStep : StepHead {
    std::optional<Words> note;
    std::optional<Files> files;
};
BOOST_DESCRIBE_STRUCT(NoteStep, (StepHead), (note, files))

/// reject, return, verify_fail, refuse_extension, refuse_suspension, reopen, void, urge, instruct,
/// comment, reply_plate, self_close, handle, finish_co_task, answer, sample_fail (sends a
/// self-closed case back to its desk): the text is the point of it. `answer` is read by the
/// resident; `handle` may need files when the matter demands evidence.
struct TextStep : StepHead {
    Words text;
    std::optional<Files> files;
};
BOOST_DESCRIBE_STRUCT(TextStep, (StepHead), (text, files))

/// pass_up (to the parent desk when `path` is absent), pass_down (`path` needed: a desk below).
struct PassStep : StepHead {
    Words text;
    std::optional<Path> path;
};
BOOST_DESCRIBE_STRUCT(PassStep, (StepHead), (text, path))

/// assign, designate. Without `unit` the one that the matter names at this level. `limit` replaces
/// the matter's handling limit and is never longer than it.
struct AssignStep : StepHead {
    std::optional<Id<Unit>> unit;
    std::optional<calendar::Limit> limit;
    std::optional<Words> note;
};
BOOST_DESCRIBE_STRUCT(AssignStep, (StepHead), (unit, limit, note))

/// add_co_unit.
struct CoUnitStep : StepHead {
    Id<Unit> unit;
    Words text;  ///< its task
};
BOOST_DESCRIBE_STRUCT(CoUnitStep, (StepHead), (unit, text))

/// ask_extension, grant_extension: `amount` in the unit of the handling limit, at most that limit;
/// what is granted may differ from what was asked.
struct ExtensionStep : StepHead {
    Whole<1, 1000> amount;
    Words text;
};
BOOST_DESCRIBE_STRUCT(ExtensionStep, (StepHead), (amount, text))

/// ask_suspension, suspend: natural days, together at most limits.suspended_days.
struct SuspensionStep : StepHead {
    Whole<1, 365> days;
    Words text;
};
BOOST_DESCRIBE_STRUCT(SuspensionStep, (StepHead), (days, text))

/// follow_up: two separate questions; not_reached to both counts in neither rate.
struct FollowUpStep : StepHead {
    Verdict solved = Verdict::kNotReached;
    Verdict satisfied = Verdict::kNotReached;
    std::optional<Words> note;
};
BOOST_DESCRIBE_STRUCT(FollowUpStep, (StepHead), (solved, satisfied, note))

/// merge: this case into the other, which must be open and in no third.
struct MergeStep : StepHead {
    Id<Case> into;
    Words text;
};
BOOST_DESCRIBE_STRUCT(MergeStep, (StepHead), (into, text))

/// raise_plate: strictly above the one that is up; the unit answers within `reply_days`.
struct PlateStep : StepHead {
    Plate level = Plate::kBlue;
    Whole<1, 30> reply_days;  ///< working days
    Words text;
};
BOOST_DESCRIBE_STRUCT(PlateStep, (StepHead), (level, reply_days, text))

/// whistle: calls units to a joint session.
struct WhistleStep : StepHead {
    List<Id<Unit>, kMaxSummoned, 1> units;
    Time meets_at;  ///< later than now
    Text<1, 200> meeting_place;
    Words text;  ///< what it is about
};
BOOST_DESCRIBE_STRUCT(WhistleStep, (StepHead), (units, meets_at, meeting_place, text))

struct SessionTask {
    Id<Unit> unit;
    Text<1, 500> task;
};
BOOST_DESCRIBE_STRUCT(SessionTask, (), (unit, task))

/// conclude_session: what was decided; each task makes its unit a co-unit.
struct ConcludeStep : StepHead {
    Words text;
    std::optional<List<SessionTask, kMaxSummoned>> tasks;
};
BOOST_DESCRIBE_STRUCT(ConcludeStep, (StepHead), (text, tasks))

/// POST /cases/{id}/contact. The reading is written down with its purpose, for the person read.
struct ReadContact {
    Id<Step> step_id;
    Text<4, 200> purpose;
};
BOOST_DESCRIBE_STRUCT(ReadContact, (), (step_id, purpose))

/// POST /cases/of-caller: by a number that a caller has given. In a body, so that no log holds it.
/// The look is written down with its purpose.
struct FindCaller {
    Text<5, 40> phone;
    Text<4, 200> purpose;
};
BOOST_DESCRIBE_STRUCT(FindCaller, (), (phone, purpose))

// ── query strings ────────────────────────────────────────────────────────────────────────────

/// GET /cases: the cases of the view for which every filter holds. `q` that is a whole case code,
/// with or without hyphens, finds that case alone, whatever its view and the other filters.
struct CaseQuery {
    std::optional<View> view;  ///< when absent kOpen, or kDone for a `state` that is done
    std::optional<State> state;
    std::optional<Channel> channel;
    std::optional<Id<Matter>> matter;
    std::optional<Id<Unit>> unit;
    std::optional<Path> path;            ///< subtree of the territory
    std::optional<Text<1, 100>> q;       ///< words of description and address, or a case code
    std::optional<Text<1, 200>> after;   ///< `next` of the page before
    std::optional<Whole<1, 100>> limit;  ///< 30 when absent
};
BOOST_DESCRIBE_STRUCT(CaseQuery, (), (view, state, channel, matter, unit, path, q, after, limit))

/// GET /cases/similar: open cases of the last 90 days, nearby or worded alike. At least one of
/// point, path and text.
struct SimilarQuery {
    std::optional<Id<Matter>> matter;
    std::optional<double> lon, lat;  ///< both or neither
    std::optional<Path> path;
    std::optional<Text<1, 200>> text;
};
BOOST_DESCRIBE_STRUCT(SimilarQuery, (), (matter, lon, lat, path, text))

/// What figures are divided by: the nodes right below the path, lead units, matters, channels, or
/// the months or days (of China Standard Time) in which cases were received.
enum class FiguresBy { kTerritory, kUnit, kMatter, kChannel, kMonth, kDay };
BOOST_DESCRIBE_ENUM(FiguresBy, kTerritory, kUnit, kMatter, kChannel, kMonth, kDay)

/// GET /cases/figures: of what was received in [from, to), at most 366 days.
struct FiguresQuery {
    std::optional<Path> path;
    std::optional<Id<Unit>> unit;
    std::optional<Id<Matter>> matter;
    std::optional<Channel> channel;
    Time from;
    Time to;
    std::optional<FiguresBy> by;  ///< absent: the sum only
};
BOOST_DESCRIBE_STRUCT(FiguresQuery, (), (path, unit, matter, channel, from, to, by))

/// GET /cases/situation: of the cases that are open below `path`, or in the whole county.
struct SituationQuery {
    std::optional<Path> path;
};
BOOST_DESCRIBE_STRUCT(SituationQuery, (), (path))

/// GET /cases/counted: the cases that make up one number of the figures, newest first.
struct CountedQuery {
    Figure figure = Figure::kReceived;
    std::optional<Path> path;
    std::optional<Id<Unit>> unit;
    std::optional<Id<Matter>> matter;
    std::optional<Channel> channel;
    Time from;
    Time to;
    std::optional<Text<1, 200>> after;   ///< `next` of the page before
    std::optional<Whole<1, 100>> limit;  ///< 30 when absent
};
BOOST_DESCRIBE_STRUCT(CountedQuery, (),
                      (figure, path, unit, matter, channel, from, to, after, limit))

}  // namespace jingwei::cases
