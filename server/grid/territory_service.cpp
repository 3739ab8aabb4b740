#include <algorithm>

#include "grid/grid_state.h"
#include "grid/territory_rules.h"

namespace jingwei::grid {
namespace {

Refusal refusal_of(std::vector<Fault> faults) {
    Refusal refusal{RefusalKind::kInvalid, "nodes_refused"};
    refusal.faults = std::move(faults);
    return refusal;
}

/// Of a list of one: its first fault, without the place in the list.
Refusal of_single(const Refusal& refusal) {
    if (refusal.faults.empty()) return refusal;
    const Fault& first = refusal.faults.front();
    const bool taken = first.code == "code_taken" || first.code == "path_taken";
    return {taken ? RefusalKind::kConflict : RefusalKind::kInvalid, first.code,
            first.field.substr(first.field.find('/', 1))};
}

bool has_grids(const Territory& territory) {
    return std::any_of(territory.nodes().begin(), territory.nodes().end(),
                       [](const Node& node) { return node.level >= Level::kGrid; });
}

}  // namespace

Result<void> Grid::set_setting(const db::Scope& scope, const TerritorySetting& setting) {
    if (auto allowed = check_scope(scope, scope.county); !allowed) return allowed;
    const bool fixed = has_grids(*territory(scope.county));
    auto done = db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<void> {
        if (fixed && store::setting(tx, scope.county).code_rule != setting.code_rule) {
            return Refusal{RefusalKind::kConflict, "setting_rule_in_use", "/code_rule"};
        }
        store::save_setting(tx, scope.county, setting);
        store::move_version(tx, scope.county, store::kTerritory);
        audit::record(tx,
                      entry(scope, state_->clock.now(), "territory.set", "county", scope.county));
        return {};
    });
    state_->territories.forget(scope.county);
    return done;
}

Result<Node> Grid::create(const db::Scope& scope, const NewNode& node) {
    const auto made = state_->insert(scope, {node});
    if (!made) return of_single(made.error());
    return made->front();
}

Result<void> Grid::create_all(const db::Scope& scope, const std::vector<NewNode>& nodes) {
    const auto made = state_->insert(scope, nodes);
    if (!made) return made.error();
    return {};
}

Result<std::string> Grid::State::free_code(const Territory& territory, CodeRule rule,
                                           const NewNode& node) {
    const Node* parent = node.parent ? territory.find(*node.parent) : nullptr;
    if (!parent) return Refusal{RefusalKind::kInvalid, "parent_unknown", "/parent_id"};
    const Node* village = territory.enclosing(*parent, Level::kVillage);
    const bool by_rule = rule != CodeRule::kFree && village && node.level >= Level::kGrid;
    if (!by_rule) return Refusal{RefusalKind::kInvalid, "code_needed", "/code"};
    const auto taken = read(territory.county(), [&](db::Transaction& tx) {
        return store::codes_below(tx, territory.county(), parent->id);
    });
    const int sequence = free_sequence(rule, node.kind, taken);
    if (node.level == Level::kMicro) return micro_code(rule, parent->code, sequence);
    const std::string_view digits = village->code;
    return grid_code(rule, digits.substr(0, digits.find('-')), node.kind, sequence);
}

Result<std::vector<Node>> Grid::State::insert(const db::Scope& scope, std::vector<NewNode> wanted) {
    const auto now = clock.now();
    const auto territory = territories.of(scope.county);
    const auto rule =
        read(scope.county, [&](auto& tx) { return store::setting(tx, scope.county); }).code_rule;
    if (wanted.size() == 1 && wanted.front().code.empty()) {
        auto code = free_code(*territory, rule, wanted.front());
        if (!code) return code.error();
        wanted.front().code = *std::move(code);
    }
    auto plan = plan_nodes(*territory, rule, wanted, now);
    if (!plan.faults.empty()) return refusal_of(std::move(plan.faults));
    for (const Node& node : plan.nodes) {
        if (auto allowed = check_scope(scope, node.path); !allowed) return allowed.error();
    }
    auto done =
        db::in_transaction(pool, scope, [&](db::Transaction& tx) -> Result<std::vector<Node>> {
            return write_new(tx, scope, plan.nodes, now);
        });
    territories.forget(scope.county);
    return done;
}

Result<std::vector<Node>> Grid::State::write_new(db::Transaction& tx, const db::Scope& scope,
                                                 std::vector<Node> nodes, Time now) {
    std::vector<db::Pending<bool>> inserts;
    inserts.reserve(nodes.size());
    for (const Node& node : nodes)
        inserts.push_back(store::insert_node(tx, scope.county, node));
    for (std::size_t place = 0; place < nodes.size(); ++place) {
        Node& node = nodes[place];
        if (inserts[place].touched() == 1) {
            audit::record(tx, entry(scope, now, "territory.create", "territory", node.id.text()));
            continue;
        }
        auto there = store::find_node(tx, scope.county, node.id);
        if (!there || there->code != node.code || there->parent != node.parent) {
            return Refusal{RefusalKind::kConflict, "id_taken", "/id"};
        }
        node = *std::move(there);
    }
    store::move_version(tx, scope.county, store::kTerritory);
    return nodes;
}

Result<Node> Grid::change(const db::Scope& scope, Id<Node> id, const NodeChange& change) {
    const auto now = state_->clock.now();
    const auto rule = setting(scope.county).code_rule;
    auto done = db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<Node> {
        const auto before = store::find_node(tx, scope.county, id);
        if (!before) return Refusal{RefusalKind::kNotFound, "node_unknown"};
        if (auto allowed = check_scope(scope, before->path); !allowed) return allowed.error();
        auto after = changed(*before, rule, change, now);
        if (!after) return after;
        if (!store::change_node(tx, scope.county, change.seen, *after)) {
            return Refusal{RefusalKind::kConflict, "node_changed_meanwhile"};
        }
        store::move_version(tx, scope.county, store::kTerritory);
        audit::record(tx, entry(scope, now, "territory.change", "territory", id.text()));
        return after;
    });
    state_->territories.forget(scope.county);
    return done;
}

Result<void> Grid::close(const db::Scope& scope, Id<Node> id, std::optional<Time> at) {
    const auto now = state_->clock.now();
    auto done = db::in_transaction(state_->pool, scope, [&](db::Transaction& tx) -> Result<void> {
        const auto node = store::find_node(tx, scope.county, id);
        if (!node) return Refusal{RefusalKind::kNotFound, "node_unknown"};
        if (auto allowed = check_scope(scope, node->path); !allowed) return allowed;
        const auto moment = check_moment(at, node->valid_from, now);
        if (!moment) return moment.error();
        if (!store::close_node(tx, scope.county, id, *moment)) {
            return Refusal{RefusalKind::kConflict, "node_not_to_close"};
        }
        store::move_version(tx, scope.county, store::kTerritory);
        audit::record(tx, entry(scope, now, "territory.close", "territory", id.text()));
        return {};
    });
    state_->territories.forget(scope.county);
    return done;
}

Result<void> Grid::reshape(db::Transaction& tx, const db::Scope& scope, const Reshaping& reshaping,
                           Time at, const std::string& detail) {
    const auto record = [&](std::string action, const Node& node) {
        auto made = entry(scope, at, std::move(action), "territory", node.id.text());
        made.detail = detail;
        audit::record(tx, made);
    };
    for (const Node& node : reshaping.closed) {
        if (!store::close_node(tx, scope.county, node.id, at)) {
            return Refusal{RefusalKind::kConflict, "node_not_to_close"};
        }
        record("territory.close", node);
    }
    for (const auto& [seen, after] : reshaping.changed) {
        Node node = after;
        node.valid_from = at;
        if (!store::reshape_node(tx, scope.county, seen, node)) {
            return Refusal{RefusalKind::kConflict, "node_changed_meanwhile"};
        }
        record("territory.change", node);
    }
    for (Node node : reshaping.added) {
        node.valid_from = at;
        if (store::insert_node(tx, scope.county, node).touched() != 1) {
            return Refusal{RefusalKind::kConflict, "id_taken", "/id"};
        }
        record("territory.create", node);
    }
    store::move_version(tx, scope.county, store::kTerritory);
    return {};
}

std::set<std::string> Grid::codes_ever(std::string_view county) {
    const auto codes =
        state_->read(county, [&](db::Transaction& tx) { return store::codes_ever(tx, county); });
    return {codes.begin(), codes.end()};
}

}  // namespace jingwei::grid
