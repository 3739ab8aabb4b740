#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cases/many_cases.h"
#include "cases/small_county.h"
#include "core/csv.h"
#include "db/in_transaction.h"
#include "exchange/exports.h"
#include "jobs/runner.h"

namespace jingwei::exchange {
namespace {

namespace fs = std::filesystem;
using cases::kMonday;

constexpr std::int32_t kCases = 2'500;  // more than a page of each_page

class ExportsDbTest : public ::testing::Test {
protected:
    ExportsDbTest() {
        cases::add_many_cases(county_, kCases);
        for (const auto* name : {"county dispatcher", "worker", "lamp unit"})
            give_account(name);
        exports_.add_jobs(runner_, runner_);
    }
    ~ExportsDbTest() override { fs::remove_all(folder_); }

    void give_account(const std::string& name) {
        static constexpr db::Statement kAdd{"test.add_account",
                                            "INSERT INTO account (county, id, login, path, "
                                            "created_at) VALUES ($1, $2, $3, $1, $4)"};
        const auto& who = county_.person(name);
        auto scope = db::Scope::whole_county(who.county());
        scope.duty = "accounts";
        db::Transaction tx{county_.owner(), scope};
        tx.queue(kAdd, who.county(), who.account(), "a" + who.account().text().substr(28), kMonday);
        tx.commit();
        people_[who.account()] = name;
    }

    std::shared_ptr<const access::Principal> who(Id<Account> account) {
        if (gone_.contains(account)) return nullptr;
        return {std::shared_ptr<void>{}, &county_.person(people_.at(account))};
    }

    ExportCases order(TableFormat format = TableFormat::kCsv) {
        ExportCases body;
        body.id = Id<Export>::make(county_.clock().now());
        body.name = Text<1, 100>{"在办事件"};
        body.format = format;
        body.query.view = cases::View::kOpen;
        return body;
    }
    ExportView asked(const std::string& name, const ExportCases& body) {
        return exports_.ask(county_.person(name), body, Language::kChinese).value();
    }
    ExportView state_of(const std::string& name, Id<Export> id) {
        for (auto& one : exports_.list(county_.person(name), Language::kChinese).items)
            if (one.id == id) return one;
        ADD_FAILURE() << "no such export";
        return {};
    }
    std::string content(const std::string& name, Id<Export> id) {
        const auto found = exports_.find(county_.person(name), id);
        EXPECT_TRUE(found) << found.error().code;
        if (!found) return {};
        std::ifstream file{found->path, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    cases::SmallCounty county_;
    std::map<Id<Account>, std::string> people_;
    std::set<Id<Account>> gone_;
    const Messages messages_ = Messages::shipped();
    fs::path folder_ = fs::temp_directory_path() / Uuid::make(SystemClock{}.now()).text();
    int woken_ = 0;
    Exports exports_{{.pool = county_.pool(),
                      .clock = county_.clock(),
                      .messages = messages_,
                      .cases = county_.cases(),
                      .who = [this](const std::string&, Id<Account> one) { return who(one); },
                      .catalogue = [](const std::string&) { return nullptr; },
                      .wake = [this] { ++woken_; },
                      .folder = folder_}};
    jobs::Runner runner_{county_.pool(), county_.clock(),
                         [] { return std::vector<std::string>{cases::kCountyPath}; }};
};

TEST_F(ExportsDbTest, holds_every_case_of_the_list_once_and_in_words) {
    const auto body = order();
    EXPECT_EQ(asked("county dispatcher", body).state, ExportState::kWaiting);
    EXPECT_EQ(woken_, 1);
    runner_.run_due();
    const auto ready = state_of("county dispatcher", body.id);
    ASSERT_EQ(ready.state, ExportState::kReady) << ready.fault.value_or("");
    const auto rows = csv::read(content("county dispatcher", body.id)).value();
    ASSERT_EQ(rows.size(), static_cast<std::size_t>(ready.rows) + 1);
    EXPECT_EQ(rows.front().cells.front(), "编号");
    std::set<std::string> codes;
    for (const auto& row : rows) {
        codes.insert(row.cells.front());
        EXPECT_EQ(row.cells.size(), rows.front().cells.size());
    }
    EXPECT_EQ(codes.size(), rows.size());
    std::size_t listed = 0;
    (void)county_.cases().each_page(county_.person("county dispatcher"), body.query,
                                    [&](const auto& page) { return (listed += page.size()) > 0; });
    EXPECT_EQ(listed + 1, rows.size());
    EXPECT_GT(listed, 500U);
}

TEST_F(ExportsDbTest, a_workbook_is_a_zip_that_holds_a_sheet) {
    const auto body = order(TableFormat::kXlsx);
    asked("county dispatcher", body);
    runner_.run_due();
    const auto bytes = content("county dispatcher", body.id);
    EXPECT_TRUE(bytes.starts_with("PK"));
    EXPECT_NE(bytes.find("xl/worksheets/sheet1.xml"), std::string::npos);
    EXPECT_EQ(static_cast<std::int64_t>(bytes.size()),
              *state_of("county dispatcher", body.id).bytes);
    for (const auto& left : fs::directory_iterator{folder_ / cases::kCountyPath})
        EXPECT_EQ(left.path().filename(), body.id.text());
}

TEST_F(ExportsDbTest, holds_no_more_than_its_asker_sees) {
    const auto all = order();
    const auto own = order();
    asked("county dispatcher", all);
    asked("lamp unit", own);
    runner_.run_due();
    EXPECT_LT(state_of("lamp unit", own.id).rows, state_of("county dispatcher", all.id).rows);
}

TEST_F(ExportsDbTest, nobody_else_finds_it) {
    const auto body = order();
    asked("county dispatcher", body);
    runner_.run_due();
    EXPECT_TRUE(exports_.list(county_.person("worker"), Language::kChinese).items.empty());
    EXPECT_EQ(exports_.find(county_.person("worker"), body.id).error().code, "export_not_found");
    EXPECT_EQ(exports_.remove(county_.person("worker"), body.id).error().code, "export_not_found");
    EXPECT_EQ(exports_.ask(county_.person("worker"), body, Language::kChinese).error().code,
              "export_id_taken");
}

TEST_F(ExportsDbTest, the_same_request_again_is_the_same_export) {
    const auto body = order();
    asked("county dispatcher", body);
    runner_.run_due();
    EXPECT_EQ(asked("county dispatcher", body).state, ExportState::kReady);
    EXPECT_EQ(exports_.list(county_.person("county dispatcher"), Language::kChinese).items.size(),
              1U);
}

TEST_F(ExportsDbTest, who_lost_the_right_meanwhile_gets_nothing) {
    const auto body = order();
    asked("worker", body);
    gone_.insert(county_.person("worker").account());
    runner_.run_due();
    const auto failed = state_of("worker", body.id);
    EXPECT_EQ(failed.state, ExportState::kFailed);
    EXPECT_NE(failed.fault.value_or("").find("范围"), std::string::npos);
    EXPECT_EQ(exports_.find(county_.person("worker"), body.id).error().code, "export_not_ready");
}

TEST_F(ExportsDbTest, three_at_once_are_enough) {
    for (int i = 0; i < 3; ++i)
        asked("worker", order());
    EXPECT_EQ(exports_.ask(county_.person("worker"), order(), Language::kChinese).error().code,
              "exports_too_many_at_once");
    runner_.run_due();
    EXPECT_TRUE(exports_.ask(county_.person("worker"), order(), Language::kChinese));
}

TEST_F(ExportsDbTest, what_was_taken_back_is_not_made) {
    const auto body = order();
    asked("worker", body);
    ASSERT_TRUE(exports_.remove(county_.person("worker"), body.id));
    runner_.run_due();
    EXPECT_FALSE(fs::exists(folder_ / cases::kCountyPath / body.id.text()));
}

TEST_F(ExportsDbTest, fifty_a_day_are_enough_also_for_who_removes_each) {
    for (std::int64_t i = 0; i < Exports::kMostADay; ++i) {
        const auto body = order();
        asked("worker", body);
        ASSERT_TRUE(exports_.remove(county_.person("worker"), body.id));
    }
    EXPECT_EQ(exports_.ask(county_.person("worker"), order(), Language::kChinese).error().code,
              "exports_too_many_today");
}

TEST_F(ExportsDbTest, is_not_handed_to_who_reads_elsewhere_by_now) {
    const auto body = order();
    asked("worker", body);
    runner_.run_due();
    const auto& before = county_.person("worker");
    const access::Principal moved{before.who(), county_.person("lead").grants()};
    EXPECT_TRUE(exports_.find(before, body.id));
    EXPECT_EQ(exports_.find(moved, body.id).error().code, "export_right_gone");
}

TEST_F(ExportsDbTest, whose_maker_died_is_told_to_have_broken_off) {
    const auto body = order();
    asked("worker", body);
    county_.clock().advance(std::chrono::hours{2});
    EXPECT_EQ(exports_.remove_old(cases::kCountyPath), 0U);
    EXPECT_EQ(state_of("worker", body.id).state, ExportState::kFailed);
}

TEST_F(ExportsDbTest, leaves_off_when_the_server_stops_and_is_made_later) {
    const auto body = order();
    asked("worker", body);
    exports_.stop();
    runner_.run_due();
    EXPECT_NE(state_of("worker", body.id).state, ExportState::kReady);
}

TEST_F(ExportsDbTest, goes_with_its_file_after_a_day) {
    const auto body = order();
    asked("worker", body);
    runner_.run_due();
    const auto path = exports_.find(county_.person("worker"), body.id)->path;
    county_.clock().advance(Exports::kKeptFor);
    EXPECT_EQ(exports_.find(county_.person("worker"), body.id).error().code, "export_not_found");
    EXPECT_EQ(exports_.remove_old(cases::kCountyPath), 1U);
    EXPECT_FALSE(fs::exists(path));
    EXPECT_EQ(exports_.remove_old(cases::kCountyPath), 0U);
}

}  // namespace
}  // namespace jingwei::exchange
