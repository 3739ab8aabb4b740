#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include "core/clock.h"
#include "core/result.h"
#include "db/pool.h"
#include "db/scope.h"
#include "matter/catalogue.h"
#include "matter/matter_views.h"
#include "matter/suggestion.h"

namespace jingwei::http {
class Routes;
}

namespace jingwei::matter {

/// The front door: what may be raised in a county's grids. Catalogues are kept in memory per county
/// and read again when they have changed (grid/snapshots.h), so asking costs no round trip. Hold
/// the pointer for the length of one request. Writing acts for a scope that holds the county's own
/// path (matter.edit on the county); anybody else is refused outside_your_scope. Thread-safe.
class Matters {
public:
    /// Registers the refusals of its constraints with `pool`.
    Matters(db::Pool& pool, const Clock& clock,
            std::chrono::milliseconds trust = std::chrono::seconds{1});
    ~Matters();

    /// Shared because a reader may still hold the catalogue that an import replaces.
    std::shared_ptr<const Catalogue> catalogue(std::string_view county);
    void forget(std::string_view county);

    /// Makes `file` the county's catalogue: begins what is new, gives what differs a new version,
    /// ends what it does not hold. All or nothing; the same file again changes nothing. Refuses
    /// what content_of() refuses, and `matter_changed_meanwhile`.
    Result<ImportedCatalogue> import(const db::Scope& scope, const CatalogueFile& file);

    /// Refuse what checked() refuses, `matter_subclass_unknown`, `matter_code_taken`.
    Result<MatterView> add(const db::Scope& scope, const AddMatter& wanted);
    /// Refuses `matter_unknown`, `matter_changed_meanwhile`, `matter_code_stays`.
    Result<MatterView> change(const db::Scope& scope, Id<Matter> id, const ChangeMatter& wanted);
    /// Old cases keep it; new ones may not cite it.
    Result<MatterView> end(const db::Scope& scope, Id<Matter> id, const EndMatter& wanted);

    /// GET /api/v1/matters (tree), POST (add); GET, PUT /api/v1/matters/{id};
    /// POST /api/v1/matters/{id}/end, /api/v1/matters/suggestions, /api/v1/matters/import
    void add_routes(http::Routes& routes);

    struct State;  ///< private to matter

private:
    std::unique_ptr<State> state_;
};

}  // namespace jingwei::matter
