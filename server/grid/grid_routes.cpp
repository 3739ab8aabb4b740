#include <algorithm>

#include "access/principal.h"
#include "core/csv.h"
#include "grid/grid_state.h"
#include "grid/territory_views.h"
#include "grid/unit_import.h"
#include "grid/uploaded_text.h"
#include "http/routes.h"

namespace jingwei::grid {
namespace {

using access::principal;
using access::permission::kTerritoryEdit;
using access::permission::kTerritoryRead;
using access::permission::kUnitEdit;
using access::permission::kUnitRead;

constexpr std::size_t kFoundNodes = 20, kFoundUnits = 1'000;

template <class Body>
const std::string& county_of(const http::Call<Body>& call) {
    return principal(call).county();
}

NodeList list_nodes(const Territory& territory, const NodeQuery& query) {
    std::vector<const Node*> found;
    if (query.q) {
        found = territory.search(query.q->str(), query.limit.value_or(kFoundNodes));
    } else if (query.parent) {
        const Node* parent = territory.by_path(query.parent->str());
        if (parent) found = territory.children(*parent);
    } else if (territory.root()) {
        found.push_back(territory.root());
    }
    NodeList list;
    for (const Node* node : found)
        list.items.push_back(row_of(territory, *node));
    return list;
}

Result<NodeView> show_node(const Territory& territory, Id<Node> id) {
    const Node* node = territory.find(id);
    if (!node) return Refusal{RefusalKind::kNotFound, "node_unknown"};
    return view_of(territory, *node);
}

NodesAtPlace nodes_at(const Territory& territory, Point place) {
    NodesAtPlace found;
    const Node* lowest = territory.at(place);
    if (!lowest) return found;
    found.nodes.push_back(row_of(territory, *lowest));
    for (const Node* up : territory.ancestors(*lowest)) {
        found.nodes.push_back(row_of(territory, *up));
    }
    std::reverse(found.nodes.begin(), found.nodes.end());
    return found;
}

Result<DrawingCoverageView> coverage(const Territory& territory, const CoverageQuery& query) {
    const Node* root = query.path ? territory.by_path(query.path->str()) : territory.root();
    if (!root && query.path) return Refusal{RefusalKind::kInvalid, "node_unknown", "/path"};
    if (!root) return DrawingCoverageView{};
    return view_of(territory, drawing_coverage(territory, *root));
}

geo::Box box_of(const BoundaryQuery& query) {
    return {query.west.value_or(-180), query.south.value_or(-90), query.east.value_or(180),
            query.north.value_or(90)};
}

http::Reply boundaries(const Territory& territory, const http::Call<BoundaryQuery>& call) {
    const std::string tag =
        "\"" + territory.county() + "." + std::to_string(territory.version()) + "\"";
    http::Reply reply;
    if (call.request.header("If-None-Match") == tag) {
        reply.outcome = http::Outcome::kUnchanged;
    } else {
        const auto level = call.body.level.value_or(Level::kGrid);
        reply = http::Reply::of("application/geo+json",
                                boundaries_of(territory.meeting(box_of(call.body), level)));
    }
    reply.with("ETag", tag).with("Cache-Control", "private, no-cache");
    return reply;
}

UnitList list_units(const Units& units, const UnitQuery& query) {
    const auto limit = query.limit ? static_cast<std::size_t>(*query.limit) : kFoundUnits;
    UnitList list;
    const auto add = [&](const Unit& unit) {
        if (list.items.size() < limit) list.items.push_back(view_of(unit));
    };
    const auto fits = [&](const Unit& unit) {
        return (!query.path || unit.path == query.path->str()) &&
               (!query.within || is_within(unit.path, query.within->str()));
    };
    if (query.q) {
        for (const Unit* unit : units.search(query.q->str(), units.all().size())) {
            if (fits(*unit)) add(*unit);
        }
    } else {
        for (const Unit& unit : units.all()) {
            if (fits(unit)) add(unit);
        }
    }
    return list;
}

Result<UnitView> show_unit(const Units& units, Id<Unit> id) {
    const Unit* unit = units.find(id);
    if (!unit) return Refusal{RefusalKind::kNotFound, "unit_unknown"};
    return view_of(*unit);
}

SettingView view_of_setting(const TerritorySetting& setting) {
    SettingView view{setting.code_rule, {}, setting.complaint_phone};
    for (const auto& [level, name] : setting.level_names)
        view.level_names[enum_name(level)] = name;
    return view;
}

Result<TerritorySetting> setting_of(const SettingView& view) {
    TerritorySetting setting{view.code_rule, {}, view.complaint_phone.str()};
    for (const auto& [level, name] : view.level_names) {
        const auto known = enum_from_name<Level>(level);
        if (!known) return Refusal{RefusalKind::kInvalid, "level_unknown", "/level_names/" + level};
        setting.level_names[*known] = name;
    }
    return setting;
}

Result<NodeView> create_node(Grid& grid, const http::Call<CreateNode>& call) {
    const auto wanted = node_of(call.body);
    if (!wanted) return wanted.error();
    const auto made = grid.create(principal(call).scope(kTerritoryEdit), *wanted);
    if (!made) return made.error();
    return show_node(*grid.territory(county_of(call)), made->id);
}

Result<NodeView> change_node(Grid& grid, const http::Call<ChangeNode>& call) {
    const auto change = change_of(call.body);
    if (!change) return change.error();
    const auto id = call.path_id<Node>("id");
    const auto made = grid.change(principal(call).scope(kTerritoryEdit), id, *change);
    if (!made) return made.error();
    return show_node(*grid.territory(county_of(call)), id);
}

Result<UnitView> shown(const Result<Unit>& unit) {
    if (!unit) return unit.error();
    return view_of(*unit);
}

Result<Nothing> done(const Result<void>& outcome) {
    if (!outcome) return outcome.error();
    return Nothing{};
}

void add_reading(http::Routes& routes, Grid& grid) {
    routes.get<NodeQuery, NodeList>(
        "/api/v1/territory", kTerritoryRead,
        [&grid](const auto& call) -> Result<NodeList> {
            return list_nodes(*grid.territory(county_of(call)), call.body);
        },
        "The nodes under a node, or those that a search finds");
    routes.get<PlaceQuery, NodesAtPlace>(
        "/api/v1/territory/at", kTerritoryRead,
        [&grid](const auto& call) -> Result<NodesAtPlace> {
            const auto& query = call.body;
            const auto territory = query.at ? grid.territory_at(county_of(call), *query.at)
                                            : grid.territory(county_of(call));
            return nodes_at(*territory, {query.lon, query.lat});
        },
        "The nodes that cover a place, now or at a moment");
    routes.get_raw<BoundaryQuery>(
        "/api/v1/territory/boundaries", kTerritoryRead,
        [&grid](const http::Call<BoundaryQuery>& call) -> Result<http::Reply> {
            return boundaries(*grid.territory(county_of(call)), call);
        },
        "Boundaries of a level as GeoJSON", "application/geo+json");
    routes.get<CoverageQuery, DrawingCoverageView>(
        "/api/v1/territory/coverage", kTerritoryRead,
        [&grid](const auto& call) { return coverage(*grid.territory(county_of(call)), call.body); },
        "Grids that are not drawn, overlaps, gaps and what lies outside");
    routes.get<Nothing, NodeView>(
        "/api/v1/territory/{id}", kTerritoryRead,
        [&grid](const auto& call) {
            return show_node(*grid.territory(county_of(call)), call.template path_id<Node>("id"));
        },
        "A node with its boundary and what it belongs to");
}

void add_writing(http::Routes& routes, Grid& grid) {
    routes.post<CreateNode, NodeView>(
        "/api/v1/territory", kTerritoryEdit,
        [&grid](const auto& call) { return create_node(grid, call); }, "Create a node");
    routes.patch<ChangeNode, NodeView>(
        "/api/v1/territory/{id}", kTerritoryEdit,
        [&grid](const auto& call) { return change_node(grid, call); },
        "Change a node; its state until now is kept");
    routes.post<CloseBody, Nothing>(
        "/api/v1/territory/{id}/close", kTerritoryEdit,
        [&grid](const auto& call) {
            return done(grid.close(principal(call).scope(kTerritoryEdit),
                                   call.template path_id<Node>("id"), call.body.at));
        },
        "Close a node that has no open nodes under it");
}

/// A file of the form: GeoJSON when it is called so, else CSV.
Result<ImportReport> import_file(Grid& grid, const http::Call<ImportForm>& call) {
    const auto text = uploaded_text(call.files());
    if (!text) return text.error();
    const auto scope = principal(call).scope(kTerritoryEdit);
    const std::string_view name = call.files().front().file_name();
    const bool dry_run = call.body.dry_run.value_or(false);
    return in_words(name.ends_with("json") ? grid.import_geojson(scope, *text, dry_run)
                                           : grid.import_csv(scope, *text, dry_run),
                    call);
}

Result<ImportReport> import_unit_file(Grid& grid, const http::Call<ImportForm>& call) {
    const auto text = uploaded_text(call.files());
    if (!text) return text.error();
    const bool dry_run = call.body.dry_run.value_or(false);
    return in_words(grid.import_units(principal(call).scope(kUnitEdit), *text, dry_run), call);
}

Result<http::Reply> export_file(Grid& grid, const http::Call<ExportQuery>& call) {
    const auto territory = grid.territory(county_of(call));
    const Node* root =
        call.body.path ? territory->by_path(call.body.path->str()) : territory->root();
    if (!root) return Refusal{RefusalKind::kNotFound, "node_unknown"};
    if (call.body.format.value_or(ExportFormat::kCsv) == ExportFormat::kCsv) {
        return http::Reply::of("text/csv; charset=utf-8", export_csv(*territory, *root))
            .download_as(root->name + ".csv");
    }
    return http::Reply::of("application/geo+json", boundaries_of(territory->subtree(*root)))
        .download_as(root->name + ".geojson");
}

void add_files(http::Routes& routes, Grid& grid) {
    routes.upload<ImportForm, ImportReport>(
        "/api/v1/units/import", kUnitEdit, {.file_bytes = csv::kMaxBytes},
        [&grid](const auto& call) { return import_unit_file(grid, call); },
        "Import units as CSV, everything or nothing");
    routes.get_raw<Nothing>(
        "/api/v1/units/export", kUnitRead,
        [&grid](const http::Call<Nothing>& call) -> Result<http::Reply> {
            const auto& county = county_of(call);
            return http::Reply::of(
                       "text/csv; charset=utf-8",
                       export_units(*grid.territory(county), *grid.units(county), call.language))
                .download_as("units.csv");
        },
        "All units as CSV", "text/csv");
    routes.upload<ImportForm, ImportReport>(
        "/api/v1/territory/import", kTerritoryEdit, {.file_bytes = csv::kMaxBytes},
        [&grid](const auto& call) { return import_file(grid, call); },
        "Import nodes as CSV or GeoJSON, everything or nothing");
    routes.get_raw<ExportQuery>(
        "/api/v1/territory/export", kTerritoryRead,
        [&grid](const http::Call<ExportQuery>& call) { return export_file(grid, call); },
        "A subtree as CSV or GeoJSON", "text/csv");
}

void add_settings(http::Routes& routes, Grid& grid) {
    routes.get<Nothing, SettingView>(
        "/api/v1/territory/settings", kTerritoryRead,
        [&grid](const auto& call) -> Result<SettingView> {
            return view_of_setting(grid.setting(county_of(call)));
        },
        "Code rule, names of levels and complaint line");
    routes.put<SettingView, SettingView>(
        "/api/v1/territory/settings", kTerritoryEdit,
        [&grid](const auto& call) -> Result<SettingView> {
            const auto setting = setting_of(call.body);
            if (!setting) return setting.error();
            const auto set = grid.set_setting(principal(call).scope(kTerritoryEdit), *setting);
            if (!set) return set.error();
            return view_of_setting(*setting);
        },
        "Set code rule, names of levels and complaint line");
}

void add_units(http::Routes& routes, Grid& grid) {
    routes.get<UnitQuery, UnitList>(
        "/api/v1/units", kUnitRead,
        [&grid](const auto& call) -> Result<UnitList> {
            return list_units(*grid.units(county_of(call)), call.body);
        },
        "Units of the county, of a node, or those that a search finds");
    routes.get<Nothing, UnitView>(
        "/api/v1/units/{id}", kUnitRead,
        [&grid](const auto& call) {
            return show_unit(*grid.units(county_of(call)), call.template path_id<Unit>("id"));
        },
        "A unit");
    routes.post<CreateUnit, UnitView>(
        "/api/v1/units", kUnitEdit,
        [&grid](const auto& call) {
            return shown(grid.create_unit(principal(call).scope(kUnitEdit), unit_of(call.body)));
        },
        "Create a unit");
    routes.patch<ChangeUnit, UnitView>(
        "/api/v1/units/{id}", kUnitEdit,
        [&grid](const auto& call) {
            return shown(grid.change_unit(principal(call).scope(kUnitEdit),
                                          call.template path_id<Unit>("id"), change_of(call.body)));
        },
        "Change a unit");
    routes.post<CloseBody, Nothing>(
        "/api/v1/units/{id}/close", kUnitEdit,
        [&grid](const auto& call) {
            return done(grid.close_unit(principal(call).scope(kUnitEdit),
                                        call.template path_id<Unit>("id"), call.body.at));
        },
        "Close a unit");
}

}  // namespace

void Grid::add_routes(http::Routes& routes) {
    add_reading(routes, *this);
    add_writing(routes, *this);
    add_files(routes, *this);
    add_settings(routes, *this);
    add_units(routes, *this);
}

}  // namespace jingwei::grid
