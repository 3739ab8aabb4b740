#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <deque>

#include "cases/inbox.h"
#include "cases/many_cases.h"
#include "cases/small_county.h"
#include "cases/statements.h"
#include "testing/database.h"

/// The plans of the lists, as the server's role gets them with row-level security on and as the
/// server asks for them: planned once, whatever the reader.
namespace jingwei::cases {
namespace {

constexpr std::int32_t kCases = 20'000;
constexpr double kPage = 31;

/// What a plan did.
struct Plan {
    double rows_read = 0;  ///< looked at in tables and indexes, shown or not
    std::vector<std::string> walked_whole;
};

double number(const boost::json::object& node, std::string_view name) {
    const auto* value = node.if_contains(name);
    return value == nullptr ? 0 : value->to_number<double>();
}

void add(Plan& plan, const boost::json::object& node) {
    if (const auto* table = node.if_contains("Relation Name")) {
        const double seen = number(node, "Actual Rows") + number(node, "Rows Removed by Filter") +
                            number(node, "Rows Removed by Index Recheck");
        plan.rows_read += seen * number(node, "Actual Loops");
        if (node.at("Node Type") == "Seq Scan") {
            plan.walked_whole.emplace_back(table->as_string());
        }
    }
    const auto* below = node.if_contains("Plans");
    if (below == nullptr) return;
    for (const auto& one : below->as_array())
        add(plan, one.as_object());
}

class ListPlans : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        county_ = std::make_unique<SmallCounty>();
        add_many_cases(*county_, kCases);
        const db::Statement analyze{"test.analyze", "ANALYZE cases, case_co_unit, case_watch"};
        db::Transaction tx{county_->owner(), testing::Database::everything()};
        tx.queue(analyze);
        tx.commit();
    }
    static void TearDownTestSuite() { county_.reset(); }

    /// Of `statement` for that person; `values` as literals.
    static Plan plan_of(const std::string& name, const db::Statement& statement,
                        const std::string& values) {
        static std::deque<std::string> texts;
        static int made = 0;
        const std::string probe = "probe_" + std::to_string(++made);
        const auto text = [&](std::string of) { return std::string_view{texts.emplace_back(of)}; };
        const db::Statement prepare{
            text("test.prepare_" + probe),
            text("PREPARE " + probe + " AS " + std::string{statement.text})};
        const db::Statement explain{
            text("test.explain_" + probe),
            text("EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE " + probe + values)};
        db::Transaction tx{county_->pool(), county_->person(name).scope()};
        tx.queue(sql::use_generic_plans);
        tx.queue(prepare);
        const auto told = tx.one<Json>(explain);
        Plan plan;
        add(plan, boost::json::parse(told.text).as_array()[0].at("Plan").as_object());
        return plan;
    }

    static std::string filters(View view, const std::string& more = {},
                               std::optional<State> state = {}) {
        std::string states;
        for (const auto& one : states_of(view, state))
            states += (states.empty() ? "" : ",") + one;
        const auto from = view == View::kTodo || view == View::kOverdue || view == View::kUnsettled
                              ? Cursor::first()
                              : Cursor::last();
        const bool up = from.id == Id<Case>{};
        return std::string{"('"} + kCountyPath + "', '{" + states +
               "}', NULL, NULL, NULL, NULL, NULL, '" + (up ? "1970-01-01" : "9000-01-01") + "', '" +
               from.id.text() + "', 31" + more + ")";
    }

    static std::string unit() { return "'{" + county_->unit("路灯所").text() + "}'"; }
    static std::string account(const std::string& name) {
        return "'" + county_->person(name).account().text() + "'";
    }
    static std::string now() { return ", '2026-03-02T01:00:00Z'"; }

    static void expect_page(const Plan& plan, double arms) {
        EXPECT_THAT(plan.walked_whole, ::testing::Not(::testing::Contains("cases")));
        EXPECT_GT(plan.rows_read, 0);
        EXPECT_LE(plan.rows_read, arms * kPage);
    }

    static std::unique_ptr<SmallCounty> county_;
};
std::unique_ptr<SmallCounty> ListPlans::county_;

TEST_F(ListPlans, what_waits_costs_a_page_of_each_desk_unit_and_grid) {
    using namespace std::string_literals;
    expect_page(
        plan_of("dispatcher", sql::list_todo, filters(View::kTodo, ", '{371323/101}', '{}', '{}'")),
        3);
    expect_page(
        plan_of("lamp unit", sql::list_todo, filters(View::kTodo, ", '{}', " + unit() + ", '{}'")),
        12);
    expect_page(
        plan_of("dispatcher", sql::list_unsettled, filters(View::kUnsettled, ", '{371323/101}'")),
        3);
}

TEST_F(ListPlans, what_is_overdue_or_open_costs_a_page) {
    expect_page(plan_of("county dispatcher", sql::list_overdue, filters(View::kOverdue, now())), 4);
    expect_page(plan_of("county dispatcher", sql::list_open, filters(View::kOpen)), 4);
    expect_page(plan_of("county dispatcher", sql::list_plates_up, filters(View::kPlates)), 4);
}

TEST_F(ListPlans, what_is_done_of_one_matter_costs_a_page_of_each_town) {
    const std::string matter = "'" + std::string(32, '9') + "'";
    std::string values = filters(View::kDone, ", '{101}', '{}', " + account("dispatcher"));
    values.replace(values.find("NULL, NULL, NULL, NULL"), 22, "NULL, NULL, " + matter + ", NULL");
    expect_page(plan_of("dispatcher", sql::list_by_matter, values), 6);
    std::string of_no_unit = values;
    of_no_unit.erase(of_no_unit.find(", '{}'"), 6);
    expect_page(plan_of("dispatcher", sql::list_by_matter_in_towns, of_no_unit), 3);
    values.replace(values.find("'{101}'"), 7, "NULL");
    expect_page(plan_of("county dispatcher", sql::list_by_matter, values), 6);
}

TEST_F(ListPlans, what_is_done_costs_a_page_with_and_without_a_state) {
    expect_page(plan_of("county dispatcher", sql::list_done, filters(View::kDone)), 4);
    expect_page(plan_of("county dispatcher", sql::list_by_state,
                        filters(View::kDone, {}, State::kRejected)),
                4);
}

TEST_F(ListPlans, a_reader_of_a_small_part_walks_only_that) {
    const std::string village = ", '{371323/101/204}', '{}', " + account("lead");
    expect_page(plan_of("lead", sql::list_overdue_near, filters(View::kOverdue, now() + village)),
                6);
    expect_page(plan_of("lead", sql::list_received_near, filters(View::kDone, village)), 12);
    const std::string at_unit = ", '{}', " + unit() + ", " + account("lamp unit");
    expect_page(plan_of("lamp unit", sql::list_received_near, filters(View::kDone, at_unit)), 16);
    expect_page(
        plan_of("lamp unit", sql::list_overdue_near, filters(View::kOverdue, now() + at_unit)), 16);
}

TEST_F(ListPlans, what_one_follows_or_raised_costs_a_page_of_each) {
    expect_page(
        plan_of("worker", sql::list_watching, filters(View::kWatching, ", " + account("worker"))),
        6);
}

TEST_F(ListPlans, lines_are_read_by_their_ids) {
    const auto plan = plan_of("county dispatcher", sql::list_lines,
                              "('371323', ARRAY['00000000-0000-0000-0000-000000000001'::uuid, "
                              "'00000000-0000-0000-0000-000000000002'], "
                              "ARRAY[now(), now()])");
    expect_page(plan, 1);
}

TEST_F(ListPlans, counting_walks_no_table_whole) {
    const auto plan =
        plan_of("county dispatcher", sql::count_inbox,
                "('371323', 999" + now() + ", " + account("lead") + ", '{371323}', '{}', '{}')");
    EXPECT_THAT(plan.walked_whole, ::testing::Not(::testing::Contains("cases")));
    EXPECT_LE(plan.rows_read, 6 * 999);
}

TEST_F(ListPlans, a_trial_of_rules_walks_the_open_cases_only) {
    const std::string county = std::string{"('"} + kCountyPath + "'";
    const auto page = plan_of("county dispatcher", sql::list_open_clocks,
                              county + ", '9000-01-01', '" + Cursor::last().id.text() + "', 31)");
    expect_page(page, 4);
    const auto closed =
        plan_of("county dispatcher", sql::count_to_archive, county + ", 7, 30" + now() + ")");
    EXPECT_THAT(closed.walked_whole, ::testing::Not(::testing::Contains("cases")));
}

}  // namespace
}  // namespace jingwei::cases
