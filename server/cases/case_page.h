#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/actor.h"
#include "cases/case_record.h"
#include "cases/case_views.h"
#include "cases/draft.h"
#include "core/messages.h"
#include "db/transaction.h"

/// The case page: everything about one case, in one round trip.
namespace jingwei::cases {

struct CaseRows {
    CaseRecord record;
    std::vector<CaseClock> clocks;
    std::vector<StepRow> steps;
    std::vector<CoUnitRow> co_units;
    std::vector<PlateRow> plates;
    std::vector<StepFileRow> files;
    std::vector<MergeRow> merges;
    std::vector<MergedView> merged;
    std::optional<MergedView> survivor;
    std::optional<SessionRow> session;
    std::optional<ReporterRow> reporter;
    bool watched = false;
};

/// Nothing when it is not there or not for this reader.
std::optional<CaseRows> load_page(db::Transaction& tx, const std::string& county, Id<Case> id,
                                  Id<Account> reader);

/// Who looks, at what moment, in what language.
struct PageReader {
    const Actor& actor;
    const World& world;
    const Messages& messages;
    Language language;
    Time now;
};

CaseView page_of(const CaseRows& rows, const PageReader& reader);

}  // namespace jingwei::cases
