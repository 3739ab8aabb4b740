#include <gmock/gmock.h>

#include <boost/describe.hpp>
#include <thread>

#include "db/connection.h"
#include "db/session.h"
#include "db/transaction.h"
#include "testing/database.h"
#include "testing/test_cluster.h"

namespace jingwei::db {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

enum class Fruit { kApple, kDragonFruit };
BOOST_DESCRIBE_ENUM(Fruit, kApple, kDragonFruit)

/// One column of every type.
struct Everything {
    bool truth = false;
    int small = 0;
    std::int64_t big = 0;
    double real = 0;
    std::string text;
    Uuid uuid;
    Time moment;
    Day day{};
    Fruit fruit{};
    Bytes octets;
    Json json;
    std::optional<std::string> nothing;
    std::vector<std::string> texts;
    std::vector<Id<Account>> ids;
    friend bool operator==(const Everything&, const Everything&) = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (truth, small, big, real, text, uuid, moment, day, fruit, octets, json,
                       nothing, texts, ids))

struct Named {
    std::string name;
    int size = 0;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name, size))

constexpr Statement kEcho{
    "test.echo",
    "SELECT $14::uuid[] AS ids, $1::bool AS truth, $2::int AS small, $3::bigint AS big,"
    " $4::float8 AS real, $5::text AS text, $6::uuid AS uuid, $7::timestamptz AS moment,"
    " $8::date AS day, $9::text AS fruit, $10::bytea AS octets, $11::jsonb AS json,"
    " $12::text AS nothing, $13::text[] AS texts"};
constexpr Statement kNumbers{"test.numbers", "SELECT n FROM generate_series(1, $1::int) AS n"};
constexpr Statement kSize{"test.size", "SELECT 'a' AS name, $1::int AS size"};
constexpr Statement kFail{"test.fail", "SELECT 1 / $1::int"};
constexpr Statement kAdd{"test.add", "INSERT INTO thing (county, name) VALUES ($1, $2)"};
constexpr Statement kCount{"test.count", "SELECT count(*) FROM thing WHERE county = $1"};
constexpr Statement kTerminate{"test.terminate",
                               "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                               "WHERE datname = current_database() AND pid <> pg_backend_pid()"};

struct Pair {
    std::string word;
    std::optional<std::int32_t> size;
};
BOOST_DESCRIBE_STRUCT(Pair, (), (word, size))

constexpr Statement kKeepPairs{"test.keep_pairs",
                               "SELECT set_config('test.pairs', json_agg(pair)::text, true) "
                               "FROM unnest($1::text[], $2::integer[]) AS pair(word, size)",
                               "word size"};
enum class Kind { kSmall, kLarge };
BOOST_DESCRIBE_ENUM(Kind, kSmall, kLarge)

struct Mixed {
    std::optional<bool> open{};
    std::optional<std::int32_t> number{};
    std::optional<std::int64_t> large{};
    std::optional<double> part{};
    std::optional<Time> at{};
    Id<Pair> id{};
    Kind kind = Kind::kSmall;
    std::vector<std::string> words{};
    Json body{"{}"};
};
BOOST_DESCRIBE_STRUCT(Mixed, (), (open, number, large, part, at, id, kind, words, body))
constexpr Statement kKeepMixed{
    "test.keep_mixed",
    "SELECT set_config('test.mixed', json_agg(one)::text, true) "
    "FROM unnest($1::boolean[], $2::integer[], $3::bigint[], $4::float8[], $5::timestamptz[], "
    "$6::uuid[], $7::text[], $8::text[], $9::json[]) "
    "AS one(open, number, large, part, at, id, kind, words, body)",
    "open number large part at id kind words body"};
constexpr Statement kMixed{
    "test.mixed",
    "SELECT open, number, large, part, at, id, kind, words::text[], body "
    "FROM json_to_recordset(current_setting('test.mixed')::json) "
    "AS one(open boolean, number integer, large bigint, part float8, at timestamptz, id uuid, "
    "kind text, words text, body json)"};
constexpr Statement kPairs{"test.pairs",
                           "SELECT pair ->> 'word' AS word, (pair ->> 'size')::integer AS size "
                           "FROM json_array_elements(current_setting('test.pairs')::json) AS pair"};

const std::string kCounty{testing::county};

class PipelinedTransaction : public ::testing::Test {
protected:
    PipelinedTransaction() {
        admin_.execute(
            "CREATE TABLE thing (county text NOT NULL, name text NOT NULL,"
            " CONSTRAINT thing_name CHECK (length(name) < 9));"
            "ALTER TABLE thing ENABLE ROW LEVEL SECURITY;"
            "CREATE POLICY thing_county ON thing USING (county = jingwei_county());"
            "GRANT SELECT, INSERT ON thing TO jingwei_app");
    }
    Transaction begin() { return Transaction{db_.pool(), testing::Database::everything()}; }
    std::int64_t count() {
        auto tx = begin();
        return tx.one<std::int64_t>(kCount, kCounty);
    }
    static std::string fault_of(const std::function<void()>& work) {
        try {
            work();
        } catch (const std::logic_error& fault) {
            return fault.what();
        }
        return "no fault";
    }

    testing::Database db_;
    Session admin_{db_.url(), testing::TestCluster::superuser()};
};

TEST_F(PipelinedTransaction, every_type_comes_back_as_it_went) {
    const Everything sent{true,
                          -7,
                          INT64_MAX,
                          0.1,
                          "经纬 '\"\\",
                          Uuid::make(Time{}),
                          Time{1'760'000'000s + 1us},
                          Day{std::chrono::local_days{std::chrono::year{2026} / 2 / 28}},
                          Fruit::kDragonFruit,
                          {std::string{"\0\xff", 2}},
                          {R"({"a": [1]})"},
                          std::nullopt,
                          {"a,b", "", "NULL"},
                          {Id<Account>{}}};
    auto tx = begin();
    const auto got = tx.one<Everything>(kEcho, sent.truth, sent.small, sent.big, sent.real,
                                        sent.text, sent.uuid, sent.moment, sent.day, sent.fruit,
                                        sent.octets, sent.json, sent.nothing, sent.texts, sent.ids);
    EXPECT_EQ(got, sent);
}

TEST_F(PipelinedTransaction, rows_come_in_order_and_counts_are_minded) {
    auto tx = begin();
    EXPECT_THAT(tx.all<int>(kNumbers, 3), ElementsAre(1, 2, 3));
    EXPECT_EQ(tx.maybe<int>(kNumbers, 0), std::nullopt);
    EXPECT_EQ(tx.run(kNumbers, 3), 3);
    EXPECT_THAT(fault_of([&] { tx.maybe<int>(kNumbers, 2); }), HasSubstr("test.numbers: 2 rows"));
    EXPECT_THAT(fault_of([&] { tx.one<int>(kNumbers, 0); }), HasSubstr("test.numbers: 0 rows"));
    EXPECT_THAT(fault_of([&] { tx.all<int>(kNumbers, Transaction::kMostRows + 1); }),
                HasSubstr("fewer"));
}

TEST_F(PipelinedTransaction, a_row_that_does_not_fit_names_statement_and_column) {
    auto tx = begin();
    const Statement missing{"test.missing", "SELECT 'a' AS name"};
    const Statement mistyped{"test.mistyped", "SELECT 'a' AS name, 'b' AS size"};
    const Statement null{"test.null", "SELECT NULL::text AS name, 1 AS size"};
    EXPECT_EQ(fault_of([&] { tx.one<Named>(missing); }), "test.missing: no column is named size");
    EXPECT_THAT(fault_of([&] { tx.one<Named>(mistyped); }),
                HasSubstr("test.mistyped: column size"));
    EXPECT_THAT(fault_of([&] { tx.one<Named>(null); }),
                HasSubstr("test.null: column name is null"));
    EXPECT_THAT(fault_of([&] { tx.one<int>(kSize, 1); }), HasSubstr("2 columns"));
    EXPECT_EQ(tx.one<Named>(kSize, 3).size, 3);
}

TEST_F(PipelinedTransaction, pending_answers_share_a_round_trip) {
    auto tx = begin();
    auto first = tx.later<int>(kNumbers, 2);
    auto second = tx.later<Named>(kSize, 5);
    tx.queue(kAdd, kCounty, "queued");
    EXPECT_EQ(tx.one<std::int64_t>(kCount, kCounty), 1);
    // Nothing is outstanding, so a dead connection would not be noticed by reading these.
    admin_.query(std::string{kTerminate.text});
    EXPECT_EQ(second.one().size, 5);
    EXPECT_THAT(first.all(), ElementsAre(1, 2));
}

TEST_F(PipelinedTransaction, rows_go_as_an_array_for_each_member_and_of_no_rows_nothing_goes) {
    const std::vector<Pair> rows{{"\"a\\b\",{}", 1}, {"NULL", std::nullopt}, {"", 3}};
    std::vector<const Pair*> each;
    auto tx = begin();
    tx.queue_rows<Pair>(kKeepPairs, each);
    for (const Pair& row : rows)
        each.push_back(&row);
    tx.queue_rows<Pair>(kKeepPairs, each);
    const auto kept = tx.all<Pair>(kPairs);
    ASSERT_EQ(kept.size(), rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
        EXPECT_EQ(kept[at].word, rows[at].word);
        EXPECT_EQ(kept[at].size, rows[at].size);
    }
}

TEST_F(PipelinedTransaction, columns_of_rows_arrive_as_they_were) {
    const Time moment =
        std::chrono::sys_days{std::chrono::year{1969} / 12 / 31} + std::chrono::microseconds{1};
    const Mixed full{true,
                     -7,
                     std::int64_t{1} << 40,
                     -0.5,
                     moment,
                     Id<Pair>::make(moment),
                     Kind::kLarge,
                     {"a", "\"b\\"},
                     Json{R"({"a": [1]})"}};
    Mixed empty;
    empty.id = Id<Pair>::make(moment);
    const std::array<const Mixed*, 2> rows{&full, &empty};
    auto tx = begin();
    tx.queue_rows<Mixed>(kKeepMixed, rows);
    const auto kept = tx.all<Mixed>(kMixed);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].open, full.open);
    EXPECT_EQ(kept[0].number, full.number);
    EXPECT_EQ(kept[0].large, full.large);
    EXPECT_EQ(kept[0].part, full.part);
    EXPECT_EQ(kept[0].at, full.at);
    EXPECT_EQ(kept[0].id, full.id);
    EXPECT_EQ(kept[0].kind, full.kind);
    EXPECT_EQ(kept[0].words, full.words);
    EXPECT_EQ(kept[0].body.text, full.body.text);
    EXPECT_EQ(kept[1].id, empty.id);
    EXPECT_FALSE(kept[1].open || kept[1].number || kept[1].large || kept[1].part || kept[1].at);
}

TEST_F(PipelinedTransaction, that_only_reads_ends_with_its_last_round_trip) {
    auto tx = begin();
    tx.ends_with_next();
    EXPECT_THAT(tx.all<int>(kNumbers, 2), ElementsAre(1, 2));
    EXPECT_THROW(tx.all<int>(kNumbers, 2), std::logic_error);
    // Nothing is outstanding, so a dead connection would not be noticed by committing.
    admin_.query(std::string{kTerminate.text});
    tx.commit();
}

TEST_F(PipelinedTransaction, ends_in_nothing_unless_committed) {
    {
        auto tx = begin();
        tx.queue(kAdd, kCounty, "never sent");
    }
    {
        auto tx = begin();
        EXPECT_EQ(tx.run(kAdd, kCounty, "sent"), 1);
    }
    EXPECT_EQ(count(), 0);
    {
        auto tx = begin();
        tx.queue(kAdd, kCounty, "kept");
        tx.commit();
    }
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(db_.pool().open(), 1U) << "rolled back without giving up the connection";
}

TEST_F(PipelinedTransaction, the_first_failure_stops_everything_behind_it) {
    {
        auto tx = begin();
        tx.queue(kAdd, kCounty, "before");
        tx.queue(kFail, 0);
        tx.queue(kAdd, kCounty, "behind");
        EXPECT_THROW(tx.commit(), std::logic_error);
    }
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(db_.pool().open(), 1U);
}

TEST_F(PipelinedTransaction, nobody_commits_past_a_failure) {
    {
        auto tx = begin();
        EXPECT_EQ(tx.run(kAdd, kCounty, "before"), 1);
        EXPECT_THROW(tx.run(kFail, 0), std::logic_error);
        EXPECT_THROW(tx.commit(), std::logic_error);
    }
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(db_.pool().open(), 1U);
}

TEST_F(PipelinedTransaction, a_statement_that_cannot_be_prepared_is_prepared_again_next_time) {
    const Statement later{"test.later", "SELECT n FROM made_later"};
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto tx = begin();
        EXPECT_THROW(tx.all<int>(later), std::logic_error);
    }
    admin_.execute(
        "CREATE TABLE made_later AS SELECT 1 AS n;"
        "GRANT SELECT ON made_later TO jingwei_app");
    auto tx = begin();
    EXPECT_THAT(tx.all<int>(later), ElementsAre(1));
}

TEST_F(PipelinedTransaction, statements_prepared_behind_a_failure_still_work_later) {
    {
        auto tx = begin();
        tx.queue(kFail, 0);
        EXPECT_THROW(tx.all<int>(kNumbers, 1), std::logic_error);
    }
    auto tx = begin();
    EXPECT_THAT(tx.all<int>(kNumbers, 1), ElementsAre(1));
}

TEST_F(PipelinedTransaction, a_changed_table_asks_for_another_attempt_not_for_a_bug_report) {
    admin_.execute("CREATE TABLE grows AS SELECT 1 AS n; GRANT SELECT ON grows TO jingwei_app");
    const Statement all{"test.grows", "SELECT grows.* FROM grows"};
    {
        auto tx = begin();
        EXPECT_THAT(tx.all<int>(all), ElementsAre(1));
        tx.commit();
    }
    admin_.execute("ALTER TABLE grows ALTER n TYPE bigint");
    auto tx = begin();
    EXPECT_THROW(tx.all<std::int64_t>(all), Transient);
}

TEST_F(PipelinedTransaction, sees_and_writes_its_own_county_only) {
    {
        auto tx = begin();
        tx.queue(kAdd, kCounty, "mine");
        tx.commit();
    }
    {
        Transaction other{db_.pool(), Scope::nobody("440310")};
        EXPECT_EQ(other.one<std::int64_t>(kCount, kCounty), 0);
    }
    Transaction other{db_.pool(), Scope::nobody("440310")};
    EXPECT_THROW(other.run(kAdd, kCounty, "not mine"), ScopeViolation);
}

TEST_F(PipelinedTransaction, a_scope_ends_with_its_transaction) {
    const Statement kScope{"test.scope",
                           "SELECT concat_ws(' ', jingwei_county(), jingwei_account(), "
                           "jingwei_paths(), jingwei_units(), jingwei_secrets())"};
    Scope scope = testing::Database::everything();
    scope.account = Id<Account>{*Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8057")};
    scope.units = {Id<Unit>{*Uuid::parse("11890a5d-ac96-774b-bcce-b302099a8057")}};
    {
        Transaction tx{db_.pool(), scope};
        EXPECT_EQ(tx.one<std::string>(kScope),
                  "371323 01890a5d-ac96-774b-bcce-b302099a8057 {371323} "
                  "{11890a5d-ac96-774b-bcce-b302099a8057} t");
        tx.commit();
    }
    Transaction tx{db_.pool(), Scope::nobody("440310")};
    EXPECT_EQ(tx.one<std::string>(kScope), "440310 {} {} f");
    EXPECT_EQ(db_.pool().open(), 1U) << "the same connection";
}

TEST_F(PipelinedTransaction, thousands_of_statements_block_neither_side) {
    const std::string payload(2'000, 'x');
    const Statement kEchoText{"test.echo_text", "SELECT $1::text || $2::text"};
    auto tx = begin();
    for (int sent = 0; sent < 3'000; ++sent)
        tx.queue(kEchoText, payload, payload);
    EXPECT_EQ(tx.one<int>(kNumbers, 1), 1);
    // One answer far larger than any buffer, behind a request likewise.
    const std::string large(30'000'000, 'y');
    EXPECT_EQ(tx.one<std::string>(kEchoText, large, large).size(), 60'000'000U);
}

TEST_F(PipelinedTransaction, two_statements_of_one_name_are_a_bug) {
    auto tx = begin();
    tx.queue(kSize, 1);
    EXPECT_THAT(fault_of([&] {
                    tx.queue(Statement{"test.size", "SELECT 2"});
                }),
                HasSubstr("test.size"));
}

TEST_F(PipelinedTransaction, a_server_too_slow_is_an_outage) {
    PoolOptions options = db_.pool().options();
    options.statement_limit = 20ms;
    Pool hasty{options};
    Transaction tx{hasty, testing::Database::everything()};
    EXPECT_THROW(tx.run({"test.slow", "SELECT pg_sleep(20)"}), Outage);
}

TEST_F(PipelinedTransaction, a_connection_closed_while_idle_is_replaced_unnoticed) {
    EXPECT_EQ(count(), 0);
    admin_.query(std::string{kTerminate.text});
    // It says goodbye before it leaves this list.
    while (admin_.value("SELECT count(*) FROM pg_stat_activity WHERE usename = 'jingwei_app'"
                        " AND datname = current_database()") != "0") {
    }
    EXPECT_EQ(count(), 0);
}

TEST_F(PipelinedTransaction, a_connection_lost_before_commit_may_be_tried_again) {
    auto tx = begin();
    EXPECT_EQ(tx.run(kAdd, kCounty, "lost"), 1);
    admin_.query(std::string{kTerminate.text});
    EXPECT_THROW(
        {
            for (;;)
                tx.run(kAdd, kCounty, "lost");
        },
        Transient);
}

TEST_F(PipelinedTransaction, all_connections_busy_is_an_outage_after_the_limit) {
    PoolOptions options = db_.pool().options();
    options.most_connections = 1;
    options.acquire_limit = 1ms;
    Pool small{options};
    auto held = std::make_unique<Transaction>(small, testing::Database::everything());
    EXPECT_THROW((Transaction{small, testing::Database::everything()}), Outage);
    held.reset();
    Transaction tx{small, testing::Database::everything()};
    EXPECT_EQ(tx.one<int>(kNumbers, 1), 1);
}

TEST_F(PipelinedTransaction, many_threads_share_few_connections) {
    PoolOptions options = db_.pool().options();
    options.most_connections = 3;
    options.acquire_limit = 30s;
    Pool pool{options};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&] {
            for (int made = 0; made < 25; ++made) {
                Transaction tx{pool, testing::Database::everything()};
                tx.queue(kAdd, kCounty, "shared");
                tx.commit();
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(count(), 8 * 25);
    EXPECT_LE(pool.open(), 3U);
}

}  // namespace
}  // namespace jingwei::db
