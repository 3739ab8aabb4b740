#include "grid/unit_import.h"

#include <gtest/gtest.h>

namespace jingwei::grid {
namespace {

const Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

class UnitImportTest : public ::testing::Test {
protected:
    std::vector<Node> nodes{node("371323", "371323", Level::kCounty),
                            node("371323/101", "371323101", Level::kTown)};
    Territory territory{"371323", 1, linked(nodes)};
    std::vector<Unit> there;
    db::Scope scope = db::Scope::whole_county("371323");

    static Node node(std::string path, std::string code, Level level) {
        Node made;
        made.id = Id<Node>::make(kNow);
        made.path = std::move(path);
        made.code = made.name = std::move(code);
        made.level = level;
        return made;
    }
    static std::vector<Node> linked(std::vector<Node> all) {
        all[1].parent = all[0].id;
        return all;
    }

    Result<UnitPlan> plan(std::string_view csv) const {
        return plan_units(csv, territory, Units(1, there), scope, kNow);
    }
    std::string faults(std::string_view csv) const {
        const auto made = plan(csv);
        if (!made) return made.error().code + made.error().field;
        std::string told;
        for (const auto& fault : made->faults)
            told += std::to_string(fault.line) + " " + fault.field + " " + fault.code + "; ";
        return told;
    }
    /// As if the plan had been written.
    void write(const UnitPlan& made) {
        there.insert(there.end(), made.created.begin(), made.created.end());
    }
};

/// As an office would send it: Chinese head in an order of its own, wide spaces, a column of its
/// own, an empty last line of commas, CRLF and a mark in front.
constexpr std::string_view kOfficeFile =
    "\xEF\xBB\xBF序号,单位名称,单位类型,区划或网格编码,简称,电话,职责\r\n"
    "1,沂水县网格化服务管理中心,中心,371323000000,县中心,0539-2251,\"受理、分拨\n督办、回访\"\r\n"
    "2,城市管理局,职能部门,371323,,0539-2252345,市容环境\r\n"
    "3,　东镇综合行政执法队　,站所,371323101000,执法队,+86 539 2253456,\r\n"
    ",,,,,,\r\n";

TEST_F(UnitImportTest, ReadsWhatAnOfficeSends) {
    const auto made = plan(kOfficeFile).value();
    EXPECT_EQ(faults(kOfficeFile), "");
    ASSERT_EQ(made.created.size(), 3U);
    EXPECT_EQ(made.created[0].kind, UnitKind::kCentre);
    EXPECT_EQ(made.created[0].path, "371323");
    EXPECT_EQ(made.created[0].duties, "受理、分拨\n督办、回访");
    EXPECT_EQ(made.created[2].name, "东镇综合行政执法队");
    EXPECT_EQ(made.created[2].path, "371323/101");
}

TEST_F(UnitImportTest, TheSameFileAgainAndWhatIsExportedChangeNothing) {
    write(plan(kOfficeFile).value());
    for (const auto language : {Language::kChinese, Language::kEnglish}) {
        const auto text = export_units(territory, Units(1, there), language);
        EXPECT_EQ(faults(text), "");
        EXPECT_EQ(plan(text)->unchanged, 3) << text;
    }
    const auto again = plan(kOfficeFile).value();
    EXPECT_EQ(again.unchanged, 3);
    EXPECT_TRUE(again.created.empty() && again.changes.empty());
}

TEST_F(UnitImportTest, ChangesWhatDiffersAndLeavesWhatIsEmpty) {
    write(plan(kOfficeFile).value());
    const auto made = plan("node,name,phone,duties\n371323,城市管理局,0539-1,\n").value();
    ASSERT_EQ(made.changes.size(), 1U);
    EXPECT_EQ(made.changes[0].change.phone, "0539-1");
    EXPECT_FALSE(made.changes[0].change.duties);
}

TEST_F(UnitImportTest, FindsAParentOfTheSameFileOrAbove) {
    const auto made = plan(
                          "node,name,kind,parent\n"
                          "371323,公安局,department,\n"
                          "371323,交警大队,department,公安局\n"
                          "371323101,派出所,station,公安局\n")
                          .value();
    ASSERT_EQ(made.created.size(), 3U);
    EXPECT_EQ(made.created[1].parent, made.created[0].id);
    EXPECT_EQ(made.created[2].parent, made.created[0].id);
}

TEST_F(UnitImportTest, NamesEveryFaultByLineAndColumn) {
    there.push_back({Id<Unit>::make(kNow),
                     "县中心",
                     "",
                     UnitKind::kCentre,
                     nodes[0].id,
                     "371323",
                     {},
                     "",
                     "",
                     kNow});
    EXPECT_EQ(faults("node,name,kind,short_name,parent\n"
                     "999999,甲,部门,,\n"
                     "371323,,部门,,\n"
                     "371323,乙,衙门,,\n"
                     "371323,丙,部门,,无此单位\n"
                     "371323,丁,部门,,\n"
                     "371323,丁,部门,,\n"
                     "371323,第二中心,中心,,\n"
                     "371323,县中心,部门,,\n"
                     "371323,戊,部门,这个简称实在太长太长太长太长太长太长太长太长,\n"),
              "2 node node_code_unknown; 3 name name_needed; 4 kind unit_kind_unknown; "
              "5 parent unit_unknown; 7 name import_unit_twice; 8 kind unit_centre_taken; "
              "9 kind import_unit_kind_fixed; 10 short_name import_text_20; ");
    EXPECT_EQ(faults("name\n甲\n"), "import_columns_missing/1");
    EXPECT_EQ(faults(""), "import_columns_missing/1");
}

TEST_F(UnitImportTest, NothingIsWrittenOutsideTheScope) {
    scope = db::Scope::nobody("371323");
    scope.paths = {"371323/101"};
    EXPECT_EQ(faults("node,name,kind\n371323101,甲,部门\n371323,乙,部门\n"),
              "3 node outside_your_scope; ");
}

}  // namespace
}  // namespace jingwei::grid
