#include "demo/play.h"

#include "cases/past_cases.h"
#include "demo/company.h"
#include "demo/conveyor.h"
#include "demo/memory_stage.h"
#include "demo/pictures.h"
#include "files/files.h"
#include "matter/catalogue_file.h"

namespace jingwei::demo {

namespace {

constexpr std::chrono::days kYear{365};
constexpr std::chrono::days kBeforehand{30};  // the county is there before its first case

/// The year up to `order.until`.
struct Year {
    explicit Year(const Order& order)
        : from(china_day(order.until) - kYear), until(china_day(order.until)) {}
    Day from, until;
};

Theatre theatre(const House& house, const World& world, Stage& stage) {
    return {house.clock,
            stage,
            house.calendars.of(kCountyCode),
            house.matters.catalogue(kCountyCode),
            house.grid.units(kCountyCode),
            draw_pictures(house.vault, house.scratch, Random{world.seed, "pictures"})};
}

db::BulkTables tables() {
    auto tables = cases::PastCases::tables();
    tables.as_they_are.emplace_back("file");
    return tables;
}

}  // namespace

Time founded_at(const Order& order) { return from_china_time(Year{order}.from - kBeforehand); }

Result<Founded> found(const House& house, const World& world, const Order& order, Ids& ids) {
    house.clock.set(founded_at(order));
    const auto scope = db::Scope::whole_county(std::string{kCountyCode});
    const auto catalogue = house.matters.import(scope, matter::shipped_catalogue());
    if (!catalogue) return catalogue.error();
    const Ground ground{house.pool, house.clock, house.grid, house.staff, house.access};
    auto founded = found_county(world, ground, ids);
    if (!founded) return founded.error();
    if (const auto filled = fill_posts(world, *founded, ground, ids); !filled)
        return filled.error();
    return founded;
}

Played play_on(Stage& stage, const Play& play, const Progress& progress) {
    const auto& [house, world, founded, order, ids] = play;
    const Year year{order};
    house.clock.set(from_china_time(year.from));
    const Company company{world, founded, founded_at(order)};
    Player player{world, founded, company, theatre(house, world, stage), ids};
    Teller teller{world, shipped_mix(), shipped_scenes(), year.from, year.until, order.cases};
    return player.play(teller, order.until, [&](Time at) {
        const double days = static_cast<double>((china_day(at) - year.from).count());
        progress("演绎一年的事件", days / static_cast<double>(kYear.count()));
    });
}

Played play_in_memory(const Play& play, const Progress& progress) {
    const House& house = play.house;
    files::FileLines files;
    Ids timer_ids{Random{play.order.seed, "timers"}};
    auto world = house.worlds(kCountyCode);
    Conveyor conveyor{db::BulkLoad{house.owner(), tables()}};
    cases::PastCases past{{.world = std::move(world),
                           .county = std::string{kCountyCode},
                           .keys = house.keys,
                           .ids = [&](Time at) { return timer_ids.uuid(at); },
                           .to =
                               [&](std::vector<db::CopyBatch> rows) {
                                   rows.insert(rows.begin(), files.take());
                                   conveyor.put(std::move(rows));
                               }}};
    MemoryStage stage{past, files, house.clock};
    const Played played = play_on(stage, play, progress);
    past.finish();
    progress("整理数据表", 1);
    conveyor.finish();
    return played;
}

}  // namespace jingwei::demo
