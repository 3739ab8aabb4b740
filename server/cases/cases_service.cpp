#include "audit/audit.h"
#include "cases/cases.h"
#include "cases/statements.h"
#include "core/dto.h"
#include "db/in_transaction.h"
#include "jobs/jobs.h"

namespace jingwei::cases {
namespace {

/// Who was faster, and with what, in the reader's words.
Refusal moved_on(const StepRow& last) {
    return Refusal{RefusalKind::kConflict,
                   "case_moved_on",
                   "/expected_step",
                   {{"by", last.by_name.empty() ? "@case.by_itself" : last.by_name},
                    {"action", "@case.action." + enum_name(last.action)},
                    {"step_no", std::to_string(last.no)}}};
}

StepRow step_row(const Draft& draft, const Rule& rule) {
    const Capacity capacity = foremost(draft.mine, rule.by);
    return {.no = draft.record.step_no,
            .id = draft.input.step_id,
            .action = draft.input.action,
            .at = draft.now,
            .account = draft.actor.account,
            .by_name = draft.actor.name,
            .by_duty = duty_of(draft.actor, capacity, draft.record, draft.world, draft.now),
            .capacity = capacity,
            .state = draft.record.state,
            .text = draft.input.text,
            .body = Json{dto::print(draft.body)}};
}

void queue_audit(db::Transaction& tx, const Actor& actor, const CaseRecord& record, Action action,
                 Time at) {
    audit::record(tx, {.county = record.county,
                       .account = actor.account.value_or(Id<Account>{}),
                       .at = at,
                       .action = "case." + enum_name(action),
                       .subject_kind = "case",
                       .subject = record.id.text()});
}

/// Reporters of merged cases are told in a job of its own: they may lie where this actor sees
/// nothing.
void queue_merged_answers(Draft& draft, State before) {
    const bool closes = draft.record.state == State::kClosed && before != State::kClosed;
    if (!closes || draft.record.merged_reports == 0) return;
    jobs::add(draft.tx, draft.record.county,
              {.kind = "cases_answer_merged",
               .payload = Json{"{\"case_id\":\"" + draft.record.id.text() + "\"}"},
               .due_at = draft.now},
              draft.now);
}

void queue_co_units(Draft& draft) {
    if (draft.co_units.empty()) return;
    const CaseRecord& record = draft.record;
    const bool at_unit = record.state == State::kAssigned || record.state == State::kHandling;
    draft.tx.queue(sql::sort_co_units, record.county, record.id,
                   is_open(record.state) ? std::optional{record.sort_at} : std::nullopt, at_unit,
                   is_open(record.state) && record.session == Session::kCalled);
}

StepReceipt write(Draft& draft, const Rule& rule, const Standing& before) {
    const StepRow step = step_row(draft, rule);
    queue_update(draft.tx, draft.record);
    queue_co_units(draft);
    if (before.plate != Plate::kNone && draft.record.plate == Plate::kNone) {
        draft.tx.queue(sql::lift_plates, draft.record.county, draft.record.id, draft.now);
    }
    queue_step(draft.tx, draft.record, step);
    queue_files(draft.tx, draft.record, step.no, draft.input.files);
    queue_audit(draft.tx, draft.actor, draft.record, step.action, draft.now);
    queue_merged_answers(draft, before.state);
    return {draft.record.id, draft.record.code, step.no, step.state, step.at};
}

/// The system takes few steps, and each has to be taken.
bool is_full(const Draft& draft, const Rule& rule) {
    const bool only_says = !rule.to && rule.spends == nullptr && draft.actor.account;
    return only_says && draft.record.step_no >= draft.numbers.most_steps;
}

}  // namespace

Cases::Cases(CasesParts parts) : parts_(std::move(parts)), numbers_(parts_.pool) {}

Result<StepReceipt> Cases::act(const access::Principal& who, Id<Case> id, const StepInput& input) {
    if (input.action == Action::kReadContact) {
        return Refusal{RefusalKind::kInvalid, "case_read_contact_first"};
    }
    return step(Actor::of(who), id, input);
}

Result<StepReceipt> Cases::step(const Actor& actor, Id<Case> id, const StepInput& input) {
    const World world = parts_.worlds(actor.county());
    std::vector<Id<Case>> moved;
    auto receipt = db::in_transaction(parts_.pool, actor.scope, [&](db::Transaction& tx) {
        moved.clear();
        return take_step(tx, actor, world, id, input, moved);
    });
    if (!receipt) return receipt_of_taken(actor, id, input, receipt.error());
    announce(actor.county(), moved);
    return receipt;
}

Result<StepReceipt> Cases::take_step(db::Transaction& tx, const Actor& actor, const World& world,
                                     Id<Case> id, const StepInput& input,
                                     std::vector<Id<Case>>& moved) {
    auto loaded = hold_and_load(tx, actor.county(), id);
    if (!loaded) return Refusal{RefusalKind::kNotFound, "case_not_found"};
    if (loaded->record.step_no != input.expected_step) {
        return moved_on(find_last_step(tx, actor.county(), id));
    }

    const LoopNumbers& numbers = world.numbers_of(loaded->record.reported_at);
    Draft draft{tx,
                world,
                actor,
                numbers,
                input,
                parts_.clock.now(),
                std::move(loaded->record),
                std::move(loaded->clocks),
                std::move(loaded->co_units)};
    draft.mine =
        capacities_for(input.action, actor, draft.record, draft.co_units, world, draft.now);
    const Standing before = standing_of(draft.record);
    const auto rule =
        allowed(input.action, before, draft.mine,
                surroundings_of(draft.record, draft.clocks, world, numbers.bounds, draft.now));
    if (!rule) return rule.error();
    if (is_full(draft, **rule)) {
        return Refusal{RefusalKind::kConflict, "case_too_many_steps"};
    }
    if (const auto prepared = prepare(draft); !prepared) return prepared.error();
    set_standing(draft.record, after(**rule, before, draft.told));
    ++draft.record.step_no;
    settle(draft, before.state);
    moved.push_back(id);
    if (draft.body.other_case) moved.push_back(*draft.body.other_case);
    return write(draft, **rule, before);
}

/// A step that was taken before: the receipt that it got then.
Result<StepReceipt> Cases::receipt_of_taken(const Actor& actor, Id<Case> id, const StepInput& input,
                                            const Refusal& refusal) {
    if (refusal.code != "case_moved_on" && refusal.code != "case_step_id_taken") return refusal;
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<StepReceipt> {
            const auto receipt =
                find_receipt(tx, actor.county(), {input.step_id, input.action, actor.account});
            if (!receipt) return refusal;
            if (receipt->case_id == id) return *receipt;
            return Refusal{RefusalKind::kConflict, "case_step_id_taken", "/step_id"};
        });
}

void Cases::announce(const std::string& county, const std::vector<Id<Case>>& moved) const {
    if (parts_.live == nullptr) return;
    for (const Id<Case> id : moved)
        parts_.live->moved(county, id);
}

Result<WatchView> Cases::watch(const access::Principal& who, Id<Case> id, bool follow) {
    return db::in_transaction(
        parts_.pool, who.scope(), [&](db::Transaction& tx) -> Result<WatchView> {
            const auto& statement = follow ? sql::put_watch : sql::delete_watch;
            tx.queue(statement, who.county(), who.account(), id);
            return WatchView{follow};
        });
}

void register_refusals(db::Pool& pool) {
    pool.refuse_on("cases_pkey", {RefusalKind::kConflict, "case_id_taken", "/id"});
    pool.refuse_on("case_step_id_key", {RefusalKind::kConflict, "case_step_id_taken", "/step_id"});
    pool.refuse_on("case_step_pkey", {RefusalKind::kConflict, "case_id_taken", "/id"});
    pool.refuse_on("case_file_file_fkey", {RefusalKind::kInvalid, "case_files_unknown", "/files"});
    pool.refuse_on("cases_code_key", {RefusalKind::kUnavailable, "case_code_taken"});
}

}  // namespace jingwei::cases
