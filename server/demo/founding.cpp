#include "demo/founding.h"

#include "db/in_transaction.h"
#include "demo/names.h"
#include "demo/projection.h"

namespace jingwei::demo {

namespace {

geo::MultiPolygon boundary(const Ring& ring) {
    geo::Ring closed;
    for (const Point corner : ring) {
        const Position at = position_of(corner);
        closed.push_back({at.lon, at.lat});
    }
    closed.push_back(closed.front());
    return {geo::Polygon{.outer = std::move(closed), .holes = {}}};
}

class Founder {
public:
    Founder(const World& world, const Ground& ground, Ids& ids)
        : world_(world),
          ground_(ground),
          ids_(ids),
          now_(ground.clock.now()),
          scope_(db::Scope::whole_county(std::string{kCountyCode})) {
        founded_.county = kCountyCode;
    }

    Result<Founded> found() {
        if (auto done = set_words(); !done) return done.error();
        if (auto done = draw_territory(); !done) return done.error();
        if (auto done = open_offices(); !done) return done.error();
        if (auto done = open_accounts(); !done) return done.error();
        if (auto done = give_roles(); !done) return done.error();
        return std::move(founded_);
    }

private:
    Result<void> set_words() {
        using grid::Level;
        grid::TerritorySetting setting;
        setting.level_names = {{Level::kCounty, "县"},
                               {Level::kTown, "镇街"},
                               {Level::kVillage, "村（社区）"},
                               {Level::kGrid, "网格"},
                               {Level::kMicro, "微网格"}};
        setting.complaint_phone = "0000-8880000";
        return ground_.grid.set_setting(scope_, setting);
    }

    grid::NewNode node(std::optional<Id<grid::Node>> parent, std::string code, std::string name,
                       grid::Level level, const Ring& border) {
        grid::NewNode made;
        made.id = ids_.make<grid::Node>(now_);
        made.parent = parent;
        made.code = std::move(code);
        made.name = std::move(name);
        made.level = level;
        made.kind = grid::NodeKind::kDivision;
        made.boundary = boundary(border);
        return made;
    }

    Result<void> draw_territory() {
        std::vector<grid::NewNode> nodes;
        const auto county = node({}, founded_.county, std::string{kCountyName} + "（演示）",
                                 grid::Level::kCounty, world_.border);
        nodes.push_back(county);
        for (const Town& town : world_.towns) {
            const auto made = node(county.id, founded_.county + town.code, town.name,
                                   grid::Level::kTown, town.border);
            nodes.push_back(made);
            for (const int village : town.villages)
                draw_village(village, made, nodes);
        }
        if (auto done = ground_.grid.create_all(scope_, nodes); !done) return done;
        return note_paths(nodes);
    }

    void draw_village(int index, const grid::NewNode& town, std::vector<grid::NewNode>& nodes) {
        const Village& village = world_.villages[static_cast<std::size_t>(index)];
        const auto made = node(town.id, town.code + village.code, village.name,
                               grid::Level::kVillage, village.border);
        nodes.push_back(made);
        for (const int grid : village.grids) {
            const GridArea& area = world_.grids[static_cast<std::size_t>(grid)];
            const auto kind =
                area.dedicated ? grid::NodeKind::kDedicated : grid::NodeKind::kGeneral;
            const auto code =
                grid::grid_code(grid::CodeRule::kEighteenDigits, made.code, kind, area.number);
            auto drawn = node(made.id, code.value(), area.name, grid::Level::kGrid, area.border);
            drawn.kind = kind;
            drawn.households = area.households;
            nodes.push_back(std::move(drawn));
        }
    }

    /// The nodes were made town by town; the World numbers them by itself.
    Result<void> note_paths(const std::vector<grid::NewNode>& nodes) {
        const auto territory = ground_.grid.territory(founded_.county);
        founded_.towns.resize(world_.towns.size());
        founded_.villages.resize(world_.villages.size());
        founded_.grid_paths.resize(world_.grids.size());
        founded_.grids.resize(world_.grids.size());
        std::size_t next = 1;
        for (std::size_t town = 0; town < world_.towns.size(); ++town) {
            founded_.towns[town] = territory->find(nodes[next++].id)->path;
            for (const int village : world_.towns[town].villages) {
                const auto v = static_cast<std::size_t>(village);
                founded_.villages[v] = territory->find(nodes[next++].id)->path;
                for (const int grid : world_.villages[v].grids) {
                    const auto g = static_cast<std::size_t>(grid);
                    founded_.grids[g] = nodes[next].id;
                    founded_.grid_paths[g] = territory->find(nodes[next++].id)->path;
                }
            }
        }
        return {};
    }

    static grid::UnitKind kind_of(OfficeKind kind) {
        switch (kind) {
            case OfficeKind::kCentre:
                return grid::UnitKind::kCentre;
            case OfficeKind::kDepartment:
                return grid::UnitKind::kDepartment;
            case OfficeKind::kStation:
                return grid::UnitKind::kStation;
            case OfficeKind::kCommittee:
                return grid::UnitKind::kCommittee;
        }
        return grid::UnitKind::kDepartment;
    }

    Result<void> open_offices() {
        const auto territory = ground_.grid.territory(founded_.county);
        for (const Office& office : world_.offices) {
            grid::NewUnit unit;
            unit.id = ids_.make<Unit>(now_);
            unit.node = territory->by_path(founded_.path(office.where))->id;
            unit.name = office.name;
            unit.short_name = office.short_name;
            unit.kind = kind_of(office.kind);
            unit.phone = office.phone;
            unit.duties = office.duties;
            if (auto made = ground_.grid.create_unit(scope_, unit); !made) return made.error();
            founded_.offices.push_back(unit.id);
        }
        return {};
    }

    /// Everybody's password is the same, so it is hashed once.
    Result<void> open_accounts() {
        const auto hash = ground_.access.passwords().hash(kPassword);
        if (!hash) return hash.error();
        const auto actor = access::Actor::system(founded_.county, "accounts");
        for (const Person& person : world_.people)
            founded_.accounts.push_back(person.login.empty() ? Id<Account>{}
                                                             : ids_.make<Account>(now_));
        return db::in_transaction(
            ground_.pool, actor.scope, [&](db::Transaction& tx) -> Result<void> {
                for (std::size_t i = 0; i < world_.people.size(); ++i) {
                    const Person& person = world_.people[i];
                    if (person.login.empty()) continue;
                    access::add_account(tx, actor,
                                        {founded_.accounts[i], person.login, person.name,
                                         founded_.county, *hash, false},
                                        now_);
                }
                return {};
            });
    }

    Result<void> give_roles() {
        const auto actor = access::Actor::system(founded_.county, "grants");
        for (const RolePlan& plan : world_.roles) {
            access::NewGrant grant;
            grant.account = founded_.accounts[static_cast<std::size_t>(plan.person)];
            grant.role = plan.role;
            if (plan.where) grant.path = founded_.path(*plan.where);
            if (plan.office) grant.unit = founded_.offices[static_cast<std::size_t>(*plan.office)];
            grant.valid_from = now_;
            const auto given =
                ground_.access.grants().give(actor, ids_.make<access::RoleGrant>(now_), grant);
            if (!given && given.error().code != "already_granted") return given.error();
        }
        return {};
    }

    const World& world_;
    const Ground& ground_;
    Ids& ids_;
    const Time now_;
    const db::Scope scope_;
    Founded founded_;
};

}  // namespace

const std::string& Founded::path(Where where) const {
    const auto index = static_cast<std::size_t>(where.index);
    switch (where.level) {
        case Where::Level::kCounty:
            return county;
        case Where::Level::kTown:
            return towns[index];
        case Where::Level::kVillage:
            return villages[index];
        case Where::Level::kGrid:
            return grid_paths[index];
    }
    return county;
}

Result<Founded> found_county(const World& world, const Ground& ground, Ids& ids) {
    return Founder{world, ground, ids}.found();
}

}  // namespace jingwei::demo
