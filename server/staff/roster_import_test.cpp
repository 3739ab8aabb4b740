#include "staff/roster_import.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/time_text.h"
#include "staff/roster_table.h"

namespace jingwei::staff {
namespace {

Time day(std::string_view text) { return from_china_time(parse_day(text).value()); }
const Time kNow = day("2026-03-10") + std::chrono::hours{9};

/// As a town would send it: people in several grids, A and B, a post that is vacant.
constexpr std::string_view kTownFile =
    "\xEF\xBB\xBF序号,区划或网格编码,岗位,AB岗,姓名,工作电话,任职开始,任职结束,职责\r\n"
    "1,371323101204001100,网格长,A岗,王建国,0539-2255001,2025/9/1,,统筹本网格\r\n"
    "2,371323101204001100,网格长,B岗,李 红,0539-2255002,2025年9月1日,,\r\n"
    "3,371323101204001100,专职网格员,A岗,张伟,0539-2255003,2025-09-01,,\"巡查\n走访\"\r\n"
    "4,371323101204002100,网格长,A岗,王建国,0539-2255001,2025/9/1,2026/12/31,\r\n"
    "5,371323101204002100,专职网格员,,,,,,\r\n";

class RosterImportTest : public ::testing::Test {
protected:
    std::vector<grid::Node> nodes{
        node("371323", "371323", grid::Level::kCounty),
        node("371323/101", "371323101", grid::Level::kTown),
        node("371323/101/204", "371323101204", grid::Level::kVillage),
        node("371323/101/204/001", "371323101204001100", grid::Level::kGrid),
        node("371323/101/204/002", "371323101204002100", grid::Level::kGrid)};
    grid::Territory territory{"371323", 1, linked(nodes)};
    std::vector<Member> members;
    std::vector<Post> posts;
    std::vector<Holding> holdings;
    db::Scope scope = db::Scope::whole_county("371323");
    Id<Account> wang = Id<Account>::make(kNow), li = Id<Account>::make(kNow);
    access::Logins logins{{{wang, "wang"}, {li, "li"}}};

    static grid::Node node(std::string path, std::string code, grid::Level level) {
        grid::Node made;
        made.id = Id<grid::Node>::make(kNow);
        made.path = std::move(path);
        made.code = made.name = std::move(code);
        made.level = level;
        return made;
    }
    static std::vector<grid::Node> linked(std::vector<grid::Node> all) {
        for (std::size_t at = 1; at < all.size(); ++at)
            all[at].parent = all[std::min<std::size_t>(at - 1, 2)].id;
        return all;
    }

    Roster roster() const { return Roster(1, members, posts, holdings); }
    Result<RosterPlan> plan(std::string_view csv, Time now = kNow) const {
        return plan_roster(csv, territory, roster(), logins, scope, now);
    }
    /// Rows under an English head for the first grid: "lead,A,王建国,0539-1,2026-03-01,".
    static std::string rows(std::string_view lines) {
        std::string csv = "node,post,side,name,phone,from,to\n";
        for (std::size_t from = 0; from < lines.size();) {
            const auto end = lines.find('\n', from);
            csv += "371323101204001100," + std::string(lines.substr(from, end - from)) + "\n";
            from = end + 1;
        }
        return csv;
    }
    std::string faults(std::string_view csv) const {
        const auto made = plan(csv);
        if (!made) return made.error().code + made.error().field;
        std::string told;
        for (const auto& fault : made->faults)
            told += std::to_string(fault.line) + " " + fault.field + " " + fault.code + "; ";
        return told;
    }
    /// As the service writes a plan.
    void write(const RosterPlan& made) {
        EXPECT_TRUE(made.faults.empty());
        members.insert(members.end(), made.members.begin(), made.members.end());
        posts.insert(posts.end(), made.posts.begin(), made.posts.end());
        for (const auto& changed : made.changed_members)
            *std::ranges::find(members, changed.id, &Member::id) = changed;
        for (const auto& changed : made.changed_posts)
            *std::ranges::find(posts, changed.id, &Post::id) = changed;
        for (const auto& [holding, at] : made.ends)
            std::ranges::find(holdings, holding, &Holding::id)->term.to = at;
        holdings.insert(holdings.end(), made.holdings.begin(), made.holdings.end());
    }
    /// Who holds the lead of the first grid: "王建国A 李红B".
    std::string leads(Time at) const {
        std::string told;
        const Roster current = roster();
        for (const auto& holding : current.holdings()) {
            const auto post = std::ranges::find(posts, holding.post, &Post::id);
            if (post->kind != PostKind::kLead || post->node != nodes[3].id) continue;
            if (!holding.term.holds(at)) continue;
            const auto who = std::ranges::find(members, holding.member, &Member::id);
            told += who->name + (holding.side == Side::kA ? "A " : "B ");
        }
        return told;
    }
};

TEST_F(RosterImportTest, ReadsWhatATownSends) {
    EXPECT_EQ(faults(kTownFile), "");
    const auto made = plan(kTownFile).value();
    EXPECT_EQ(made.members.size(), 3U) << "one person in two grids is one person";
    EXPECT_EQ(made.posts.size(), 4U);
    ASSERT_EQ(made.holdings.size(), 4U);
    EXPECT_EQ(made.posts[0].duties, "统筹本网格");
    EXPECT_EQ(made.posts[0].term.from, day("2025-09-01"));
    EXPECT_EQ(made.holdings[1].side, Side::kB);
    EXPECT_EQ(made.holdings[1].term.from, day("2025-09-01"));
    EXPECT_EQ(made.holdings[3].term.to, day("2026-12-31"));
}

TEST_F(RosterImportTest, TheSameFileAgainAndWhatIsExportedChangeNothing) {
    write(plan(kTownFile).value());
    const auto later = kNow + std::chrono::days{1};
    const auto again = plan(kTownFile, later).value();
    EXPECT_EQ(again.unchanged, 5);
    EXPECT_EQ(again.created() + again.changed() + again.faults.size(), 0U);
    for (const auto language : {Language::kChinese, Language::kEnglish}) {
        const auto text = export_roster(territory, roster(), logins, language, later);
        EXPECT_EQ(faults(text), "") << text;
        EXPECT_EQ(plan(text, later)->unchanged, 5) << text;
    }
}

TEST_F(RosterImportTest, SomebodyElseTakesOverFromTheDayGivenOrNow) {
    write(plan(rows("lead,A,王建国,0539-1,2026-01-01,\n")).value());
    write(plan(rows("lead,A,赵敏,0539-2,2026-04-01,\n")).value());
    EXPECT_EQ(leads(day("2026-03-31")), "王建国A ");
    EXPECT_EQ(leads(day("2026-04-01")), "赵敏A ");
    EXPECT_EQ(faults(rows("lead,A,钱进,0539-3,2025-12-01,\n")), "2 from outside_post; ");
    write(plan(rows("lead,B,钱进,0539-3,,\n")).value());
    EXPECT_EQ(leads(day("2026-04-01")), "赵敏A 钱进B ");
}

TEST_F(RosterImportTest, AnEndAndASuccessorMayStandInOneFile) {
    write(plan(rows("lead,A,王建国,0539-1,2026-01-01,\n")).value());
    const auto file = rows(
        "lead,A,王建国,0539-1,2026-01-01,2026-05-01\n"
        "lead,A,赵敏,0539-2,2026-06-01,\n");
    write(plan(file).value());
    EXPECT_EQ(leads(day("2026-05-02")), "");
    EXPECT_EQ(leads(day("2026-06-02")), "赵敏A ");
    EXPECT_EQ(plan(file)->unchanged, 2);
}

TEST_F(RosterImportTest, APhoneChangesForWhoHoldsThePost) {
    write(plan(rows("lead,A,王建国,0539-1,2026-01-01,\n")).value());
    const auto made = plan(rows("lead,A,王建国,0539-9,,\n")).value();
    ASSERT_EQ(made.changed_members.size(), 1U);
    EXPECT_EQ(made.changed_members[0].duty_phone, "0539-9");
    EXPECT_TRUE(made.members.empty());
}

/// With a login as last cell: "lead,A,王建国,0539-1,wang".
std::string with_logins(std::string_view lines) {
    std::string csv = "node,post,side,name,phone,login\n";
    for (std::size_t from = 0; from < lines.size();) {
        const auto end = lines.find('\n', from);
        csv += "371323101204001100," + std::string(lines.substr(from, end - from)) + "\n";
        from = end + 1;
    }
    return csv;
}

TEST_F(RosterImportTest, ALoginTiesWhoIsNewAndWhoIsThereToAnAccount) {
    write(plan(with_logins("lead,A,王建国,0539-1,\n")).value());
    const auto made = plan(with_logins("lead,A,王建国,0539-1,WANG\n"
                                       "worker,A,王建国,0539-1,wang\n"
                                       "lead,B,李红,0539-2,li\n"))
                          .value();
    ASSERT_TRUE(made.faults.empty());
    ASSERT_EQ(made.changed_members.size(), 1U);
    EXPECT_EQ(made.changed_members[0].account, wang);
    ASSERT_EQ(made.members.size(), 1U);
    EXPECT_EQ(made.members[0].account, li);
}

TEST_F(RosterImportTest, AnEmptyLoginAndAFileWithoutThatColumnLeaveTheAccount) {
    write(plan(with_logins("lead,A,王建国,0539-1,wang\n")).value());
    for (const auto& file :
         {with_logins("lead,A,王建国,0539-1,\n"), rows("lead,A,王建国,0539-1,,\n")})
        EXPECT_EQ(plan(file)->unchanged, 1);
}

TEST_F(RosterImportTest, ALoginAndAPhoneMayChangeInOneRow) {
    write(plan(with_logins("lead,A,王建国,0539-1,\n")).value());
    const auto made = plan(with_logins("lead,A,王建国,0539-9,wang\n")).value();
    ASSERT_EQ(made.changed_members.size(), 1U);
    EXPECT_EQ(made.changed_members[0].account, wang);
    EXPECT_EQ(made.changed_members[0].duty_phone, "0539-9");
}

TEST_F(RosterImportTest, AnAccountIsOnePersonAndAPersonOneAccount) {
    EXPECT_EQ(faults(with_logins("lead,A,王建国,0539-1,nobody\n")),
              "2 login import_login_unknown; ");
    EXPECT_EQ(faults(with_logins("lead,A,王建国,0539-1,wang\nlead,B,李红,0539-2,wang\n")),
              "3 login account_has_member; ");
    EXPECT_EQ(faults(with_logins("lead,A,王建国,0539-1,wang\nworker,A,王建国,0539-1,li\n")),
              "3 login import_login_twice; ");
    EXPECT_EQ(faults(with_logins("lead,,,,wang\n")), "2 name name_needed; ");
    write(plan(with_logins("lead,A,王建国,0539-1,wang\n")).value());
    EXPECT_EQ(faults(with_logins("lead,B,李红,0539-2,wang\n")), "2 login account_has_member; ");
}

TEST_F(RosterImportTest, AGridMayHaveSeveralPostsOfOneKind) {
    const auto file = rows(
        "micro_worker,A,甲,0539-1,,\n"
        "micro_worker,B,乙,0539-2,,\n"
        "micro_worker,A,丙,0539-3,,\n"
        "micro_worker,,,,,\n");
    const auto made = plan(file).value();
    ASSERT_EQ(made.posts.size(), 3U);
    EXPECT_EQ(made.holdings[1].post, made.posts[0].id) << "B belongs to the A before";
    write(made);
    EXPECT_EQ(plan(file)->unchanged, 4);
    EXPECT_EQ(plan(export_roster(territory, roster(), logins, Language::kEnglish, kNow))->unchanged,
              4);
    write(plan(rows("micro_worker,A,丁,0539-4,,\n")).value());
    EXPECT_EQ(posts.size(), 3U) << "the vacant one was filled";
    EXPECT_EQ(faults(rows("micro_worker,A,戊,0539-5,,\n")), "2 title import_post_ambiguous; ");
}

TEST_F(RosterImportTest, NamesEveryFaultByLineAndColumn) {
    EXPECT_EQ(faults("node,post,side,name,phone,from,to\n"
                     "999,lead,A,甲,1,,\n"
                     "371323101,boss,A,甲,1,,\n"
                     "371323101,lead,C,甲,1,,\n"
                     "371323101,lead,A,,1,,\n"
                     "371323101,lead,A,甲,,,\n"
                     "371323101,worker,A,甲,1,2026-02-30,\n"
                     "371323101,worker,A,甲,1,2026-02-01,2026-02-01\n"
                     "371323101,worker,A,甲,1,,2026-01-01\n"),
              "2 node node_code_unknown; 3 post post_kind_unknown; 4 side side_unknown; "
              "5 name name_needed; 6 phone import_phone_needed; 7 from import_day_malformed; "
              "8 to span_reversed; 9 to span_reversed; ");
    EXPECT_EQ(faults("node,name\n371323,甲\n"), "import_columns_missing/1");
    EXPECT_EQ(faults("\xb8\xda\xce\xbb,1\n"), "csv_not_utf8/1");
}

TEST_F(RosterImportTest, WhoBeganOnAnotherDayIsNotMovedSilently) {
    write(plan(rows("lead,A,王建国,0539-1,2026-01-01,\n")).value());
    EXPECT_EQ(faults(rows("lead,A,王建国,0539-1,2026-02-01,\n")), "2 from import_from_fixed; ");
}

TEST_F(RosterImportTest, NothingIsPlannedOutsideTheScope) {
    scope = db::Scope::nobody("371323");
    scope.paths = {"371323/101/204/002"};
    EXPECT_EQ(faults(rows("lead,A,王建国,0539-1,,\n")), "2 node outside_your_scope; ");
}

TEST(ReadDay, TakesTheWaysInWhichPeopleWriteDays) {
    const auto wanted = parse_day("2026-03-01");
    for (const auto* text : {"2026-03-01", "2026-3-1", "2026/3/1", "2026.03.01", "2026年3月1日"})
        EXPECT_EQ(table::read_day(text), wanted) << text;
    for (const auto* text : {"", "2026", "2026-03", "2026-02-29", "2026-13-01", "03/01/2026",
                             "2026-03-01x", "2026--3-1", "2026-03-01-02", "明天"})
        EXPECT_FALSE(table::read_day(text)) << text;
}

}  // namespace
}  // namespace jingwei::staff
