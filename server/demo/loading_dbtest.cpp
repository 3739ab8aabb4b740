#include <gtest/gtest.h>

#include "demo/company.h"
#include "demo/place_dbtest.h"
#include "demo/play.h"
#include "demo/service_stage.h"
#include "demo/test_world.h"

/// What is made in memory and copied is what the services would have written.
namespace jingwei::demo {
namespace {

constexpr int kStories = 500;
constexpr int kShownDifferences = 5;

const Order kOrder{.seed = 1, .until = kUntil, .cases = kStories};

void say_nothing(std::string_view, double) {}

/// What both ways write, without what chance decides: ids of what timers did, ids of an imported
/// catalogue, and sealed octets.
constexpr std::array<std::string_view, 9> kRows{
    // How often a case was written is not its story.
    R"(SELECT (to_jsonb(c) - '{matter_id,revision}'::text[]
               || jsonb_build_object('matter', m.code))::text
       FROM cases AS c JOIN matter AS m ON m.county = c.county AND m.id = c.matter_id
       ORDER BY c.code)",
    "SELECT (to_jsonb(s) - 'id')::text FROM case_step AS s ORDER BY case_id, no",
    "SELECT to_jsonb(u)::text FROM case_co_unit AS u ORDER BY case_id, unit_id",
    "SELECT to_jsonb(s)::text FROM case_session AS s ORDER BY case_id, no",
    "SELECT (to_jsonb(p) - 'id')::text FROM case_plate AS p ORDER BY case_id, raised_at",
    "SELECT (to_jsonb(r) - 'contact_sealed')::text FROM case_reporter AS r ORDER BY case_id",
    "SELECT to_jsonb(f)::text FROM case_file AS f ORDER BY case_id, file_id",
    "SELECT to_jsonb(m)::text FROM case_merge AS m ORDER BY survivor_id, step_id",
    "SELECT to_jsonb(f)::text FROM file AS f ORDER BY id"};

class Loading : public ::testing::Test {
protected:
    struct Played_ {
        Founded founded;
        Played played;
    };

    Played_ play_by_services() {
        Ids ids{Random{kOrder.seed, "ids"}};
        auto founded = found(services.house, test_world(), kOrder, ids).value();
        ServiceStage stage{services.database.pool(), services.clock, services.cases,
                           std::string{kCountyCode}};
        const auto played =
            play_on(stage, {services.house, test_world(), founded, kOrder, ids}, say_nothing);
        return {std::move(founded), played};
    }

    Played_ play_by_copying() {
        Ids ids{Random{kOrder.seed, "ids"}};
        auto founded = found(copied.house, test_world(), kOrder, ids).value();
        const auto played =
            play_in_memory({copied.house, test_world(), founded, kOrder, ids}, say_nothing);
        return {std::move(founded), played};
    }

    /// Reads as the owner, who does not obey row-level security in a database that is thrown away.
    static std::vector<std::string> rows_of(const Place& place, std::string_view sql) {
        db::Session owner = place.owner();
        for (const char* table :
             {"cases", "case_step", "case_co_unit", "case_session", "case_plate", "case_reporter",
              "case_file", "case_merge", "file", "matter"})
            owner.execute(std::string{"ALTER TABLE "} + table + " NO FORCE ROW LEVEL SECURITY");
        const db::Rows rows = owner.query(std::string{sql});
        std::vector<std::string> texts;
        for (int row = 0; row < rows.size(); ++row)
            texts.emplace_back(rows.text(row, 0));
        return texts;
    }

    Place services, copied;
};

TEST_F(Loading, CopiesWhatTheServicesWouldHaveWritten) {
    const Played wanted = play_by_services().played;
    const Played made = play_by_copying().played;
    EXPECT_EQ(made.cases, wanted.cases);
    EXPECT_EQ(made.steps, wanted.steps);
    EXPECT_TRUE(wanted.refused.empty()) << wanted.refused.begin()->first;
    EXPECT_TRUE(made.refused.empty()) << made.refused.begin()->first;
    EXPECT_GT(made.cases, kStories / 2);
    for (const std::string_view sql : kRows) {
        const auto theirs = rows_of(services, sql), ours = rows_of(copied, sql);
        EXPECT_FALSE(theirs.empty()) << sql;
        ASSERT_EQ(ours.size(), theirs.size()) << sql;
        int shown = 0;
        for (std::size_t i = 0; i < ours.size() && shown < kShownDifferences; ++i) {
            EXPECT_EQ(ours[i], theirs[i]) << sql;
            shown += ours[i] == theirs[i] ? 0 : 1;
        }
    }
}

TEST_F(Loading, LeavesCasesThatGoOnThroughTheServices) {
    const auto [founded, played] = play_by_copying();
    const Company company{test_world(), founded, founded_at(kOrder)};
    const auto& supervisor = company.supervisor();

    const auto open = copied.cases.list(supervisor, {});
    ASSERT_TRUE(open) << open.error().code;
    ASSERT_FALSE(open->items.empty());
    cases::CaseQuery done;
    done.view = cases::View::kDone;
    EXPECT_FALSE(copied.cases.list(supervisor, done)->items.empty());

    const auto id = open->items.front().id;
    const auto before = copied.cases.view(supervisor, id, Language::kChinese);
    ASSERT_TRUE(before) << before.error().code;
    EXPECT_EQ(static_cast<std::int32_t>(before->steps.size()), before->step_no);
    cases::StepInput step;
    step.action = cases::Action::kInstruct;
    step.step_id = Id<Step>::make(copied.clock.now());
    step.expected_step = before->step_no;
    step.text = "请抓紧。";
    const auto receipt = copied.cases.act(supervisor, id, step);
    ASSERT_TRUE(receipt) << receipt.error().code;
    EXPECT_EQ(receipt->step_no, before->step_no + 1);

    cases::ReportCase report;
    report.id = Id<Case>::make(copied.clock.now());
    report.step_id = Id<Step>::make(copied.clock.now());
    report.matter = before->matter.id;
    report.description = "又一盏路灯不亮。";
    const auto reported = copied.cases.report(company.worker(0), report);
    ASSERT_TRUE(reported) << reported.error().code;
}

TEST_F(Loading, UnitsReplyToThePlatesThatTimersRaise) {
    play_by_copying();
    EXPECT_FALSE(rows_of(copied, "SELECT case_id FROM case_plate WHERE reply IS NOT NULL").empty());
}

}  // namespace
}  // namespace jingwei::demo
