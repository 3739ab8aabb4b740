#include "grid/grid_state.h"
#include "grid/territory_rules.h"

namespace jingwei::grid {
namespace {

Unit unit_of(const NewUnit& wanted, const Node& node, Time from) {
    Unit unit;
    unit.id = wanted.id;
    unit.name = wanted.name;
    unit.short_name = wanted.short_name;
    unit.kind = wanted.kind;
    unit.node = node.id;
    unit.path = node.path;
    unit.parent = wanted.parent;
    unit.phone = wanted.phone;
    unit.duties = wanted.duties;
    unit.valid_from = from;
    return unit;
}

}  // namespace

Result<Unit> Grid::create_unit(const db::Scope& scope, const NewUnit& wanted) {
    const auto now = state_->clock.now();
    const auto current = territory(scope.county);
    const Node* node = current->find(wanted.node);
    if (!node) return Refusal{RefusalKind::kInvalid, "node_unknown", "/node_id"};
    if (auto allowed = check_scope(scope, node->path); !allowed) return allowed.error();
    const auto from = check_moment(wanted.valid_from, {}, now);
    if (!from) return from.error();
    const Unit unit = unit_of(wanted, *node, *from);
    auto done = db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<Unit> {
        if (!store::insert_unit(tx, scope.county, unit)) {
            auto there = store::find_unit(tx, scope.county, unit.id);
            if (there && there->node == unit.node) return *std::move(there);
            return Refusal{RefusalKind::kConflict, "id_taken", "/id"};
        }
        store::move_version(tx, scope.county, store::kUnit);
        audit::record(tx, entry(scope, now, "unit.create", "unit", unit.id.text()));
        return unit;
    });
    state_->units.forget(scope.county);
    return done;
}

Result<Unit> Grid::change_unit(const db::Scope& scope, Id<Unit> id, const UnitChange& change) {
    auto done = db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<Unit> {
        const auto before = store::find_unit(tx, scope.county, id);
        if (!before) return Refusal{RefusalKind::kNotFound, "unit_unknown"};
        if (auto allowed = check_scope(scope, before->path); !allowed) return allowed.error();
        if (!store::change_unit(tx, scope.county, id, change)) {
            return Refusal{RefusalKind::kConflict, "unit_closed"};
        }
        store::move_version(tx, scope.county, store::kUnit);
        audit::record(tx, entry(scope, state_->clock.now(), "unit.change", "unit", id.text()));
        return store::find_unit(tx, scope.county, id).value();
    });
    state_->units.forget(scope.county);
    return done;
}

Result<void> Grid::close_unit(const db::Scope& scope, Id<Unit> id, std::optional<Time> at) {
    const auto now = state_->clock.now();
    auto done = db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<void> {
        const auto unit = store::find_unit(tx, scope.county, id);
        if (!unit) return Refusal{RefusalKind::kNotFound, "unit_unknown"};
        if (auto allowed = check_scope(scope, unit->path); !allowed) return allowed;
        const auto moment = check_moment(at, unit->valid_from, now);
        if (!moment) return moment.error();
        if (!store::close_unit(tx, scope.county, id, *moment)) {
            return Refusal{RefusalKind::kConflict, "unit_closed"};
        }
        store::move_version(tx, scope.county, store::kUnit);
        audit::record(tx, entry(scope, now, "unit.close", "unit", id.text()));
        return {};
    });
    state_->units.forget(scope.county);
    return done;
}

}  // namespace jingwei::grid
