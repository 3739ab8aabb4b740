#include "grid/grid_state.h"

namespace jingwei::grid {
namespace {

void register_refusals(db::Pool& pool) {
    const auto conflict = RefusalKind::kConflict;
    pool.refuse_on("territory_code_key", {conflict, "code_taken", "/code"});
    pool.refuse_on("territory_path_key", {conflict, "path_taken", "/code"});
    pool.refuse_on("territory_parent_fkey", {conflict, "parent_unknown", "/parent_id"});
    pool.refuse_on("unit_node_fkey", {conflict, "node_unknown", "/node_id"});
    pool.refuse_on("unit_parent_fkey", {conflict, "unit_unknown", "/parent_id"});
    pool.refuse_on("unit_name_excl", {conflict, "unit_name_taken", "/name"});
    pool.refuse_on("unit_centre_excl", {conflict, "unit_centre_taken", "/kind"});
}

Snapshots<Territory>::Source territory_source(Grid::State& state) {
    return {[&state](std::string_view county) {
                return state.read(county, [&](db::Transaction& tx) {
                    return store::version(tx, county, store::kTerritory);
                });
            },
            [&state](std::string_view county) {
                return state.read(county, [&](db::Transaction& tx) {
                    const auto version = store::version(tx, county, store::kTerritory);
                    auto names = store::setting(tx, county).level_names;
                    return std::make_shared<const Territory>(std::string(county), version,
                                                             store::open_nodes(tx, county),
                                                             std::move(names));
                });
            }};
}

Snapshots<Units>::Source unit_source(Grid::State& state) {
    return {[&state](std::string_view county) {
                return state.read(county, [&](db::Transaction& tx) {
                    return store::version(tx, county, store::kUnit);
                });
            },
            [&state](std::string_view county) {
                return state.read(county, [&](db::Transaction& tx) {
                    const auto version = store::version(tx, county, store::kUnit);
                    return std::make_shared<const Units>(version, store::open_units(tx, county));
                });
            }};
}

}  // namespace

Grid::State::State(db::Pool& pool_, const Clock& clock_, std::chrono::milliseconds trust)
    : pool(pool_),
      clock(clock_),
      territories(territory_source(*this), trust),
      units(unit_source(*this), trust) {}

Grid::Grid(db::Pool& pool, const Clock& clock, std::chrono::milliseconds trust)
    : state_(std::make_unique<State>(pool, clock, trust)) {
    register_refusals(pool);
}

Grid::~Grid() = default;

std::shared_ptr<const Territory> Grid::territory(std::string_view county) {
    return state_->territories.of(county);
}

std::shared_ptr<const Units> Grid::units(std::string_view county) {
    return state_->units.of(county);
}

TerritorySetting Grid::setting(std::string_view county) {
    return state_->read(county, [&](db::Transaction& tx) { return store::setting(tx, county); });
}

std::shared_ptr<const Territory> Grid::territory_at(std::string_view county, Time at) {
    return state_->read(county, [&](db::Transaction& tx) {
        auto names = store::setting(tx, county).level_names;
        return std::make_shared<const Territory>(std::string(county), 0,
                                                 store::nodes_at(tx, county, at), std::move(names));
    });
}

void Grid::forget(std::string_view county) {
    state_->territories.forget(county);
    state_->units.forget(county);
}

}  // namespace jingwei::grid
