#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/case_record.h"
#include "cases/case_views.h"
#include "db/transaction.h"

namespace jingwei::cases {

/// A case as one step needs it.
struct LoadedCase {
    CaseRecord record;
    std::vector<CaseClock> clocks;
    std::vector<CoUnitRow> co_units;
    StepRow last_step;
};

/// Who wants to write what step: to find out whether it is there already. The same id with another
/// action or from another account is no repetition.
struct StepKey {
    Id<Step> id;
    Action action = Action::kReport;
    std::optional<Id<Account>> account{};
};

struct LoadedForStep {
    std::optional<StepReceipt> receipt;  ///< of that step: it is a repetition
    std::optional<LoadedCase> loaded;    ///< nothing: not there, or not for this reader
};

/// Locks the case until the transaction ends. One round trip.
LoadedForStep load_for_step(db::Transaction& tx, const std::string& county, Id<Case> id,
                            const StepKey& step);

/// Locks another case as well.
std::optional<CaseRecord> lock_and_find(db::Transaction& tx, const std::string& county,
                                        Id<Case> id);

std::optional<StepReceipt> find_receipt(db::Transaction& tx, const std::string& county,
                                        const StepKey& step);

// What follows sends nothing by itself: it travels with the next round trip.

void queue_case(db::Transaction& tx, const CaseRecord& record);
void queue_update(db::Transaction& tx, const CaseRecord& record);
void queue_clocks(db::Transaction& tx, const CaseFixed& of, const std::vector<CaseClock>& clocks);
void queue_step(db::Transaction& tx, const CaseFixed& of, const StepRow& step);
void queue_files(db::Transaction& tx, const CaseFixed& of, std::int32_t step_no,
                 const std::vector<Id<File>>& files);
void queue_reporter(db::Transaction& tx, const CaseFixed& of, const ReporterRow& reporter);

}  // namespace jingwei::cases
