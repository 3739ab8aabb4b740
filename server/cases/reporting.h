#pragma once

#include <string>
#include <vector>

#include "cases/draft.h"

/// A case as it is reported, without the database: the same for the service and for PastCases.
namespace jingwei::cases {

/// Everything about a new case that is known before it is written.
struct Located {
    const grid::Node* place;
    const grid::Node* desk;
    const Matter* matter;
};

Result<Located> locate(const ReportCase& body, const Actor& actor, const World& world, Time now);

/// What is written when a case is reported; `clocks` run, and the record has them already.
struct Reported {
    CaseRecord record;
    std::vector<CaseClock> clocks;
    std::vector<StepRow> steps;  ///< one, or two when it is closed at once
};

/// Writes nothing into the ledger but what self_close does.
Result<Reported> reported(const ReportCase& body, const Located& at, const Actor& actor,
                          const World& world, std::string code, Time now, Ledger& ledger);

}  // namespace jingwei::cases
