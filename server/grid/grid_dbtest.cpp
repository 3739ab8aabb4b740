#include <gtest/gtest.h>

#include "geo/ascii_map.h"
#include "grid/grid.h"
#include "testing/database.h"

namespace jingwei::grid {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kCounty = testing::county;

Time day(int number) { return Time{std::chrono::sys_days{2026y / 1 / 1}} + number * 24h; }

class GridOnDatabase : public ::testing::Test {
protected:
    db::Scope everything = testing::Database::everything();
    testing::Database database;
    ManualClock clock{day(10)};
    Grid grid{database.pool(), clock};

    NewNode node(std::optional<Id<Node>> parent, std::string code, std::string name, Level level,
                 NodeKind kind = NodeKind::kDivision) {
        NewNode made;
        made.id = Id<Node>::make(clock.now());
        made.parent = parent;
        made.code = std::move(code);
        made.name = std::move(name);
        made.level = level;
        made.kind = kind;
        made.valid_from = day(0);
        return made;
    }

    /// County, town and village; the id of the village.
    Id<Node> make_village() {
        const auto county = node({}, "371323", "沂水县", Level::kCounty);
        const auto town = node(county.id, "371323101", "东镇", Level::kTown);
        const auto village = node(town.id, "371323101204", "和平村", Level::kVillage);
        EXPECT_TRUE(grid.create_all(everything, {county, town, village}));
        return village.id;
    }

    NewNode new_grid(Id<Node> village, std::string name, geo::MultiPolygon boundary = {}) {
        auto made = node(village, "", std::move(name), Level::kGrid, NodeKind::kGeneral);
        made.boundary = std::move(boundary);
        return made;
    }

    db::Scope editor_of(std::string path) {
        auto scope = db::Scope::nobody(std::string(kCounty));
        scope.paths = {std::move(path)};
        return scope;
    }
};

TEST_F(GridOnDatabase, UnitsAreImportedOnceAllOfThemOrNone) {
    make_village();
    const std::string file =
        "区划或网格编码,单位名称,单位类型,上级单位,电话\n"
        "371323,公安局,部门,,0539-1\n"
        "371323101000,东镇派出所,站所,公安局,0539-2\n";
    EXPECT_EQ(grid.import_units(everything, file, true)->created, 2);
    EXPECT_TRUE(grid.units(kCounty)->all().empty()) << "a dry run";
    const auto faulty = grid.import_units(everything, file + "999,甲,部门,,\n").value();
    EXPECT_EQ(faulty.faulty, 1);
    EXPECT_FALSE(faulty.written);
    EXPECT_TRUE(grid.units(kCounty)->all().empty()) << "all or none";
    EXPECT_TRUE(grid.import_units(everything, file)->written);
    const auto units = grid.units(kCounty);
    ASSERT_EQ(units->all().size(), 2U);
    EXPECT_EQ(units->all()[1].parent, units->all()[0].id);
    EXPECT_EQ(grid.import_units(everything, file)->unchanged, 2);
    const auto changed =
        grid.import_units(everything, "node,name,phone\n371323,公安局,0539-9\n").value();
    EXPECT_EQ(changed.changed, 1);
    EXPECT_EQ(grid.units(kCounty)->all()[0].phone, "0539-9");
}

TEST_F(GridOnDatabase, ADryRunOfTheTerritoryWritesNothing) {
    const auto tried = grid.import_csv(everything, "code,name\n371323,沂水县\n", true).value();
    EXPECT_EQ(tried.created, 1);
    EXPECT_FALSE(tried.written);
    EXPECT_EQ(grid.territory(kCounty)->root(), nullptr);
    EXPECT_TRUE(grid.import_csv(everything, "code,name\n371323,沂水县\n")->written);
}

TEST_F(GridOnDatabase, ACountyWithoutTerritoryIsEmptyAndNotAnError) {
    EXPECT_EQ(grid.territory(kCounty)->root(), nullptr);
    EXPECT_TRUE(grid.units(kCounty)->all().empty());
    EXPECT_EQ(grid.setting(kCounty).code_rule, CodeRule::kEighteenDigits);
}

TEST_F(GridOnDatabase, WhatIsCreatedIsThereForTheNextQuestion) {
    const auto village = make_village();
    const geo::MultiPolygon area = geo::ascii_map({"AA"})['A'];
    const auto first = grid.create(everything, new_grid(village, "第一网格", area)).value();
    EXPECT_EQ(first.code, "371323101204001100");
    EXPECT_EQ(first.path, "371323/101/204/001");
    const auto territory = grid.territory(kCounty);
    ASSERT_NE(territory->find(first.id), nullptr);
    EXPECT_EQ(territory->find(first.id)->boundary, area) << "to the last digit";
    EXPECT_EQ(territory->at({118.005, 35.005})->id, first.id);
    EXPECT_EQ(grid.create(everything, new_grid(village, "第二网格")).value().code,
              "371323101204002100");
}

TEST_F(GridOnDatabase, AnotherProcessSeesTheChangeByTheVersion) {
    Grid other(database.pool(), clock, 0ms);
    EXPECT_EQ(other.territory(kCounty)->root(), nullptr);
    make_village();
    const auto before = other.territory(kCounty);
    EXPECT_EQ(before->nodes().size(), 3U);
    EXPECT_EQ(other.territory(kCounty), before) << "not read again without a change";
    grid.create(everything, new_grid(before->by_code("371323101204")->id, "第一网格")).value();
    EXPECT_EQ(other.territory(kCounty)->nodes().size(), 4U);
    EXPECT_EQ(before->nodes().size(), 3U) << "a held snapshot stays as it was";
}

TEST_F(GridOnDatabase, TheSameIdGetsTheSameAnswerAndAnotherNodeDoesNot) {
    const auto village = make_village();
    auto wanted = new_grid(village, "第一网格");
    wanted.code = "371323101204001100";
    const auto first = grid.create(everything, wanted).value();
    EXPECT_EQ(grid.create(everything, wanted).value().id, first.id);
    wanted.code = "371323101204002100";
    EXPECT_EQ(grid.create(everything, wanted).error().code, "id_taken");
    wanted.id = Id<Node>::make(clock.now());
    wanted.code = first.code;
    EXPECT_EQ(grid.create(everything, wanted).error(),
              (Refusal{RefusalKind::kConflict, "code_taken", "/code"}));
}

TEST_F(GridOnDatabase, ManyNodesAreWrittenAllOrNone) {
    const auto village = make_village();
    auto good = new_grid(village, "第一网格");
    good.code = "371323101204001100";
    auto bad = new_grid(village, "第二网格");
    bad.code = "371323101205001100";
    auto stray = new_grid(Id<Node>::make(clock.now()), "第三网格");
    stray.code = "371323101204003100";
    const auto refused = grid.create_all(everything, {good, bad, stray});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().faults.size(), 2U);
    EXPECT_EQ(refused.error().faults[0].field, "/1/code");
    EXPECT_EQ(refused.error().faults[1].field, "/2/parent_id");
    EXPECT_EQ(grid.territory(kCounty)->nodes().size(), 3U);
}

TEST_F(GridOnDatabase, AChangeKeepsThePastAndTellsWhoSawAnOldState) {
    const auto village = make_village();
    const auto old_area = geo::ascii_map({"A."})['A'];
    const auto made = grid.create(everything, new_grid(village, "第一网格", old_area)).value();
    NodeChange change;
    change.seen = made.valid_from;
    change.name = "东一网格";
    change.boundary = geo::ascii_map({".A"})['A'];
    change.valid_from = day(5);
    const auto after = grid.change(everything, made.id, change).value();
    EXPECT_EQ(after.name, "东一网格");
    EXPECT_EQ(after.valid_from, day(5));
    EXPECT_EQ(grid.change(everything, made.id, change).error().code, "node_changed_meanwhile");

    const Point west{118.005, 35.005};
    EXPECT_EQ(grid.territory(kCounty)->at(west), nullptr);
    EXPECT_EQ(grid.territory_at(kCounty, day(4))->at(west)->name, "第一网格");
    EXPECT_EQ(grid.territory_at(kCounty, day(5))->at(west), nullptr);
    EXPECT_EQ(grid.territory_at(kCounty, day(0) - 1us)->root(), nullptr);
}

TEST_F(GridOnDatabase, NothingHappensInTheFutureOrBeforeTheStateItChanges) {
    const auto village = make_village();
    NodeChange change;
    change.seen = day(0);
    change.valid_from = day(11);
    EXPECT_EQ(grid.change(everything, village, change).error().code, "date_in_future");
    change.valid_from = day(0);
    EXPECT_EQ(grid.change(everything, village, change).error().code, "date_not_after");
    auto future = new_grid(village, "第一网格");
    future.valid_from = day(11);
    EXPECT_EQ(grid.create(everything, future).error().code, "date_in_future");
}

TEST_F(GridOnDatabase, ANodeClosesOnlyAfterThoseUnderIt) {
    const auto village = make_village();
    const auto made = grid.create(everything, new_grid(village, "第一网格")).value();
    EXPECT_EQ(grid.close(everything, village).error().code, "node_not_to_close");
    EXPECT_TRUE(grid.close(everything, made.id));
    EXPECT_EQ(grid.close(everything, made.id).error().code, "node_not_to_close");
    EXPECT_TRUE(grid.close(everything, village));
    EXPECT_EQ(grid.territory(kCounty)->find(made.id), nullptr);
    EXPECT_NE(grid.territory_at(kCounty, day(9))->find(made.id), nullptr);
}

TEST_F(GridOnDatabase, ACodeIsNeverGivenTwice) {
    const auto village = make_village();
    const auto made = grid.create(everything, new_grid(village, "第一网格")).value();
    ASSERT_TRUE(grid.close(everything, made.id));
    EXPECT_EQ(grid.create(everything, new_grid(village, "第二网格")).value().code,
              "371323101204002100");
    auto again = new_grid(village, "第三网格");
    again.code = made.code;
    const auto refused = grid.create(everything, again).error();
    EXPECT_EQ(refused.kind, RefusalKind::kConflict);
    EXPECT_EQ(refused.field, "/code");
}

TEST_F(GridOnDatabase, OnlyWhoHoldsTheSubtreeWritesThere) {
    const auto village = make_village();
    const auto elsewhere = editor_of("371323/102");
    EXPECT_EQ(grid.create(elsewhere, new_grid(village, "第一网格")).error().code,
              "outside_your_scope");
    NodeChange change;
    change.seen = day(0);
    EXPECT_EQ(grid.change(elsewhere, village, change).error().code, "outside_your_scope");
    EXPECT_EQ(grid.close(elsewhere, village).error().code, "outside_your_scope");
    EXPECT_EQ(grid.set_setting(editor_of("371323/101"), {}).error().code, "outside_your_scope");
    EXPECT_TRUE(grid.create(editor_of("371323/101"), new_grid(village, "第一网格")));
}

TEST_F(GridOnDatabase, TheDatabaseItselfRefusesWritesOutsideTheSubtree) {
    make_village();
    const auto elsewhere = editor_of("371323/102");
    const db::Statement rename{"test.rename", "UPDATE territory SET name = 'x' WHERE county = $1"};
    const auto touched = db::in_transaction(
        database.pool(), elsewhere,
        [&](db::Transaction& tx) -> Result<std::int64_t> { return tx.run(rename, kCounty); });
    EXPECT_EQ(touched.value(), 0);
}

TEST_F(GridOnDatabase, OtherCountiesAreNotSeen) {
    make_village();
    const db::Statement count{"test.count", "SELECT count(*) FROM territory"};
    const auto seen = db::in_transaction(
        database.pool(), db::Scope::whole_county("371324"),
        [&](db::Transaction& tx) -> Result<std::int64_t> { return tx.one<std::int64_t>(count); });
    EXPECT_EQ(seen.value(), 0);
}

TEST_F(GridOnDatabase, TheCodeRuleIsFixedOnceThereAreGrids) {
    TerritorySetting setting;
    setting.code_rule = CodeRule::kTownSixDigits;
    setting.level_names = {{Level::kGrid, "网格"}};
    setting.complaint_phone = "0539-2251000";
    ASSERT_TRUE(grid.set_setting(everything, setting));
    const auto village = make_village();
    EXPECT_EQ(grid.create(everything, new_grid(village, "第一网格")).value().code,
              "371323101204101");
    EXPECT_EQ(grid.territory(kCounty)->level_name(Level::kGrid), "网格");
    EXPECT_EQ(grid.setting(kCounty).complaint_phone, "0539-2251000");
    setting.code_rule = CodeRule::kFree;
    EXPECT_EQ(grid.set_setting(everything, setting).error().code, "setting_rule_in_use");
}

TEST_F(GridOnDatabase, ImportsTheRealDivisionsOfACountyOnceAndForAll) {
    const std::filesystem::path folder = JINGWEI_SOURCE_DIR "/data/divisions";
    const auto report = grid.import_divisions(everything, folder).value();
    EXPECT_EQ(report.faulty, 0);
    const auto territory = grid.territory(kCounty);
    EXPECT_EQ(territory->root()->name, "沂水县");
    EXPECT_EQ(static_cast<std::int64_t>(territory->nodes().size()), report.created);
    EXPECT_GT(territory->children(*territory->root()).size(), 15U);
    EXPECT_EQ(grid.import_divisions(everything, folder).value().unchanged, report.created);
    auto nowhere = db::Scope::whole_county("990001");
    EXPECT_EQ(grid.import_divisions(nowhere, folder).error().code, "divisions_missing");
}

TEST_F(GridOnDatabase, AnImportWithOneFaultWritesNothing) {
    make_village();
    const auto report = grid.import_csv(everything,
                                        "code,name\n"
                                        "371323101204,平安村\n"
                                        "371323101204001100,第一网格\n"
                                        "371323101299001100,第二网格\n")
                            .value();
    EXPECT_EQ(report.faulty, 1);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_EQ(report.faults[0].line, 4);
    EXPECT_EQ(report.faults[0].code, "parent_unknown");
    EXPECT_EQ(grid.territory(kCounty)->nodes().size(), 3U);
    EXPECT_EQ(grid.territory(kCounty)->by_code("371323101204")->name, "和平村");
}

TEST_F(GridOnDatabase, AnImportCreatesAndChangesTogether) {
    make_village();
    const auto report = grid.import_geojson(everything,
                                            R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"371323101204","name":"平安村","households":320},
         "geometry":{"type":"Polygon","coordinates":[[[118,35],[119,35],[119,36]]]}},
        {"type":"Feature","properties":{"code":"371323101204001100","name":"第一网格"},
         "geometry":null}]})")
                            .value();
    EXPECT_EQ(report.created, 1);
    EXPECT_EQ(report.changed, 1);
    const auto territory = grid.territory(kCounty);
    const Node* village = territory->by_code("371323101204");
    EXPECT_EQ(village->name, "平安村");
    EXPECT_EQ(village->households, 320);
    EXPECT_EQ(territory->at({118.9, 35.1}), village);
    EXPECT_EQ(grid.territory_at(kCounty, day(1))->find(village->id)->name, "和平村");
}

TEST_F(GridOnDatabase, UnitsComeChangeAndGo) {
    const auto village = make_village();
    NewUnit wanted;
    wanted.id = Id<Unit>::make(clock.now());
    wanted.node = village;
    wanted.name = "和平村委会";
    wanted.kind = UnitKind::kCommittee;
    const auto made = grid.create_unit(everything, wanted).value();
    EXPECT_EQ(made.path, "371323/101/204");
    EXPECT_EQ(grid.create_unit(everything, wanted).value().id, made.id);
    EXPECT_EQ(grid.units(kCounty)->centre_of(made.path)->id, made.id);

    auto twin = wanted;
    twin.id = Id<Unit>::make(clock.now());
    EXPECT_EQ(grid.create_unit(everything, twin).error().code, "unit_name_taken");
    twin.name = "和平村中心";
    twin.kind = UnitKind::kCentre;
    EXPECT_TRUE(grid.create_unit(everything, twin));
    auto second = twin;
    second.id = Id<Unit>::make(clock.now());
    second.name = "另一中心";
    EXPECT_EQ(grid.create_unit(everything, second).error().code, "unit_centre_taken");

    UnitChange change;
    change.phone = "0539-2251001";
    EXPECT_EQ(grid.change_unit(everything, made.id, change).value().phone, "0539-2251001");
    EXPECT_EQ(grid.units(kCounty)->find(made.id)->phone, "0539-2251001");
    EXPECT_EQ(grid.change_unit(editor_of("371323/102"), made.id, change).error().code,
              "outside_your_scope");
    clock.advance(1h);
    EXPECT_TRUE(grid.close_unit(everything, made.id));
    EXPECT_EQ(grid.units(kCounty)->find(made.id), nullptr);
    EXPECT_EQ(grid.change_unit(everything, made.id, change).error().code, "unit_closed");
}

}  // namespace
}  // namespace jingwei::grid
