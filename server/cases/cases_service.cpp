#include "audit/audit.h"
#include "cases/cases.h"
#include "cases/ledger_store.h"
#include "cases/plain_ledger.h"
#include "cases/statements.h"
#include "cases/taking.h"
#include "db/in_transaction.h"
#include "jobs/jobs.h"

namespace jingwei::cases {
namespace {

Refusal not_known() { return {RefusalKind::kNotFound, "case_not_found"}; }

/// Reporters of merged cases are told in a job of its own: they may lie where this actor sees
/// nothing.
void queue_merged_answers(db::Transaction& tx, const CaseRecord& record, Time now) {
    jobs::add(tx, record.county,
              {.kind = "cases_answer_merged",
               .payload = Json{"{\"case_id\":\"" + record.id.text() + "\"}"},
               .due_at = now},
              now);
}

StepReceipt write(db::Transaction& tx, Draft& draft, const Taken& taken) {
    const StepRow& step = taken.step;
    keep_clocks(draft.record, draft.clocks);
    queue_taken(tx, draft.record, step);
    follow_case(draft, taken);
    queue_files(tx, draft.record, step.no, draft.input.files);
    audit::record(tx, entry_of(draft.record, step));
    if (closes_merged(draft, taken)) queue_merged_answers(tx, draft.record, draft.now);
    return receipt_of(draft.record, step);
}

/// As it will be known once it is written.
LoadedCase written(Draft&& draft) {
    ++draft.record.revision;
    return {std::move(draft.record), std::move(draft.clocks), std::move(draft.co_units)};
}

}  // namespace

Cases::Cases(CasesParts parts)
    : parts_(std::move(parts)), numbers_(parts_.pool), together_(parts_.pool, kStepTransactions) {}

Cases::Receipt Cases::act(const access::Principal& who, Id<Case> id, const StepInput& input,
                          const Postpone& postpone) {
    if (input.action == Action::kReadContact) {
        return Refusal{RefusalKind::kInvalid, "case_read_contact_first"};
    }
    return step(Actor::of(who), id, input, postpone);
}

Result<StepReceipt> Cases::act(const access::Principal& who, Id<Case> id, const StepInput& input) {
    return http::answered_here<StepReceipt>(
        [&](const Postpone& postpone) { return act(who, id, input, postpone); });
}

/// From what is known of the case in one round trip; from the case itself, held, in two. A
/// refusal is never decided on what is merely known.
Cases::Receipt Cases::step(const Actor& actor, Id<Case> id, const StepInput& input,
                           const Postpone& postpone) {
    const StepTurn turn{actor, parts_.worlds(actor.county()), id, input};
    const auto known = known_.find(actor.county(), id, input.expected_step);
    auto together = known ? step_together(turn, *known) : std::nullopt;
    if (!together) return step_alone(turn, known);
    return write_together(*std::move(together), postpone, [this, actor, id, input] {
        const StepTurn again{actor, parts_.worlds(actor.county()), id, input};
        return step_alone(again, known_.find(actor.county(), id, input.expected_step));
    });
}

Result<StepReceipt> Cases::step(const Actor& actor, Id<Case> id, const StepInput& input) {
    return http::answered_here<StepReceipt>(
        [&](const Postpone& postpone) { return step(actor, id, input, postpone); });
}

Result<StepReceipt> Cases::step_alone(const StepTurn& turn,
                                      std::shared_ptr<const LoadedCase> known) {
    auto receipt = known ? step_on(turn, known) : not_known();
    if (!receipt) receipt = step_on(turn, nullptr);
    if (receipt) return receipt;
    const auto refusal = about_files(receipt.error(), !turn.input.files.empty());
    return receipt_of_taken(turn.actor, turn.id, turn.input, refusal);
}

/// `alone` does the same by itself.
Cases::Receipt Cases::write_together(Together together, const Postpone& postpone,
                                     std::function<Result<StepReceipt>()> alone) {
    auto tell = [this, later = postpone(), receipt = together.receipt,
                 clocks = std::move(together.clocks), co_units = std::move(together.co_units),
                 alone](StepsTogether::Outcome outcome) mutable {
        if (outcome.unknown) {
            return later->answer([unknown = outcome.unknown]() -> Result<StepReceipt> {
                std::rethrow_exception(unknown);
            });
        }
        if (!outcome.written) return later->go_on(std::move(alone));
        CaseRecord record = std::move(outcome.step).record_written();
        announce(record.county, {record.id});
        known_.keep({std::move(record), std::move(clocks), std::move(co_units)});
        later->answer([receipt] { return receipt; });
    };
    switch (together_.write(std::move(together.ready), std::move(tell))) {
        case StepsTogether::Place::kTaken:
            return std::nullopt;
        case StepsTogether::Place::kAlone:
            return alone();
        case StepsTogether::Place::kFull:
            break;
    }
    return Refusal{RefusalKind::kUnavailable, "server_busy"};
}

/// Nothing: more hangs on this step than its case, or it is not to be taken as the case is known.
std::optional<Cases::Together> Cases::step_together(const StepTurn& turn,
                                                    const LoadedCase& known) const {
    const db::Scope& scope = turn.actor.scope;
    if (!turn.input.files.empty() || !StepsTogether::is_fit(scope, known.record)) {
        return std::nullopt;
    }
    PlainLedger ledger;
    Draft draft = draft_of(turn, known, ledger);
    const auto taken = take(draft);
    if (!taken || closes_merged(draft, *taken)) return std::nullopt;
    keep_clocks(draft.record, draft.clocks);
    follow_case(draft, *taken);
    if (ledger.is_touched()) return std::nullopt;
    // The policy looks at the case after the step as well.
    if (!StepsTogether::is_fit(scope, draft.record)) return std::nullopt;
    const StepRow& step = taken->step;
    auto entry = entry_of(draft.record, step);
    const auto receipt = receipt_of(draft.record, step);
    return Together{{scope,
                     StepTogether{{std::move(draft.record), done_of(step)},
                                  db::normalised(scope.paths),
                                  scope.units,
                                  scope.secrets},
                     std::move(entry)},
                    receipt,
                    std::move(draft.clocks),
                    std::move(draft.co_units)};
}

Draft Cases::draft_of(const StepTurn& turn, LoadedCase loaded, Ledger& ledger) const {
    const LoopNumbers& numbers = turn.world.numbers_of(loaded.record.reported_at);
    return {ledger,
            turn.world,
            turn.actor,
            numbers,
            turn.input,
            parts_.clock.now(),
            std::move(loaded.record),
            std::move(loaded.clocks),
            std::move(loaded.co_units)};
}

Result<StepReceipt> Cases::step_on(const StepTurn& turn, std::shared_ptr<const LoadedCase> known) {
    StepMade made;
    auto receipt = db::in_transaction(parts_.pool, turn.actor.scope, [&](db::Transaction& tx) {
        // Whoever starts over looks again.
        const auto from = std::exchange(known, nullptr);
        made = {};
        return from ? take_step(tx, turn, *from, made) : hold_and_take(tx, turn, made);
    });
    if (!receipt) return receipt;
    known_.keep(std::move(*made.known));
    announce(turn.actor.county(), made.moved);
    return receipt;
}

Result<StepReceipt> Cases::hold_and_take(db::Transaction& tx, const StepTurn& turn,
                                         StepMade& made) {
    auto loaded = hold_and_load(tx, turn.actor.county(), turn.id);
    if (!loaded) return not_known();
    if (loaded->record.step_no != turn.input.expected_step) {
        const StepRow last = find_last_step(tx, turn.actor.county(), turn.id);
        return moved_on(last.by_name, last.action, last.no);
    }
    return take_step(tx, turn, std::move(*loaded), made);
}

Result<StepReceipt> Cases::take_step(db::Transaction& tx, const StepTurn& turn, LoadedCase loaded,
                                     StepMade& made) {
    StoredLedger ledger{tx};
    Draft draft = draft_of(turn, std::move(loaded), ledger);
    const auto taken = take(draft);
    if (!taken) return taken.error();
    made.moved.push_back(turn.id);
    if (draft.body.other_case) made.moved.push_back(*draft.body.other_case);
    const auto receipt = write(tx, draft, *taken);
    made.known = written(std::move(draft));
    return receipt;
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
