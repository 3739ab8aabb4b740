#include <gmock/gmock.h>

#include "db/in_transaction.h"
#include "db/session.h"
#include "testing/database.h"
#include "testing/test_cluster.h"

namespace jingwei::db {
namespace {

constexpr Statement kAdd{"test.add", "INSERT INTO thing (county, name) VALUES ($1, $2)"};
constexpr Statement kCount{"test.count", "SELECT count(*) FROM thing WHERE county = $1"};
constexpr Statement kRaise{"test.raise",
                           "INSERT INTO thing (county, name) SELECT '371323', complain($1)"};

const std::string kCounty{testing::county};

class InTransaction : public ::testing::Test {
protected:
    InTransaction() {
        admin_.execute(
            "CREATE TABLE thing (county text NOT NULL, name text NOT NULL,"
            " CONSTRAINT thing_name_short CHECK (length(name) < 9));"
            "ALTER TABLE thing ENABLE ROW LEVEL SECURITY;"
            "CREATE POLICY thing_county ON thing USING (county = jingwei_county());"
            "GRANT SELECT, INSERT ON thing TO jingwei_app;"
            "CREATE FUNCTION complain(state text) RETURNS text LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = state; END $$");
    }
    template <class Work>
    auto run(Work work) {
        return in_transaction(db_.pool(), testing::Database::everything(), work);
    }
    Result<std::int64_t> count() {
        return run([](Transaction& tx) -> Result<std::int64_t> {
            return tx.one<std::int64_t>(kCount, kCounty);
        });
    }

    testing::Database db_;
    Session admin_{db_.url(), testing::TestCluster::superuser()};
};

TEST_F(InTransaction, commits_a_value_and_undoes_a_refusal) {
    const auto kept = run([](Transaction& tx) -> Result<int> {
        tx.queue(kAdd, kCounty, "kept");
        return 7;
    });
    EXPECT_EQ(kept.value(), 7);
    const auto refused = run([](Transaction& tx) -> Result<void> {
        tx.queue(kAdd, kCounty, "undone");
        return Refusal{RefusalKind::kConflict, "changed_mind"};
    });
    EXPECT_EQ(refused.error().code, "changed_mind");
    EXPECT_EQ(count().value(), 1);
}

TEST_F(InTransaction, turns_a_named_constraint_into_its_refusal) {
    const auto add_long_name = [](Transaction& tx) -> Result<void> {
        tx.queue(kAdd, kCounty, "much too long");
        return {};
    };
    EXPECT_THROW((void)run(add_long_name), ConstraintViolation);
    db_.pool().refuse_on("thing_name_short", Refusal{RefusalKind::kInvalid, "too_long", "/name"});
    EXPECT_EQ(run(add_long_name).error(), (Refusal{RefusalKind::kInvalid, "too_long", "/name"}));
}

TEST_F(InTransaction, what_the_scope_does_not_cover_is_forbidden) {
    const auto refused = run([](Transaction& tx) -> Result<void> {
        tx.queue(kAdd, "440310", "elsewhere");
        return {};
    });
    EXPECT_EQ(refused.error().kind, RefusalKind::kForbidden);
}

TEST_F(InTransaction, tries_again_when_the_database_asks_for_it_but_not_for_ever) {
    for (const auto* state : {"40001", "40P01"}) {
        int attempts = 0;
        EXPECT_THROW((void)run([&](Transaction& tx) -> Result<void> {
                         ++attempts;
                         tx.queue(kRaise, state);
                         return {};
                     }),
                     Transient);
        EXPECT_EQ(attempts, db_.pool().options().most_attempts);
    }
}

TEST_F(InTransaction, a_second_attempt_that_works_is_all_the_caller_sees) {
    int attempts = 0;
    const auto done = run([&](Transaction& tx) -> Result<int> {
        tx.queue(kAdd, kCounty, "once");
        if (++attempts == 1) tx.queue(kRaise, "40001");
        return attempts;
    });
    EXPECT_EQ(done.value(), 2);
    EXPECT_EQ(count().value(), 1);
}

TEST_F(InTransaction, starts_again_when_the_connection_dies_before_commit) {
    int attempts = 0;
    const auto done = run([&](Transaction& tx) -> Result<int> {
        tx.run(kAdd, kCounty, "once");
        if (++attempts == 1) {
            admin_.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND usename = 'jingwei_app'");
            for (;;)
                tx.run(kCount, kCounty);
        }
        return attempts;
    });
    EXPECT_EQ(done.value(), 2);
    EXPECT_EQ(count().value(), 1);
}

TEST_F(InTransaction, a_connection_lost_during_commit_is_left_to_the_caller) {
    admin_.execute(
        "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS "
        "$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
        "CREATE CONSTRAINT TRIGGER die_at_commit AFTER INSERT ON thing"
        " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die()");
    int attempts = 0;
    EXPECT_THROW((void)run([&](Transaction& tx) -> Result<void> {
                     ++attempts;
                     tx.queue(kAdd, kCounty, "unknown");
                     return {};
                 }),
                 CommitUnknown);
    EXPECT_EQ(attempts, 1);
}

TEST_F(InTransaction, a_bug_is_not_tried_again) {
    int attempts = 0;
    EXPECT_THROW((void)run([&](Transaction& tx) -> Result<void> {
                     ++attempts;
                     tx.queue(kRaise, "22012");
                     return {};
                 }),
                 std::logic_error);
    EXPECT_EQ(attempts, 1);
}

}  // namespace
}  // namespace jingwei::db
