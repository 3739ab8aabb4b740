#include "grid/import.h"

#include <gtest/gtest.h>

namespace jingwei::grid {
namespace {

const Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
constexpr auto kRule = CodeRule::kEighteenDigits;

ImportPlan plan_csv(std::string_view text, const Territory& territory) {
    return plan_import(territory, kRule, read_import_csv(text).value(), kNow);
}

ImportPlan plan_csv(std::string_view text) { return plan_csv(text, Territory("371323", 0, {})); }

std::string faults(const ImportPlan& plan) {
    std::string all;
    for (const auto& fault : plan.faults) {
        all += std::to_string(fault.line) + " " + fault.field + " " + fault.code + "; ";
    }
    return all;
}

TEST(ImportCsv, WantsAHead) {
    EXPECT_EQ(read_import_csv("").error().code, "import_head_missing");
    EXPECT_EQ(read_import_csv("code\n371323").error().code, "import_head_missing");
    EXPECT_TRUE(read_import_csv("name,code\n").value().rows.empty());
}

TEST(ImportCsv, TakesLevelAndParentFromTheCodeInAnyOrderOfRows) {
    const auto plan = plan_csv(
        "name,code,note\n"
        "第一网格,371323101204001100,x\n"
        "和平村,371323101204\n"
        "东镇,371323101000\n"
        "沂水县,371323\n");
    EXPECT_EQ(faults(plan), "");
    ASSERT_EQ(plan.created.size(), 4U);
    EXPECT_EQ(plan.created[0].name, "沂水县");
    EXPECT_FALSE(plan.created[0].parent);
    EXPECT_EQ(plan.created[3].level, Level::kGrid);
    EXPECT_EQ(plan.created[3].kind, NodeKind::kGeneral);
    EXPECT_EQ(plan.created[3].parent, plan.created[2].id);
    EXPECT_EQ(plan.lines, (std::vector<std::int64_t>{5, 4, 3, 2}));
}

TEST(ImportCsv, NamesEveryFaultByItsLine) {
    const auto plan = plan_csv(
        "code,name,level,kind,households\n"
        "371323,沂水县\n"
        "371323,沂水县\n"
        "371324101,外镇\n"
        "37132310x,坏镇\n"
        "371323102,\n"
        "371323103,西镇,hamlet\n"
        "371323104,南镇,town,big\n"
        "371323105,北镇,,,many\n");
    EXPECT_EQ(faults(plan),
              "3 code code_twice; 4 parent parent_unknown; 5 code code_malformed; "
              "6 name name_needed; 7 level level_unknown; 8 kind kind_not_of_level; "
              "9 households households_malformed; ");
}

TEST(ImportCsv, ChangesOnlyWhatDiffers) {
    Node county;
    county.id = Id<Node>::make(kNow);
    county.path = county.code = "371323";
    county.name = "沂水县";
    county.households = 409'000;
    const Territory territory("371323", 1, {county});
    const auto same = plan_csv("code,name,households\n371323,沂水县,409000\n", territory);
    EXPECT_EQ(same.unchanged, 1);
    EXPECT_TRUE(same.changes.empty());
    const auto other = plan_csv("code,name,households\n371323,沂水,\n", territory);
    ASSERT_EQ(other.changes.size(), 1U);
    EXPECT_EQ(other.changes[0].change.name, "沂水");
    EXPECT_FALSE(other.changes[0].change.households) << "an empty cell changes nothing";
}

TEST(ImportCsv, ReadsWhatItExports) {
    const auto plan = plan_csv("code,name\n371323,沂水县\n371323101,\"东,镇\"\n");
    std::vector<Node> nodes;
    for (const auto& made : plan.created) {
        Node node;
        node.id = made.id;
        node.parent = made.parent;
        node.code = made.code;
        node.path = made.parent ? "371323/101" : "371323";
        node.name = made.name;
        node.level = made.level;
        nodes.push_back(node);
    }
    const Territory territory("371323", 1, nodes);
    const auto again = plan_csv(export_csv(territory, *territory.root()), territory);
    EXPECT_EQ(faults(again), "");
    EXPECT_EQ(again.unchanged, 2);
}

TEST(ImportGeojson, ReadsFeaturesAndNamesTheBadOne) {
    EXPECT_EQ(read_import_geojson("[]").error().code, "import_not_a_collection");
    EXPECT_EQ(read_import_geojson("{").error().code, "malformed_json");
    const auto rows = read_import_geojson(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":371323,"name":"沂水县","households":3},
         "geometry":null},
        {"type":"Feature","properties":{"code":"371323101","name":"东镇"},
         "geometry":{"type":"Polygon","coordinates":[[[118,35],[119,35],[119,36]]]}},
        {"type":"Feature","properties":null,
         "geometry":{"type":"Polygon","coordinates":[[[118,35],[118,"x"],[119,36]]]}}]})")
                          .value();
    ASSERT_EQ(rows.rows.size(), 2U);
    EXPECT_EQ(rows.rows[0].code, "371323");
    EXPECT_EQ(rows.rows[0].households, "3");
    EXPECT_EQ(rows.rows[1].boundary.size(), 1U);
    ASSERT_EQ(rows.faults.size(), 1U);
    EXPECT_EQ(rows.faults[0].line, 3);
    EXPECT_EQ(rows.faults[0].field, "geometry/coordinates/0/1");
}

}  // namespace
}  // namespace jingwei::grid
