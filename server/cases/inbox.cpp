#include "cases/inbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cases/light_rules.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

constexpr std::string_view kLastId = "ffffffff-ffff-ffff-ffff-ffffffffffff";
// PostgreSQL and every client can hold these; no case lies outside.
constexpr Time kBeginning = std::chrono::sys_days{std::chrono::year{1970} / 1 / 1};
constexpr Time kEnd = std::chrono::sys_days{std::chrono::year{9000} / 1 / 1};

std::string name_at(const World& world, const std::string& path) {
    const auto* node = world.territory->by_path(path);
    return node ? node->name : std::string{};
}

std::string matter_name(const World& world, Id<Matter> id) {
    const auto* matter = world.catalogue->find(id);
    return matter ? matter->name_zh : std::string{};
}

constexpr States kAtUnit{State::kAssigned, State::kHandling};

bool holds(View view, State state) {
    switch (view) {
        case View::kWatching:
            return true;
        case View::kDone:
            return !is_open(state);
        case View::kUnsettled:
            return kAtUnit.has(state);
        default:
            return is_open(state);
    }
}

/// How many nodes lie in a subtree, itself included.
std::size_t size_of(const grid::Territory& territory, const std::string& root) {
    const auto& nodes = territory.nodes();  // by path, and '/' < '0' < 'a'
    const auto first = std::ranges::lower_bound(nodes, root, {}, &grid::Node::path);
    const auto beyond =
        std::ranges::lower_bound(first, nodes.end(), root + '0', {}, &grid::Node::path);
    return static_cast<std::size_t>(beyond - first);
}

/// A page of 20 is found among the cases of one matter after 20 × (nodes of the towns ÷ these), and
/// these nodes hold some 750 old cases each: as many when nodes² × 36 are the nodes of the towns.
constexpr std::size_t kWalksOfAMatter = 36;

bool is_small_part(std::size_t nodes, const grid::Territory& territory) {
    return nodes * nodes <= territory.nodes().size();
}

std::size_t nodes_in(const std::vector<std::string>& roots, const grid::Territory& territory) {
    std::size_t nodes = 0;
    for (const auto& root : roots)
        nodes += size_of(territory, root);
    return nodes;
}

std::string_view town_in(std::string_view path) {
    const auto begin = std::min(path.find('/'), path.size() - 1) + 1;
    return path.substr(begin, path.find('/', begin) - begin);
}

/// Nothing: the whole county, with towns that were closed since.
std::optional<std::vector<std::string>> towns_of(const std::vector<std::string>& roots) {
    std::vector<std::string> towns;
    for (const auto& root : roots) {
        if (town_in(root).empty()) return std::nullopt;
        towns.emplace_back(town_in(root));
    }
    std::ranges::sort(towns);
    towns.erase(std::unique(towns.begin(), towns.end()), towns.end());
    return towns;
}

std::size_t nodes_of_towns(const std::optional<std::vector<std::string>>& towns,
                           const grid::Territory& territory) {
    if (!towns) return territory.nodes().size();
    std::size_t nodes = 0;
    for (const auto& town : *towns)
        nodes += size_of(territory, territory.county() + '/' + town);
    return nodes;
}

}  // namespace

CaseRow shown(const ListRow& row, const World& world, Time now) {
    CaseRow view;
    view.id = row.id;
    view.code = row.code;
    view.step_no = row.step_no;
    view.state = row.state;
    if (const auto light = row_light(row.due_at, row.yellow_at, now)) {
        view.light = light->light;
        view.light_reason = light->reason;
    }
    view.due_at = row.due_at;
    view.plate = row.plate;
    view.urgency = row.urgency;
    view.channel = row.channel;
    view.matter_name = matter_name(world, row.matter_id);
    view.summary = row.summary;
    view.address = row.address;
    if (const auto* node = world.territory->by_path(row.grid_path)) {
        view.grid_name = world.territory->full_name(*node);
    }
    view.desk_name = name_at(world, row.desk_path);
    if (const auto* unit = row.lead_unit ? world.units->find(*row.lead_unit) : nullptr) {
        view.unit_name = unit->name;
    }
    if (row.lon) view.point = Point{*row.lon, *row.lat};
    view.received_at = row.received_at;
    view.suspended = row.suspension == Suspension::kOn;
    view.confidential = row.confidential;
    return view;
}

std::string Cursor::text() const {
    return fmt::format("{}.{}", at.time_since_epoch().count(), id.text());
}

std::optional<Cursor> Cursor::parse(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    std::int64_t micros = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + dot, micros);
    const auto id = Id<Case>::parse(text.substr(dot + 1));
    if (error != std::errc{} || end != text.data() + dot || !id) return std::nullopt;
    const Time at{std::chrono::microseconds{micros}};
    if (at < kBeginning || at > kEnd) return std::nullopt;
    return Cursor{at, *id};
}

Cursor Cursor::first() { return {kBeginning, {}}; }
Cursor Cursor::last() { return {kEnd, *Id<Case>::parse(kLastId)}; }

std::vector<std::string> desks_of(const Actor& actor, const World& world) {
    std::vector<std::string> desks;
    for (const std::string& root : actor.who->paths(access::permission::kCaseScreen)) {
        const auto* node = world.territory->by_path(root);
        if (node == nullptr) continue;
        const auto* village = world.territory->enclosing(*node, grid::Level::kVillage);
        desks.push_back(village != nullptr ? village->path : root);
    }
    return desks;
}

std::vector<std::string> grids_of(const Actor& actor, const World& world, Time now) {
    std::vector<std::string> grids;
    for (const auto& answering : world.roster->of_account(*actor.account, now)) {
        const auto* node = world.territory->by_path(answering.post->path);
        if (node != nullptr && node->level >= grid::Level::kGrid) grids.push_back(node->path);
    }
    return grids;
}

Reach reach_of(const Actor& actor, const World& world, const std::optional<std::string>& within) {
    Reach reach;
    const db::Scope& scope = actor.scope;
    const auto holds_it = [&](const std::string& root) { return grid::is_within(*within, root); };
    if (within && std::ranges::any_of(scope.paths, holds_it)) {
        reach.roots = {*within};
    } else {
        for (const std::string& root : scope.paths) {
            if (!within || grid::is_within(root, *within)) reach.roots.push_back(root);
        }
        reach.units = scope.units;
        reach.reporter = actor.account;
    }
    const std::size_t nodes = nodes_in(reach.roots, *world.territory);
    reach.whole = !is_small_part(nodes, *world.territory);
    reach.towns = towns_of(reach.roots);
    reach.few = nodes * nodes * kWalksOfAMatter <= nodes_of_towns(reach.towns, *world.territory);
    return reach;
}

View view_of(const CaseQuery& query) {
    const bool done = query.state && !is_open(*query.state);
    return query.view.value_or(done ? View::kDone : View::kOpen);
}

std::vector<std::string> states_of(View view, std::optional<State> only) {
    std::vector<std::string> names;
    for (const State state : enum_values<State>()) {
        if (holds(view, state) && only.value_or(state) == state) names.push_back(enum_name(state));
    }
    return names;
}

}  // namespace jingwei::cases
