#include "staff/staff_dbtest.h"

namespace jingwei::staff {
namespace {

constexpr std::string_view kFile =
    "区划或网格编码,岗位,AB岗,姓名,工作电话,任职开始\n"
    "371323101,网格长,A,王建国,0539-2255001,2026-01-05\n"
    "371323101,网格长,B,李红,0539-2255002,2026-01-05\n";

class RosterImportOnDatabase : public StaffOnDatabase {};

TEST_F(RosterImportOnDatabase, WritesEverythingOnceAndADryRunNothing) {
    const auto tried = staff.import_roster(everything, kFile, true).value();
    EXPECT_EQ(tried.created, 5);
    EXPECT_FALSE(tried.written);
    EXPECT_EQ(answering(day(10)), "");
    const auto done = staff.import_roster(everything, kFile).value();
    EXPECT_EQ(done.created, 5);
    EXPECT_TRUE(done.written);
    EXPECT_EQ(answering(day(10)), "王建国");
    const auto again = staff.import_roster(everything, kFile).value();
    EXPECT_EQ(again.created + again.changed, 0);
    EXPECT_EQ(again.unchanged, 2);
    const auto exported = staff.exported_roster(everything, Language::kChinese);
    EXPECT_EQ(staff.import_roster(everything, exported)->unchanged, 2);
}

TEST_F(RosterImportOnDatabase, OneFaultKeepsEverythingOut) {
    const auto report =
        staff.import_roster(everything, std::string(kFile) + "371323999,网格长,A,赵敏,0539-3,\n")
            .value();
    EXPECT_FALSE(report.written);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_EQ(report.faults[0].line, 4);
    EXPECT_EQ(report.faults[0].field, "node");
    EXPECT_EQ(answering(day(10)), "");
}

TEST_F(RosterImportOnDatabase, ASuccessorTakesOver) {
    ASSERT_TRUE(staff.import_roster(everything, kFile));
    const auto done = staff
                          .import_roster(everything,
                                         "node,post,side,name,phone,from,duties\n"
                                         "371323101,lead,A,赵敏,0539-3,2026-01-20,统筹\n")
                          .value();
    EXPECT_EQ(done.created, 2) << "a person and a holding";
    EXPECT_EQ(done.changed, 2) << "an end, and the duties of the post";
    EXPECT_EQ(answering(day(15)), "王建国");
    EXPECT_EQ(answering(day(21)), "赵敏");
}

TEST_F(RosterImportOnDatabase, ALoginTiesThePersonToTheAccountAndIsExported) {
    const auto wang = account("wang.jg");
    const std::string file =
        "区划或网格编码,岗位,AB岗,姓名,工作电话,登录名\n"
        "371323101,网格长,A,王建国,0539-2255001,Wang.JG\n";
    const auto done = staff.import_roster(everything, file);
    ASSERT_TRUE(done && done->written);
    EXPECT_EQ(staff.roster(kCounty)->held_by(wang, clock.now()).size(), 1U);
    EXPECT_EQ(staff.import_roster(everything, file)->unchanged, 1);
    const auto exported = staff.exported_roster(everything, Language::kEnglish);
    EXPECT_NE(exported.find(",wang.jg,"), std::string::npos) << exported;
    EXPECT_EQ(staff.import_roster(everything, exported)->unchanged, 1);
}

TEST_F(RosterImportOnDatabase, AnUnknownLoginKeepsEverythingOut) {
    const auto report = staff
                            .import_roster(everything,
                                           "node,post,name,phone,login\n"
                                           "371323101,lead,王建国,0539-1,nobody\n")
                            .value();
    EXPECT_FALSE(report.written);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_EQ(report.faults[0].field, "login");
    EXPECT_EQ(report.faults[0].code, "import_login_unknown");
    EXPECT_TRUE(staff.roster(kCounty)->members().empty());
}

TEST_F(RosterImportOnDatabase, LoginsAreLookedUpAndShownOnlyWhereOneEditsPosts) {
    account("wang.jg");  // looked after by the county
    const std::string file =
        "node,post,name,phone,login\n"
        "371323101,lead,王建国,0539-1,wang.jg\n";
    auto of_town = db::Scope::nobody(std::string(kCounty));
    of_town.paths = {"371323/101"};
    EXPECT_EQ(staff.import_roster(of_town, file)->faults.at(0).code, "import_login_unknown");
    ASSERT_TRUE(staff.import_roster(everything, file)->written);
    const auto exported = staff.exported_roster(of_town, Language::kEnglish);
    EXPECT_EQ(exported.find("wang.jg"), std::string::npos);
    EXPECT_EQ(staff.import_roster(everything, exported)->unchanged, 1) << "and loses nothing";
}

}  // namespace
}  // namespace jingwei::staff
