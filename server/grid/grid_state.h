#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "audit/audit.h"
#include "db/in_transaction.h"
#include "grid/grid.h"
#include "grid/grid_store.h"
#include "grid/scope_check.h"

namespace jingwei::grid {

/// What the sources of Grid share. Private to grid.
struct Grid::State {
    State(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust);

    /// Reading for nobody in particular: territory and units are public.
    template <class Read>
    auto read(std::string_view county, Read work) {
        using Value = decltype(work(std::declval<db::Transaction&>()));
        const auto scope = db::Scope::nobody(std::string(county));
        return db::in_transaction(pool, scope,
                                  [&](db::Transaction& tx) -> Result<Value> { return work(tx); })
            .value();
    }

    Result<std::string> free_code(const Territory& territory, CodeRule rule, const NewNode& node);
    Result<std::vector<Node>> insert(const db::Scope& scope, std::vector<NewNode> wanted);
    Result<std::vector<Node>> write_new(db::Transaction& tx, const db::Scope& scope,
                                        std::vector<Node> nodes, Time now);

    db::Pool& pool;
    const Clock& clock;
    Snapshots<Territory> territories;
    Snapshots<Units> units;
};

inline audit::Entry entry(const db::Scope& scope, Time now, std::string action, std::string kind,
                          std::string subject) {
    return {scope.county,      scope.account,   now,
            std::move(action), std::move(kind), std::move(subject)};
}

}  // namespace jingwei::grid
