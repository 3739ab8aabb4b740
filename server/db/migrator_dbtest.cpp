#include <gmock/gmock.h>

#include <thread>

#include "db/migrator.h"
#include "db/set_up.h"
#include "testing/database.h"

namespace jingwei::db {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Migrator : public ::testing::Test {
protected:
    /// The schema of this program, and then these.
    std::vector<Migration> with(std::vector<Migration> more) {
        std::vector<Migration> all{migrations().begin(), migrations().end()};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    std::string refusal(std::span<const Migration> wanted) {
        try {
            migrate(session_, wanted);
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
        return "none";
    }
    bool exists(const std::string& table) {
        return !session_.value("SELECT to_regclass($1)", {table}).empty();
    }

    testing::Database db_;
    Session session_{db_.url(), std::string{kOwnerRole}};
};

TEST_F(Migrator, finds_nothing_to_do_the_second_time) {
    EXPECT_THAT(migrate(session_).applied, IsEmpty());
    EXPECT_THAT(pending_migrations(session_), IsEmpty());
}

TEST_F(Migrator, runs_what_is_missing_in_order) {
    const auto wanted = with({{9001, "9001_make_a", "CREATE TABLE a (n int)"},
                              {9002, "9002_change_a", "ALTER TABLE a ADD m int; SELECT 1"}});
    EXPECT_THAT(pending_migrations(session_, wanted), ElementsAre("9001_make_a", "9002_change_a"));
    const auto report = migrate(session_, wanted);
    EXPECT_THAT(report.applied, ElementsAre("9001_make_a", "9002_change_a"));
    EXPECT_EQ(report.schema_version, 9002);
}

TEST_F(Migrator, a_failing_migration_leaves_nothing_and_those_before_it_stay) {
    const auto wanted = with({{9001, "9001_make_a", "CREATE TABLE a (n int)"},
                              {9002, "9002_make_b", "CREATE TABLE b (n int); SELECT 1/0"}});
    EXPECT_THAT(refusal(wanted), HasSubstr("9002_make_b"));
    EXPECT_TRUE(exists("a"));
    EXPECT_FALSE(exists("b"));
    EXPECT_THAT(pending_migrations(session_, wanted), ElementsAre("9002_make_b"));
}

TEST_F(Migrator, refuses_a_schema_newer_than_itself) {
    migrate(session_, with({{9001, "9001_make_a", "CREATE TABLE a (n int)"}}));
    EXPECT_THAT(refusal(migrations()), HasSubstr("9001_make_a, which this Jingwei does not know"));
}

TEST_F(Migrator, refuses_a_migration_that_changed_since_it_ran) {
    migrate(session_, with({{9001, "9001_make_a", "CREATE TABLE a (n int)"}}));
    EXPECT_THAT(refusal(with({{9001, "9001_make_a", "CREATE TABLE a (n bigint)"}})),
                HasSubstr("9001_make_a has changed"));
}

TEST_F(Migrator, two_at_once_do_the_work_once) {
    const auto wanted = with({{9001, "9001_make_a", "CREATE TABLE a (n int)"}});
    std::vector<std::size_t> applied(4);
    std::vector<std::thread> threads;
    for (auto& count : applied) {
        threads.emplace_back([&] {
            Session session{db_.url(), std::string{kOwnerRole}};
            count = migrate(session, wanted).applied.size();
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(std::count(applied.begin(), applied.end(), 1U), 1);
}

}  // namespace
}  // namespace jingwei::db
