#include "cases/past_cases.h"

#include <algorithm>

#include "cases/case_numbers.h"
#include "cases/contact.h"
#include "cases/past_memory.h"
#include "cases/past_rows.h"
#include "cases/reporting.h"
#include "cases/taking.h"
#include "core/search_words.h"

namespace jingwei::cases {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr int kActsPerLook = 6;  // as in timers.cpp
constexpr std::chrono::hours kLookLater{1};

std::vector<CoUnitRow> helpers_of(const PastCase& past) {
    std::vector<CoUnitRow> rows;
    for (const PastHelper& helper : past.helpers)
        rows.push_back(helper.row);
    return rows;
}

TimerCase timer_of(const PastCase& past) {
    const CaseRecord& record = past.record;
    return {.standing = standing_of(record),
            .clocks = past.clocks,
            .suspended_until = record.suspended_until,
            .closed_at = record.closed_at,
            .followed_up_at = record.followed_up_at};
}

bool is_over(State state) {
    return state == State::kArchived || state == State::kRejected || state == State::kVoided;
}

void note_step(PastCase& past, const StepRow& step, const std::vector<Id<File>>& files) {
    db::append_copy_line(past.steps, OfCase{past.record.county, past.record.id}, step);
    for (const Id<File> file : files)
        past.files.push_back({file, step.no});
    past.last_action = step.action;
    past.last_by = step.by_name;
}

}  // namespace

/// What has left and is to be handed over.
struct PastCases::Lines {
    db::CopyLines<CaseRecord, CaseWords> cases{"cases"};
    db::CopyLines<OfCase, StepRow> steps{"case_step"};
    db::CopyLines<OfCase, CoUnitRow, HelperRest> helpers{"case_co_unit"};
    db::CopyLines<OfCase, SessionRow, SessionRest> sessions{"case_session"};
    db::CopyLines<OfCase, PlateRow> plates{"case_plate"};
    db::CopyLines<OfCase, ReporterRow> reporters{"case_reporter"};
    db::CopyLines<OfCase, CaseFileRow> files{"case_file"};
    db::CopyLines<CaseMergeRow> merges{"case_merge"};
    db::CopyLines<CaseNumberRow> numbers{"case_number"};

    std::size_t bytes() const { return cases.bytes() + steps.bytes(); }
    std::vector<db::CopyBatch> take() {
        return {cases.take(),     steps.take(), helpers.take(), sessions.take(), plates.take(),
                reporters.take(), files.take(), merges.take(),  numbers.take()};
    }
    void add(PastCase& past);
};

void PastCases::Lines::add(PastCase& past) {
    const CaseRecord& record = past.record;
    const OfCase of{record.county, record.id};
    keep_clocks(past.record, past.clocks);
    cases.add(record, {tsvector_of(search_words(record.description + '\n' + record.address))});
    steps.add_lines(past.steps);
    for (const PastHelper& each : past.helpers)
        helpers.add(of, each.row, each.rest);
    for (const PastSession& each : past.sessions)
        sessions.add(of, each.row, each.rest);
    for (const PlateRow& each : past.plates)
        plates.add(of, each);
    if (past.reporter) reporters.add(of, *past.reporter);
    for (const CaseFileRow& each : past.files)
        files.add(of, each);
    for (const CaseMergeRow& each : past.merges)
        merges.add(each);
}

PastCases::PastCases(PastParts parts)
    : parts_(std::move(parts)),
      system_(Actor::system(parts_.county)),
      lines_(std::make_unique<Lines>()) {}

PastCases::~PastCases() = default;

db::BulkTables PastCases::tables() {
    return {.bare = {"cases", "case_step", "case_co_unit", "case_session", "case_plate",
                     "case_reporter", "case_file", "case_watch", "case_merge"},
            .as_they_are = {"case_number"}};
}

const Actor& PastCases::actor_of(const access::Principal& who) {
    const auto found = actors_.find(who.account());
    return found != actors_.end() ? found->second
                                  : actors_.emplace(who.account(), Actor::of(who)).first->second;
}

std::optional<Standing> PastCases::standing(Id<Case> id) const {
    const auto found = cases_.find(id);
    return found == cases_.end() ? std::nullopt : std::optional{standing_of(found->second->record)};
}

std::string PastCases::next_code(Time now) {
    const std::int32_t year = year_of_code(now);
    return case_code(year, ++numbers_[year]);
}

Result<StepReceipt> PastCases::report(const access::Principal& who, const ReportCase& body,
                                      Time now) {
    const Actor& actor = actor_of(who);
    const auto located = locate(body, actor, parts_.world, now);
    if (!located) return located.error();
    auto past = std::make_unique<PastCase>();
    PastLedger ledger{*past, cases_};
    auto made = reported(body, *located, actor, parts_.world, next_code(now), now, ledger);
    if (!made) return made.error();
    past->record = std::move(made->record);
    past->clocks = std::move(made->clocks);
    for (const StepRow& step : made->steps)
        note_step(*past, step, {});
    if (body.files)
        for (const Id<File> file : *body.files)
            past->files.push_back({file, 1});
    if (body.reporter) past->reporter = sealed(*body.reporter, past->record, parts_.keys);
    const StepRow& last = made->steps.back();
    const StepReceipt receipt{body.id, past->record.code, last.no, last.state, last.at};
    PastCase& kept = *cases_.emplace(body.id, std::move(past)).first->second;
    look_at(kept);
    return receipt;
}

Result<StepReceipt> PastCases::act(const access::Principal& who, Id<Case> id,
                                   const StepInput& input, Time now) {
    return step(actor_of(who), id, input, now);
}

/// Works on a copy, so that a step that is refused half way leaves nothing behind.
Result<StepReceipt> PastCases::step(const Actor& actor, Id<Case> id, const StepInput& input,
                                    Time now) {
    const auto found = cases_.find(id);
    if (found == cases_.end()) return moved_on({}, Action::kArchive, input.expected_step + 1);
    PastCase& past = *found->second;
    if (past.record.step_no != input.expected_step) {
        return moved_on(past.last_by, past.last_action, past.record.step_no);
    }
    PastLedger ledger{past, cases_};
    const LoopNumbers& numbers = parts_.world.numbers_of(past.record.reported_at);
    Draft draft{ledger, parts_.world, actor,       numbers,         input,
                now,    past.record,  past.clocks, helpers_of(past)};
    const auto taken = take(draft);
    if (!taken) return taken.error();
    follow_case(draft, *taken);
    const bool tells = closes_merged(draft, *taken);
    ledger.keep();
    past.record = std::move(draft.record);
    past.clocks = std::move(draft.clocks);
    ++past.record.revision;
    note_step(past, taken->step, input.files);
    look_at(past);
    const StepReceipt receipt{id, past.record.code, taken->step.no, taken->step.state, now};
    if (tells) answer_merged(id, now);
    leave_if_over(id);
    return receipt;
}

// ── by itself ────────────────────────────────────────────────────────────────────────────────

void PastCases::look_at(PastCase& past) {
    const auto& wanted = past.record.next_look_at;
    if (past.looked_for == wanted) return;
    if (past.looked_for) looks_.erase({*past.looked_for, past.record.id});
    if (wanted) looks_.emplace(*wanted, past.record.id);
    past.looked_for = wanted;
}

std::size_t PastCases::run_timers(Time now) {
    std::size_t steps = 0;
    while (!looks_.empty() && looks_.begin()->first <= now)
        steps += run_timers_of(looks_.begin()->second, now);
    return steps;
}

std::size_t PastCases::run_timers_of(Id<Case> id, Time now) {
    for (std::size_t steps = 0;; ++steps) {
        const auto found = cases_.find(id);
        if (found == cases_.end() || steps == kActsPerLook) return steps;
        PastCase& past = *found->second;
        const auto& numbers = parts_.world.numbers_of(past.record.reported_at).timers;
        const auto& calendar = *parts_.world.calendar;
        const auto act = due_act(timer_of(past), calendar, numbers, now);
        if (!act) {
            past.record.next_look_at = next_look(timer_of(past), calendar, numbers);
            ++past.record.revision;
            look_at(past);
            return steps;
        }
        const StepInput input =
            input_of(*act, numbers, past.record.step_no, Id<Step>{parts_.ids(now)});
        if (step(system_, id, input, now)) continue;
        past.record.next_look_at = now + kLookLater;
        ++past.record.revision;
        look_at(past);
        return steps;
    }
}

/// At once what the service does in a job a moment later.
void PastCases::answer_merged(Id<Case> survivor, Time now) {
    const PastCase& closed = *cases_.at(survivor);
    const std::string answer = closed.record.answer;
    std::vector<Id<Case>> merged = closed.merged;
    std::ranges::sort(merged);
    for (const Id<Case> id : merged) {
        const auto found = cases_.find(id);
        if (found == cases_.end() || found->second->record.closed_at) continue;
        StepInput input;
        input.action = Action::kAnswer;
        input.step_id = Id<Step>{parts_.ids(now)};
        input.expected_step = found->second->record.step_no;
        input.text = answer;
        (void)step(system_, id, input, now);
    }
}

// ── leaving ──────────────────────────────────────────────────────────────────────────────────

void PastCases::leave_if_over(Id<Case> id) {
    if (!is_over(cases_.at(id)->record.state)) return;
    leave(id);
    if (lines_->bytes() > kBatchBytes) hand_over();
}

/// A merged case goes with the one that it lives on in, to which its row refers.
void PastCases::leave(Id<Case> id) {
    const auto found = cases_.find(id);
    if (found == cases_.end()) return;
    const std::unique_ptr<PastCase> past = std::move(found->second);
    cases_.erase(found);
    if (past->looked_for) looks_.erase({*past->looked_for, id});
    lines_->add(*past);
    for (const Id<Case> merged : past->merged)
        leave(merged);
}

void PastCases::finish() {
    std::vector<Id<Case>> left;
    for (const auto& [id, past] : cases_)
        left.push_back(id);
    std::ranges::sort(left);
    for (const Id<Case> id : left) {
        const auto found = cases_.find(id);
        if (found != cases_.end() && !found->second->record.merged_into) leave(id);
        if (lines_->bytes() > kBatchBytes) hand_over();
    }
    for (const auto& [year, last] : numbers_)
        lines_->numbers.add({parts_.county, year, last + 1});
    hand_over();
}

void PastCases::hand_over() { parts_.to(lines_->take()); }

}  // namespace jingwei::cases
