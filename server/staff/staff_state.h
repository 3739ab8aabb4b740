#pragma once

#include <string>
#include <utility>

#include "audit/audit.h"
#include "db/in_transaction.h"
#include "grid/scope_check.h"
#include "staff/staff.h"
#include "staff/staff_store.h"

namespace jingwei::staff {

/// What the sources of Staff share. Private to staff.
struct Staff::State {
    State(db::Pool& pool, const Clock& clock, grid::Grid& grid, std::chrono::milliseconds trust);

    /// Runs one write in a transaction, moves the version, and drops the roster kept here.
    template <class T, class Work>
    Result<T> write(const db::Scope& scope, Work work) {
        auto done = db::in_transaction(pool, scope, [&](db::Transaction& tx) -> Result<T> {
            auto result = work(tx);
            if (result) store::move_version(tx, scope.county);
            return result;
        });
        rosters.forget(scope.county);
        return done;
    }

    void record(db::Transaction& tx, const db::Scope& scope, std::string action, std::string kind,
                std::string subject) const {
        audit::record(tx, {scope.county, scope.account, clock.now(), std::move(action),
                           std::move(kind), std::move(subject)});
    }

    db::Pool& pool;
    const Clock& clock;
    grid::Grid& grid;
    grid::Snapshots<Roster> rosters;
};

using grid::check_scope;

inline Refusal unknown(std::string code, std::string field = {}) {
    return {field.empty() ? RefusalKind::kNotFound : RefusalKind::kInvalid, std::move(code),
            std::move(field)};
}

inline Refusal id_taken() { return {RefusalKind::kConflict, "id_taken", "/id"}; }

}  // namespace jingwei::staff
