#include <gtest/gtest.h>

#include "core/time_text.h"
#include "matter/matters.h"
#include "testing/database.h"

namespace jingwei::matter {
namespace {

constexpr std::string_view kCounty = testing::county;

class MattersOnDatabase : public ::testing::Test {
protected:
    testing::Database database;
    ManualClock clock{from_china_time(parse_day("2026-03-02").value())};
    Matters matters{database.pool(), clock};
    db::Scope everything = testing::Database::everything();

    void import_shipped() {
        const auto done = matters.import(everything, shipped_catalogue());
        ASSERT_TRUE(done) << done.error().code << done.error().field;
        clock.advance(std::chrono::hours{1});
    }
    const Matter& lamp() { return *matters.catalogue(kCounty)->by_code("070201", clock.now()); }
};

TEST_F(MattersOnDatabase, a_county_without_catalogue_has_an_empty_one) {
    EXPECT_TRUE(matters.catalogue(kCounty)->in_force(clock.now()).empty());
}

TEST_F(MattersOnDatabase, what_is_imported_is_read_back_whole) {
    import_shipped();
    const auto again = matters.import(everything, shipped_catalogue());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->classes, 10);
    EXPECT_EQ(again->subclasses, 22);
    EXPECT_EQ(again->unchanged, 156) << "every column came back as it was written";
    EXPECT_EQ(again->added + again->changed + again->dropped, 0);
    EXPECT_EQ(lamp().leads(grid::Level::kCounty), std::vector<std::string_view>{"城市管理局"});
    EXPECT_EQ(matters.catalogue(kCounty)->limit(lamp(), LimitStage::kHandle)->amount, 3);
}

TEST_F(MattersOnDatabase, another_catalogue_takes_the_place_of_the_one_before) {
    import_shipped();
    const auto id = lamp().id;
    CatalogueFile own{"own", "test", {}, {}};
    FileMatter pole{};
    pole.code = "1160";
    pole.name_zh = "路灯";
    own.classes = {FileClass{"5", "市容环卫", {}, {FileSubclass{"1159", "市容城管", {}, {pole}}}}};
    const auto done = matters.import(everything, own);
    ASSERT_TRUE(done) << done.error().code;
    EXPECT_EQ(done->dropped, 156);
    const auto catalogue = matters.catalogue(kCounty);
    EXPECT_EQ(catalogue->in_force(clock.now()).size(), 1u);
    EXPECT_EQ(catalogue->cited(id, clock.now()).error().code, "matter_not_in_force");
    EXPECT_EQ(catalogue->find(id)->name_zh, "路灯不亮") << "an old case still names it";
}

TEST_F(MattersOnDatabase, a_change_is_a_new_version_and_the_second_editor_is_told) {
    import_shipped();
    ChangeMatter wanted{1, file_of(lamp())};
    wanted.content.limits->assign(
        {{LimitStage::kHandle, {}, {1, calendar::LimitUnit::kWorkingDays}}});
    const auto id = lamp().id;
    const auto changed = matters.change(everything, id, wanted);
    ASSERT_TRUE(changed) << changed.error().code;
    EXPECT_EQ(changed->version, 2);
    EXPECT_EQ(lamp().limit(LimitStage::kHandle)->amount, 1);
    const auto before = matters.catalogue(kCounty)->at(id, clock.now() - std::chrono::hours{1});
    EXPECT_EQ(before->version, 1);
    clock.advance(std::chrono::hours{1});
    EXPECT_EQ(matters.change(everything, id, wanted).error().code, "matter_changed_meanwhile");
}

TEST_F(MattersOnDatabase, a_matter_is_added_ended_and_begun_again_under_its_id) {
    import_shipped();
    AddMatter wanted{"0702", file_of(lamp())};
    EXPECT_EQ(matters.add(everything, wanted).error().code, "matter_code_taken");
    wanted.content.code = "070299";
    const auto added = matters.add(everything, wanted);
    ASSERT_TRUE(added) << added.error().code;
    clock.advance(std::chrono::hours{1});
    const auto ended = matters.end(everything, added->id, {1});
    ASSERT_TRUE(ended);
    EXPECT_FALSE(ended->in_force);
    clock.advance(std::chrono::hours{1});
    const auto again = matters.add(everything, wanted);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, added->id);
    EXPECT_EQ(again->version, 2);
    wanted.subclass_code = "nowhere";
    EXPECT_EQ(matters.add(everything, wanted).error().code, "matter_subclass_unknown");
}

TEST_F(MattersOnDatabase, nobody_below_the_county_edits_the_catalogue) {
    auto town = db::Scope::nobody(std::string(kCounty));
    town.paths = {std::string(kCounty) + "/101"};
    EXPECT_EQ(matters.import(town, shipped_catalogue()).error().code, "outside_your_scope");
    EXPECT_TRUE(matters.catalogue(kCounty)->in_force(clock.now()).empty());
}

TEST_F(MattersOnDatabase, another_county_sees_nothing_of_it) {
    import_shipped();
    EXPECT_TRUE(matters.catalogue("110101")->in_force(clock.now()).empty());
}

TEST_F(MattersOnDatabase, another_server_sees_the_change_when_its_trust_ends) {
    Matters elsewhere{database.pool(), clock, std::chrono::milliseconds{0}};
    EXPECT_TRUE(elsewhere.catalogue(kCounty)->in_force(clock.now()).empty());
    import_shipped();
    EXPECT_EQ(elsewhere.catalogue(kCounty)->in_force(clock.now()).size(), 156u);
}

}  // namespace
}  // namespace jingwei::matter
