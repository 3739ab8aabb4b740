#include "audit/audit.h"
#include "cases/cases.h"
#include "cases/contact.h"
#include "cases/ledger_store.h"
#include "cases/plain_ledger.h"
#include "cases/reporting.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

/// Nothing: more hangs on this report than its case.
std::optional<Reported> plainly_reported(const ReportCase& body, const Located& at,
                                         const Actor& actor, const World& world,
                                         const std::string& code, Time now) {
    const bool has_files = body.files && !body.files->empty();
    if (has_files || body.reporter || body.solved_by) return std::nullopt;
    PlainLedger ledger;
    auto made = reported(body, at, actor, world, code, now, ledger);
    if (!made || made->steps.size() != 1 || ledger.is_touched()) return std::nullopt;
    if (!StepsTogether::is_fit(actor.scope, made->record)) return std::nullopt;
    return *std::move(made);
}

}  // namespace

Cases::Receipt Cases::report(const access::Principal& who, const ReportCase& body,
                             const Postpone& postpone) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    const Time now = parts_.clock.now();
    const auto located = locate(body, actor, world, now);
    if (!located) return located.error();
    const std::string code = numbers_.next(actor.county(), now);
    auto made = plainly_reported(body, *located, actor, world, code, now);
    if (!made) return report_alone(actor, body, code);
    const CaseRecord& record = made->record;
    const StepRow& step = made->steps.front();
    return write_together(
        {{actor.scope, ReportTogether{new_case_of(record), done_of(step)}, entry_of(record, step)},
         receipt_of(record, step),
         std::move(made->clocks)},
        postpone, [this, actor, body, code] { return report_alone(actor, body, code); });
}

Result<StepReceipt> Cases::report(const access::Principal& who, const ReportCase& body) {
    return http::answered_here<StepReceipt>(
        [&](const Postpone& postpone) { return report(who, body, postpone); });
}

Result<StepReceipt> Cases::report_alone(const Actor& actor, const ReportCase& body,
                                        const std::string& code) {
    const World world = parts_.worlds(actor.county());
    const Time now = parts_.clock.now();
    const auto located = locate(body, actor, world, now);
    if (!located) return located.error();
    std::optional<LoadedCase> known;
    auto receipt = db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<StepReceipt> {
            StoredLedger ledger{tx};
            auto made = reported(body, *located, actor, world, code, now, ledger);
            if (!made) return made.error();
            auto written = write_report(tx, body, *made);
            known = LoadedCase{std::move(made->record), std::move(made->clocks)};
            return written;
        });
    if (!receipt) {
        const bool has_files = body.files && !body.files->empty();
        return receipt_of_earlier(actor, body, about_files(receipt.error(), has_files));
    }
    known_.keep(std::move(*known));
    announce(actor.county(), {receipt->case_id});
    return receipt;
}

/// One round trip: everything is queued and travels with COMMIT.
StepReceipt Cases::write_report(db::Transaction& tx, const ReportCase& body, const Reported& made) {
    const CaseRecord& record = made.record;
    queue_case(tx, record);
    for (const StepRow& step : made.steps)
        queue_step(tx, record, step);
    if (body.files) queue_files(tx, record, 1, {body.files->begin(), body.files->end()});
    if (body.reporter) queue_reporter(tx, record, sealed(*body.reporter, record, parts_.keys));
    for (const StepRow& step : made.steps)
        audit::record(tx, entry_of(record, step));
    return receipt_of(record, made.steps.back());
}

/// The same report again: the receipt that it got the first time. A different one under a used id:
/// the refusal.
Result<StepReceipt> Cases::receipt_of_earlier(const Actor& actor, const ReportCase& body,
                                              const Refusal& refusal) {
    if (refusal.code != "case_id_taken" && refusal.code != "case_step_id_taken") return refusal;
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<StepReceipt> {
            const StepKey wanted =
                body.solved_by
                    ? StepKey{second_step_id(body.step_id), Action::kSelfClose, actor.account}
                    : StepKey{body.step_id, Action::kReport, actor.account};
            const auto receipt = find_receipt(tx, actor.county(), wanted);
            if (!receipt || receipt->case_id != body.id) return refusal;
            return *receipt;
        });
}

}  // namespace jingwei::cases
