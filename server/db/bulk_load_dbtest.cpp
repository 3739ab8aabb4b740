#include <gtest/gtest.h>

#include "db/bulk_load.h"
#include "db/set_up.h"
#include "testing/database.h"

namespace jingwei::db {
namespace {

struct Number {
    std::string county;
    std::int32_t year = 0;
    std::int64_t next = 1;
};
BOOST_DESCRIBE_STRUCT(Number, (), (county, year, next))

class BulkLoadOnDatabase : public ::testing::Test {
protected:
    static BulkTables tables() {
        return {.bare = {"cases", "case_step", "case_co_unit", "case_session", "case_plate",
                         "case_reporter", "case_file", "case_merge", "case_watch", "case_number"},
                .as_they_are = {"file"}};
    }
    Session owner() const { return Session{database.url(), std::string{kOwnerRole}}; }

    /// Everything that a load takes away, as text.
    std::string schema() const {
        return owner().value(R"(
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                UNION ALL
                SELECT oid::regclass || ' ' || relforcerowsecurity || ' ' || relrowsecurity
                FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
            ) AS lines)");
    }

    std::string numbers() const {
        Session reader = owner();
        reader.execute("SET jingwei.county = '371323'");
        return reader.value("SELECT string_agg(next::text, ' ' ORDER BY year) FROM case_number");
    }

    static CopyBatch one(std::int32_t year, std::int64_t next) {
        CopyLines<Number> lines{"case_number"};
        lines.add({"371323", year, next});
        return lines.take();
    }

    testing::Database database;
};

TEST_F(BulkLoadOnDatabase, PutsBackEveryKeyIndexAndReferenceAndObeysRowRightsAgain) {
    const std::string before = schema();
    BulkLoad load{owner(), tables()};
    EXPECT_TRUE(load.is_bare());
    load.copy(one(2026, 7));
    load.copy(one(2025, 9));
    load.finish();
    EXPECT_EQ(schema(), before);
    EXPECT_EQ(numbers(), "9 7");
}

TEST_F(BulkLoadOnDatabase, LeavesTablesThatHaveRowsWithTheirIndexes) {
    {
        BulkLoad first{owner(), tables()};
        first.copy(one(2026, 7));
        first.finish();
    }
    BulkLoad second{owner(), tables()};
    EXPECT_FALSE(second.is_bare());
    second.copy(one(2025, 9));
    EXPECT_THROW(second.copy(one(2026, 8)), std::runtime_error) << "the key is there";
}

TEST_F(BulkLoadOnDatabase, LeavesEverythingAsItWasWhenItIsNotFinished) {
    const std::string before = schema();
    {
        BulkLoad load{owner(), tables()};
        load.copy(one(2026, 7));
    }
    EXPECT_EQ(schema(), before);
    EXPECT_EQ(numbers(), "");
}

struct Odd {
    std::string text;
    std::optional<std::string> nothing{};
    std::vector<std::string> list{};
};
BOOST_DESCRIBE_STRUCT(Odd, (), (text, nothing, list))

TEST(CopyLines, EscapesWhatCopyWouldMisread) {
    CopyLines<Odd> lines{"odd"};
    lines.add({"a\tb\nc\\d\r", std::nullopt, {"x\"y"}});
    const CopyBatch batch = lines.take();
    EXPECT_EQ(batch.columns, R"("text", "nothing", "list")");
    EXPECT_EQ(batch.lines.substr(0, 17), "a\\tb\\nc\\\\d\\r\t\\N\t{");
    EXPECT_EQ(batch.lines.back(), '\n');
    EXPECT_TRUE(lines.take().lines.empty());
}

}  // namespace
}  // namespace jingwei::db
