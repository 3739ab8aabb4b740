#include "demo/demo.h"

#include <fmt/format.h>

#include "audit/audit.h"
#include "demo/base_map.h"
#include "demo/play.h"
#include "map/base_map.h"

namespace jingwei::demo {

namespace {

/// The map is put last, so it says that the demo is whole.
bool is_whole(const House& house) {
    const auto scope = db::Scope::whole_county(std::string{kCountyCode});
    return map::find_base_map(house.pool, scope, "").has_value();
}

/// That what stands here is made up, and how much of it: the past cases have no entries of their
/// own.
audit::Entry entry_of(const Order& order, const Played& played, Time now) {
    return {.county = std::string{kCountyCode},
            .account = {},
            .at = now,
            .action = "demo.load",
            .subject_kind = "county",
            .subject = std::string{kCountyCode},
            .detail = fmt::format(R"({{"fictional":true,"cases":{},"steps":{},"seed":{}}})",
                                  played.cases, played.steps, order.seed)};
}

void put_map(const House& house, const World& world, const Order& order, const Played& played) {
    db::Transaction transaction{house.pool, db::Scope::whole_county(std::string{kCountyCode})};
    audit::record(transaction, entry_of(order, played, house.clock.now()));
    map::put_base_map(transaction, kCountyCode, base_map(world), house.clock.now());
    transaction.commit();
}

std::string place_of(const World& world, const RolePlan& plan) {
    if (plan.office) return world.offices[static_cast<std::size_t>(*plan.office)].name;
    const auto index = static_cast<std::size_t>(plan.where->index);
    switch (plan.where->level) {
        case Where::Level::kCounty:
            return std::string{kCountyName};
        case Where::Level::kTown:
            return world.towns[index].name;
        case Where::Level::kVillage:
            return world.villages[index].name;
        case Where::Level::kGrid: {
            const auto village = static_cast<std::size_t>(world.grids[index].village);
            return world.villages[village].name + world.grids[index].name;
        }
    }
    return {};
}

/// One account of each role, in the order in which a case meets them.
std::vector<Example> examples_of(const World& world) {
    struct Wanted {
        std::string_view login, role;
    };
    constexpr std::array<Wanted, 11> kWanted{{{"grid21", "网格员"},
                                              {"village06", "网格长（村、社区书记）"},
                                              {"town11", "镇街调度员"},
                                              {"station12", "镇街站所经办人"},
                                              {"county1", "县中心调度员"},
                                              {"dept01", "县部门经办人"},
                                              {"hotline1", "热线受理员"},
                                              {"supervisor", "督查"},
                                              {"system", "系统管理员"},
                                              {"security", "安全管理员"},
                                              {"auditor", "审计员"}}};
    std::vector<Example> examples;
    for (const auto& [login, role] : kWanted)
        for (const RolePlan& plan : world.roles) {
            const Person& person = world.people[static_cast<std::size_t>(plan.person)];
            if (person.login != login) continue;
            examples.push_back(
                {std::string{role}, person.login, person.name, place_of(world, plan)});
            break;
        }
    return examples;
}

/// Logins and places are alike for every seed; the names of a county made from another are not.
Loaded there(const Order& order) {
    Loaded loaded{.was_there = true, .examples = examples_of(make_world(order.seed, order.scale))};
    for (Example& each : loaded.examples)
        each.name.clear();
    return loaded;
}

}  // namespace

Result<Loaded> load(const House& house, const Order& order, const Progress& progress) {
    if (house.grid.territory(kCountyCode)->root() != nullptr) {
        if (is_whole(house)) return there(order);
        return Refusal{RefusalKind::kConflict, "demo_county_taken"};
    }
    progress("绘制县域", 0);
    const World world = make_world(order.seed, order.scale);
    progress("建立网格、机构和人员", 0);
    Ids ids{Random{order.seed, "ids"}};
    const auto founded = found(house, world, order, ids);
    if (!founded) return founded.error();

    Loaded loaded;
    loaded.played = play_in_memory({house, world, *founded, order, ids}, progress);
    put_map(house, world, order, loaded.played);
    progress("完成", 1);
    loaded.examples = examples_of(world);
    return loaded;
}

}  // namespace jingwei::demo
