#include <gmock/gmock.h>
#include <unistd.h>

#include "cases/case_record.h"
#include "cases/case_store.h"
#include "db/migrator.h"
#include "db/pool.h"
#include "db/set_up.h"
#include "testing/database.h"
#include "testing/test_cluster.h"

namespace jingwei::cases {
namespace {

using namespace std::chrono_literals;

constexpr auto kId = "01a2173b-e920-7ac4-8d0a-b615cb197bea";
constexpr auto kUnit = "01a2173b-0000-7ac4-8d0a-b615cb197bea";
constexpr Time kMonday = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

/// A database as a Jingwei of old left it, brought up to date.
class Upgrade : public ::testing::Test {
protected:
    Upgrade() {
        db::set_up_server(server_, name_);
        db::Session inside{url_, testing::TestCluster::superuser()};
        db::set_up_database(inside);
    }
    ~Upgrade() override {
        pool_.reset();
        testing::test_cluster().drop_database(name_);
    }

    void migrate_to(int number) {
        db::Session owner{url_, std::string{db::kOwnerRole}};
        std::vector<db::Migration> wanted;
        for (const auto& one : db::migrations())
            if (one.number <= number) wanted.push_back(one);
        db::migrate(owner, wanted);
    }
    void fill(const std::string& sql) {
        db::Session{url_, testing::TestCluster::superuser()}.execute(sql);
    }
    LoadedCase the_case() {
        db::PoolOptions options;
        options.url = url_;
        pool_.emplace(options);
        db::Transaction tx{*pool_, testing::Database::everything()};
        return hold_and_load(tx, std::string{testing::county}, *Id<Case>::parse(kId)).value();
    }

    std::string name_ = "test_" + std::to_string(getpid()) + "_upgrade";
    std::string url_ = testing::test_cluster().url(name_);
    db::Session server_{testing::test_cluster().url("postgres"), testing::TestCluster::superuser()};
    std::optional<db::Pool> pool_;
};

/// As migration 0083 left it: clocks and helping units in tables of their own.
std::string old_case() {
    const std::string key = "'371323', '" + std::string{kId} + "'";
    return "INSERT INTO cases (county, id, code, step_no, channel, matter_id, urgency, description,"
           " words, node_id, grid_path, desk_path, address, received_at, reported_at, state,"
           " extension, suspension, session, sample, plate, designated, self_closed, confidential,"
           " answer_wanted, open_co_tasks, merged_reports, returns, reworks, reopens, passes,"
           " merges, extensions, suspensions, sessions, plates, co_units, secrecies,"
           " suspended_days, answer, sort_at) VALUES (" +
           key +
           ", '2026-000001-0', 3, 'worker', gen_random_uuid(), 'ordinary', '路灯坏了', "
           "''::tsvector,"
           " gen_random_uuid(), '371323/101/201', '371323/101', '', '2026-03-02', '2026-03-02',"
           " 'handling', 'none', 'on', 'none', 'none', 'none', false, false, false, true, 1, 0,"
           " 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, '', '2026-03-02');"
           "INSERT INTO case_clock (county, case_id, stage, round, holder, started_at, "
           "limit_amount,"
           " limit_unit, extra_amount, extra_unit, yellow_at, due_at, provisional, ended,"
           " stopped_at, paused_from, paused_until, plate) VALUES (" +
           key +
           ", 'handle', 1, 'unit', '2026-03-02 01:00+00', 5, 'working_days', 2, 'working_days',"
           " '2026-03-06', '2026-03-09', true, 'paused', NULL,"
           " '{2026-03-03,2026-03-05}', '{2026-03-04}', 'none'), (" +
           key +
           ", 'sign', 1, 'unit', '2026-03-02', 1, 'working_days', NULL, NULL, '2026-03-03',"
           " '2026-03-03', false, 'done', '2026-03-02 00:30+00', '{}', '{}', 'yellow');"
           "INSERT INTO case_co_unit (county, case_id, unit_id, has_task, attended, called,"
           " received_at, waits) VALUES (" +
           key + ", '" + kUnit + "', true, false, false, '2026-03-02', true)";
}

TEST_F(Upgrade, keeps_the_clocks_and_the_helping_units_of_cases_that_were_there) {
    migrate_to(83);
    fill(old_case());
    migrate_to(9999);
    const LoadedCase found = the_case();
    ASSERT_EQ(found.clocks.size(), 2u);
    const CaseClock& sign = found.clocks[0];
    EXPECT_EQ(sign.stage, Stage::kSign);
    EXPECT_EQ(sign.end, ClockEnd::kDone);
    EXPECT_EQ(sign.stopped_at, kMonday + 30min);
    EXPECT_EQ(sign.plate, Plate::kYellow);
    EXPECT_FALSE(sign.extra);
    const CaseClock& handle = found.clocks[1];
    EXPECT_EQ(handle.limit.amount, 5);
    EXPECT_EQ(handle.extra->unit, calendar::LimitUnit::kWorkingDays);
    EXPECT_EQ(handle.due_at, kMonday + std::chrono::days{7});
    ASSERT_EQ(handle.pauses.size(), 2u);
    EXPECT_EQ(handle.pauses[0].until, kMonday + std::chrono::days{2});
    EXPECT_FALSE(handle.pauses[1].until);
    EXPECT_TRUE(found.record.provisional);
    EXPECT_THAT(found.record.helping, ::testing::ElementsAre(*Id<Unit>::parse(kUnit)));
    EXPECT_EQ(found.co_units.size(), 1u);
}

}  // namespace
}  // namespace jingwei::cases
