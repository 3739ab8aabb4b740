#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "cases/clock_text.h"
#include "db/deployment.h"
#include "db/migrator.h"
#include "db/row_counts.h"
#include "db/set_up.h"
#include "testing/database.h"
#include "testing/test_cluster.h"

/// Upgrades of databases that hold something. rows/NNNN.sql holds rows for the tables that
/// migration NNNN makes, as a county of that time had them.
namespace jingwei {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string read(const fs::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A database of the test cluster under a name that the next program clears away if this one dies.
class OwnDatabase {
public:
    OwnDatabase(const std::string& word, const std::string& like)
        : name(fmt::format("test_{}_{}", getpid(), word)) {
        db::Session server{testing::test_cluster().url("postgres"),
                           testing::TestCluster::superuser()};
        server.execute(fmt::format("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY file_copy",
                                   server.identifier(name), db::kOwnerRole,
                                   server.identifier(like)));
    }
    ~OwnDatabase() { testing::test_cluster().drop_database(name); }
    OwnDatabase(const OwnDatabase&) = delete;
    OwnDatabase& operator=(const OwnDatabase&) = delete;

    std::string url() const { return testing::test_cluster().url(name); }
    db::Session superuser() const { return db::Session{url(), testing::TestCluster::superuser()}; }
    db::Session owner() const { return db::Session{url(), std::string{db::kOwnerRole}}; }

    const std::string name;
};

/// Table → its columns with their types.
using Columns = std::map<std::string, std::set<std::string>>;

Columns columns_of(db::Session& session) {
    Columns columns;
    const auto rows = session.query(
        "SELECT relname, format('%I %s', attname, format_type(atttypid, atttypmod)) "
        "FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid "
        "WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 "
        "AND NOT attisdropped");
    for (int row = 0; row < rows.size(); ++row)
        columns[std::string{rows.text(row, 0)}].emplace(rows.text(row, 1));
    return columns;
}

/// One checksum over what these columns hold, whatever the order of the rows.
std::string content_of(db::Session& session, const std::string& table,
                       const std::set<std::string>& columns) {
    std::string list;
    for (const auto& column : columns) {
        if (!list.empty()) list += ", ";
        list += column.substr(0, column.find(' '));
    }
    return session.value(fmt::format(
        "SELECT md5(string_agg(line, chr(10) ORDER BY line)) FROM (SELECT ROW({})::text AS line "
        "FROM {}) AS lines",
        list, session.identifier(table)));
}

/// Policies, forced row-level security, grants, leak-proof marks: who may see what.
std::string rights_of(db::Session& session) {
    return session.value(
        "SELECT string_agg(line, chr(10) ORDER BY line) FROM ("
        "SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, "
        "with_check) AS line FROM pg_policies UNION ALL "
        "SELECT concat_ws(' ', 'table', relname, relkind, relrowsecurity, relforcerowsecurity, "
        "relowner::regrole, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace "
        "AND relkind IN ('r', 'v', 'S') UNION ALL "
        "SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, "
        "pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = "
        "'public'::regnamespace AND conrelid <> 0 UNION ALL "
        "SELECT concat_ws(' ', 'leakproof', oid::regprocedure) FROM pg_proc WHERE proleakproof AND "
        "proname IN ('geometry_overlaps', 'ts_match_vq', 'ts_match_qv')) AS lines");
}

/// Goes up migration by migration, with rows in every table that each makes.
class Climb {
public:
    Climb() : database_("climb", "template0") {
        auto session = database_.superuser();
        db::set_up_database(session);
    }

    const std::string& name() const { return database_.name; }

    void apply(std::size_t migrations) {
        const auto all = db::migrations();
        {
            auto owner = database_.owner();
            db::migrate(owner, all.first(migrations));
        }
        auto session = database_.superuser();
        const auto rows = read(fmt::format(JINGWEI_SOURCE_DIR "/tests/upgrade/rows/{:04}.sql",
                                           all[migrations - 1].number));
        if (!rows.empty()) session.execute(rows);
        for (const auto& [table, count] : db::row_counts(session)) {
            EXPECT_GT(count, 0) << "tests/upgrade/rows/ has no rows for " << table << ", which "
                                << all[migrations - 1].name << " or one before it made";
        }
    }

private:
    OwnDatabase database_;
};

/// What a new database has.
struct Newest {
    Columns columns;
    std::string rights;
};

Newest newest_schema() {
    const testing::Database fresh;
    db::Session session{fresh.url(), testing::TestCluster::superuser()};
    return {columns_of(session), rights_of(session)};
}

/// Tables and columns that the newest schema still has.
Columns lasting_columns(db::Session& session, const Newest& newest) {
    Columns lasting;
    for (const auto& [table, columns] : columns_of(session)) {
        if (!newest.columns.contains(table) || table == "spatial_ref_sys") continue;
        if (table == "schema_migration") continue;
        std::ranges::set_intersection(columns, newest.columns.at(table),
                                      std::inserter(lasting[table], lasting[table].end()));
    }
    return lasting;
}

std::map<std::string, std::string> content_of(db::Session& session, const Columns& tables) {
    std::map<std::string, std::string> content;
    for (const auto& [table, columns] : tables)
        content[table] = content_of(session, table, columns);
    return content;
}

/// What migrations carried from one table to another.
void expect_carried_over(db::Session& session, int from) {
    if (from >= 81) {
        EXPECT_EQ(session.value("SELECT count(*) FROM case_merge"), "1");
    }
    if (from >= 81 && from < 85) {
        const auto clocks =
            cases::read_clock_text(session.value("SELECT clocks FROM cases WHERE step_no = 4"));
        ASSERT_EQ(clocks.size(), 2);
        ASSERT_FALSE(clocks[1].pauses.empty());
        EXPECT_TRUE(clocks[1].pauses[0].until);
        EXPECT_EQ(session.value("SELECT provisional FROM cases WHERE step_no = 4"), "t");
    }
    if (from >= 80) {
        EXPECT_EQ(session.value("SELECT helping[1] FROM cases WHERE step_no = 4"),
                  session.value("SELECT unit_id FROM case_co_unit"));
    }
}

/// Brings a copy to the newest schema with the product's own migrator.
void upgrade_copy(const std::string& like, int from, const Newest& newest) {
    const OwnDatabase copy{fmt::format("from_{}", from), like};
    auto session = copy.superuser();
    const auto lasting = lasting_columns(session, newest);
    const auto before = content_of(session, lasting);
    {
        auto owner = copy.owner();
        EXPECT_EQ(db::migrate(owner).schema_version, db::migrations().back().number);
    }
    db::set_up_database(session);
    EXPECT_EQ(content_of(session, lasting), before);
    expect_carried_over(session, from);
    EXPECT_EQ(rights_of(session), newest.rights);
    EXPECT_THAT(db::inspect_set_up(session).missing, IsEmpty());
    EXPECT_THAT(db::inspect_set_up(session).slow, IsEmpty());
}

TEST(Upgrade, from_every_migration_keeps_every_row_and_the_rights) {
    const auto newest = newest_schema();
    Climb climb;
    const auto all = db::migrations();
    for (std::size_t count = 1; count <= all.size(); ++count) {
        SCOPED_TRACE(all[count - 1].name);
        climb.apply(count);
        if (count < all.size()) upgrade_copy(climb.name(), all[count - 1].number, newest);
        if (HasFailure()) break;  // the next ones would only say it again
    }
}

TEST(Upgrade, rows_are_given_to_migrations_that_there_are) {
    std::set<std::string> numbers;
    for (const auto& migration : db::migrations())
        numbers.insert(fmt::format("{:04}.sql", migration.number));
    for (const auto& entry : fs::directory_iterator{JINGWEI_SOURCE_DIR "/tests/upgrade/rows"}) {
        EXPECT_TRUE(numbers.contains(entry.path().filename())) << entry.path();
    }
}

TEST(Upgrade, of_a_database_newer_than_the_program_is_refused_with_both_versions_and_what_to_do) {
    const testing::Database database;
    std::vector<db::Migration> newer{db::migrations().begin(), db::migrations().end()};
    newer.push_back({9001, "9001_make_tomorrow", "CREATE TABLE tomorrow (n int)"});
    {
        db::Session owner{database.url(), std::string{db::kOwnerRole}};
        db::migrate(owner, newer);
    }
    db::Deployment server{{.url = database.url() + " user=" + testing::TestCluster::superuser()}};
    try {
        server.open();
        FAIL() << "an older program works on a newer database";
    } catch (const std::runtime_error& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("9001_make_tomorrow"));
        EXPECT_THAT(refused.what(), HasSubstr(std::string{db::migrations().back().name}));
        EXPECT_THAT(refused.what(), HasSubstr("jingwei restore"));
    }
}

}  // namespace
}  // namespace jingwei
