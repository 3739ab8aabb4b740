#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "cases/case_record.h"
#include "cases/case_views.h"
#include "db/transaction.h"

namespace jingwei::cases {

/// A case as one step needs it.
struct LoadedCase {
    CaseRecord record;
    std::vector<CaseClock> clocks{};
    std::vector<CoUnitRow> co_units{};
};

/// Who wants to write what step: to find out whether it is there already. The same id with another
/// action or from another account is no repetition.
struct StepKey {
    Id<Step> id;
    Action action = Action::kReport;
    std::optional<Id<Account>> account{};
};

/// Holds the case until the transaction ends. One round trip, two where units help. Nothing: not
/// there, or not for this reader.
std::optional<LoadedCase> hold_and_load(db::Transaction& tx, const std::string& county,
                                        Id<Case> id);

/// The same without what hangs on it.
std::optional<CaseRecord> hold_and_find(db::Transaction& tx, const std::string& county,
                                        Id<Case> id);

/// Who did what last.
StepRow find_last_step(db::Transaction& tx, const std::string& county, Id<Case> id);

std::optional<StepReceipt> find_receipt(db::Transaction& tx, const std::string& county,
                                        const StepKey& step);

/// What whoever took the step is told.
StepReceipt receipt_of(const CaseFixed& of, const StepRow& step);
/// That the step was taken, and by whom.
audit::Entry entry_of(const CaseFixed& of, const StepRow& step);
/// With the words by which it is found.
NewCase new_case_of(const CaseRecord& record);

/// What a step is beside its case, as a StepWrite has it.
StepDone done_of(const StepRow& step);

// What follows sends nothing by itself: it travels with the next round trip.

void queue_case(db::Transaction& tx, const CaseRecord& record);
/// A case that is held, without a step.
void queue_update(db::Transaction& tx, const CaseRecord& record);
/// The case after a step, and the step. The transaction starts over (db::Transient) when the case
/// is not of the revision in `record` any more.
void queue_taken(db::Transaction& tx, const CaseRecord& record, const StepRow& step);
void queue_step(db::Transaction& tx, const CaseFixed& of, const StepRow& step);
void queue_files(db::Transaction& tx, const CaseFixed& of, std::int32_t step_no,
                 const std::vector<Id<File>>& files);
/// What row-level security said of a report or a step on a case that was just read: a file that is
/// gone, or that somebody else uploaded, is refused by its row's policy, and nothing else is.
Refusal about_files(Refusal refusal, bool has_files);
void queue_reporter(db::Transaction& tx, const CaseFixed& of, const ReporterRow& reporter);

}  // namespace jingwei::cases
