#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "cases/cases.h"
#include "cases/small_county.h"
#include "db/transaction.h"
#include "jobs/runner.h"
#include "testing/database.h"

/// Cases on which several work: sessions, merged reports, two at once, timers.
namespace jingwei::cases {
namespace {

using enum Action;
using std::chrono::days;

std::string code_of(const Result<StepReceipt>& result) { return result ? "" : result.error().code; }

/// What the server does behind the requests, now.
void run_jobs(SmallCounty& county) {
    jobs::Runner runner{county.pool(), county.clock(),
                        [] { return std::vector<std::string>{kCountyPath}; }};
    county.cases().add_jobs(runner);
    runner.run_due();
}

TEST(CasesTogether, the_tasks_of_a_session_are_kept_each_with_its_words) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kAssign);
    StepInput call = county.input(kWhistle, "路灯归谁管");
    call.summoned = {county.unit("路灯所")};
    call.meets_at = kMonday + days{1};
    at = county.done("lead", at, call);
    StepInput conclude = county.input(kConcludeSession, "分头办");
    conclude.tasks = {{county.unit("路灯所"), "换灯"}, {county.unit("城管办"), "清障"}};
    at = county.done("lead", at, conclude);
    const CaseView view = county.view("lead", at);
    ASSERT_EQ(view.co_units.size(), 2U);
    std::set<std::pair<std::string, std::string>> tasks;
    for (const CoUnitView& unit : view.co_units)
        tasks.emplace(unit.unit.name, unit.task);
    EXPECT_TRUE(tasks.contains({"路灯所", "换灯"}));
    EXPECT_TRUE(tasks.contains({"城管办", "清障"}));
}

TEST(CasesTogether, who_came_to_one_session_has_not_come_to_the_next) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kAssign);
    StepInput call = county.input(kWhistle, "第一次");
    call.summoned = {county.unit("路灯所")};
    call.meets_at = kMonday + days{1};
    at = county.done("lead", at, call);
    at = county.done("lamp unit", at, kAttend);
    at = county.done("lead", at, county.input(kConcludeSession, "再议"));
    EXPECT_EQ(county.view("lead", at).session->attended.size(), 1U);
    call.step_id = Id<Step>::make(kMonday);
    at = county.done("lead", at, call);
    EXPECT_TRUE(county.view("lead", at).session->attended.empty());
}

TEST(CasesTogether, plates_come_down_with_the_end_of_the_work) {
    SmallCounty county;
    auto at = county.handled();
    StepInput raise = county.input(kRaisePlate);
    raise.plate = Plate::kBlue;
    at = county.done("supervisor", at, raise);
    at = county.done("worker", at, kVerifyPass);
    at = county.done("dispatcher", at, county.input(kAnswer, "已修好"));
    EXPECT_EQ(county.view("supervisor", at).plate, Plate::kBlue);
    at = county.done("dispatcher", at, kClose);
    const CaseView view = county.view("supervisor", at);
    EXPECT_EQ(view.plate, Plate::kNone);
    EXPECT_TRUE(view.plates.front().lifted_at);
}

TEST(CasesTogether, an_extension_may_be_asked_for_while_the_clock_stands_still_before_its_end) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    at = county.done("dispatcher", at, kAssign);
    StepInput suspend = county.input(kSuspend);
    suspend.days = 30;
    at = county.done("dispatcher", at, suspend);
    county.clock().advance(days{20});
    StepInput ask = county.input(kAskExtension);
    ask.amount = 1;
    county.done("lamp unit", at, ask);
}

TEST(CasesTogether, whoever_reported_what_was_merged_must_be_answered_before_closing) {
    SmallCounty county;
    ReportCase quiet = county.lamp_report();
    quiet.reporter.reset();  // nobody waits
    auto survivor = county.cases().report(county.person("worker"), quiet).value();
    StepInput merge = county.input(kMerge);
    merge.other = survivor.case_id;
    const auto child = county.done("lead", county.reported(), merge);
    survivor = county.done("lead", survivor, kPassUp);
    survivor = county.done("dispatcher", survivor, kAssign);
    survivor = county.done("lamp unit", survivor, kSign);
    survivor = county.done("lamp unit", survivor, kHandle);
    survivor = county.done("worker", survivor, kVerifyPass);
    EXPECT_EQ(code_of(county.act("dispatcher", survivor, kClose)), "case_answer_first");
    survivor = county.done("dispatcher", survivor, county.input(kAnswer, "已修好"));
    county.done("dispatcher", survivor, kClose);
    run_jobs(county);
    EXPECT_EQ(county.view("lead", child).answer, "已修好");
}

TEST(CasesTogether, a_grid_that_closes_a_case_at_once_answers_those_merged_into_it) {
    SmallCounty county;
    const auto survivor = county.reported();
    StepInput merge = county.input(kMerge);
    merge.other = survivor.case_id;
    const auto child = county.done("lead", county.reported(), merge);
    county.done("worker", survivor, county.input(kSelfClose, "换了灯泡"));
    run_jobs(county);
    EXPECT_EQ(county.view("lead", child).answer, "换了灯泡");
}

TEST(CasesTogether, what_is_unmerged_after_its_answer_waits_for_an_answer_of_its_own) {
    SmallCounty county;
    const auto survivor = county.reported();
    StepInput merge = county.input(kMerge);
    merge.other = survivor.case_id;
    auto child = county.done("lead", county.reported(), merge);
    county.cases().answer_merged(kCountyPath, survivor.case_id);
    child.step_no = county.view("lead", child).step_no;
    child = county.done("lead", child, kUnmerge);
    const CaseView view = county.view("lead", child);
    EXPECT_EQ(view.state, State::kReported);
    EXPECT_TRUE(std::ranges::any_of(view.clocks, [](const ClockView& clock) {
        return clock.stage == Stage::kAnswer && clock.end == ClockEnd::kRunning;
    }));
    EXPECT_EQ(view.answer, "");
}

TEST(CasesTogether, a_case_tells_what_was_merged_into_it_and_taken_out_again_by_whom_and_why) {
    SmallCounty county;
    const auto survivor = county.reported();
    auto report = county.reported();
    StepInput merge = county.input(kMerge, "同一盏灯");
    merge.other = survivor.case_id;
    county.clock().advance(std::chrono::minutes{1});
    report = county.done("lead", report, merge);
    county.clock().advance(std::chrono::minutes{1});
    report = county.done("lead", report, county.input(kUnmerge, "是另一盏"));

    const CaseView view = county.view("lead", survivor);
    EXPECT_EQ(view.step_no, survivor.step_no) << "nobody who works on it has to begin again";
    EXPECT_TRUE(view.merged.empty());
    ASSERT_EQ(view.merge_steps.size(), 2U);
    const MergeStepView& in = view.merge_steps.front();
    EXPECT_EQ(in.action, kMerge);
    EXPECT_EQ(in.case_id, report.case_id);
    EXPECT_EQ(in.code, report.code);
    EXPECT_EQ(in.by.name, "lead");
    EXPECT_EQ(in.text, "同一盏灯");
    EXPECT_EQ(in.at, kMonday + std::chrono::minutes{1});
    const MergeStepView& out = view.merge_steps.back();
    EXPECT_EQ(out.action, kUnmerge);
    EXPECT_EQ(out.code, report.code);
    EXPECT_EQ(out.text, "是另一盏");
    EXPECT_EQ(out.at, kMonday + std::chrono::minutes{2});
    EXPECT_TRUE(county.view("lead", report).merge_steps.empty()) << "its own steps tell it there";
}

TEST(CasesTogether, what_was_merged_is_told_only_to_whoever_may_see_that_report) {
    SmallCounty county;
    const auto survivor = county.handled();
    StepInput merge = county.input(kMerge, "同一盏灯");
    merge.other = survivor.case_id;
    const auto report = county.done("lead", county.reported(), kPassUp);
    county.done("dispatcher", report, merge);
    EXPECT_EQ(county.view("dispatcher", survivor).merge_steps.size(), 1U);
    EXPECT_TRUE(county.view("lamp unit", survivor).merge_steps.empty());
}

TEST(CasesTogether, the_same_step_twice_at_the_same_time_is_one_step) {
    SmallCounty county;
    const auto at = county.reported();
    const StepInput accept = county.input(kAccept);
    std::vector<Result<StepReceipt>> results(4, Refusal{RefusalKind::kInvalid, "none"});
    {
        std::vector<std::jthread> hands;
        for (auto& result : results)
            hands.emplace_back([&] { result = county.act("lead", at, accept); });
    }
    for (const auto& result : results) {
        ASSERT_TRUE(result);
        EXPECT_EQ(result->step_no, 2);
    }
    EXPECT_EQ(county.view("lead", at).steps.size(), 2U);
}

TEST(CasesTogether, who_was_faster_is_named_with_the_readers_own_word_for_the_action) {
    SmallCounty county;
    const auto at = county.reported();
    county.done("lead", at, kPassUp);
    const auto late = county.act("lead", at, kAccept).error();
    const Messages messages = Messages::shipped();
    const auto said = [&](Language language) {
        return messages.sentence(language, late.code, late.details);
    };
    EXPECT_NE(said(Language::kEnglish).find("lead has just done “Pass up”"), std::string::npos)
        << said(Language::kEnglish);
    EXPECT_EQ(said(Language::kChinese).find("pass_up"), std::string::npos)
        << said(Language::kChinese);
}

TEST(CasesTogether, an_imported_year_recomputes_provisional_deadlines_soon) {
    SmallCounty county;
    county.clock().set(kMonday + days{302});  // Tuesday, 29 December 2026
    run_jobs(county);
    const auto at = county.reported();
    county.publish_year(2027);
    db::Transaction tx{county.pool(), testing::Database::everything()};
    queue_recompute(tx, kCountyPath, county.clock().now());
    tx.commit();
    run_jobs(county);
    EXPECT_EQ(county.view("lead", at).steps.size(), 1U) << "servers know the old calendar still";
    county.clock().advance(std::chrono::seconds{6});
    run_jobs(county);
    EXPECT_EQ(county.view("lead", at).steps.back().action, kRecompute);
}

TEST(CasesTogether, whoever_reports_may_choose_another_grid_than_the_maps_and_it_is_written_down) {
    SmallCounty county;
    ReportCase report = county.lamp_report();
    report.point = Point{118.705, 35.795};  // in the other grid
    const auto at = county.cases().report(county.person("worker"), report).value();
    const CaseView view = county.view("lead", at);
    EXPECT_EQ(view.place.nodes.back().path, kGridPath);
    ASSERT_TRUE(view.steps.front().node);
    EXPECT_EQ(view.steps.front().node->path, kOtherGridPath);

    const auto agreed = county.reported();
    EXPECT_FALSE(county.view("lead", agreed).steps.front().node);
}

}  // namespace
}  // namespace jingwei::cases
