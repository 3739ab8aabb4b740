#pragma once

#include "grid/snapshots.h"
#include "matter/matters.h"

namespace jingwei::matter {

/// What the sources of Matters share. Private to matter.
struct Matters::State {
    State(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust);

    /// Writes what `plan(catalogue, now) -> Result<CatalogueChange>` asks for, and answers the
    /// matter that it is about. The plan is asked inside the transaction, against what it sees.
    template <class Plan>
    Result<MatterView> edit(const db::Scope& scope, const char* action, Plan plan);

    db::Pool& pool;
    const Clock& clock;
    grid::Snapshots<Catalogue> catalogues;
};

MatterLine line_of(const Matter& matter);
MatterView view_of(const Catalogue& catalogue, const Matter& matter, Time now);
CatalogueView tree_of(const Catalogue& catalogue, Time now);
Suggestions suggestions_of(const Catalogue& catalogue, std::string_view text, Time now);

}  // namespace jingwei::matter
