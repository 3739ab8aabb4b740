#include <gtest/gtest.h>

#include "cases/small_county.h"
#include "portal/portal.h"
#include "testing/database.h"

namespace jingwei::portal {
namespace {

using cases::Action;
using cases::SmallCounty;

/// What the loop is to a resident, on a database; the rest of the module is asked over HTTP in
/// tests/portal.
class Resident : public ::testing::Test {
protected:
    SmallCounty county;
    const std::string path{cases::kCountyPath};

    cases::ReportCase body() const {
        auto made = county.lamp_report();
        made.channel = cases::Channel::kResident;
        made.path = cases::kGridPath;
        made.solved_by.reset();
        made.files.reset();
        cases::ReporterBody reporter;
        reporter.name = "王小明";
        reporter.phone = "138 0000 5678";
        made.reporter = reporter;
        return made;
    }
    cases::ResidentReceipt reported() {
        return county.cases().report_of_resident(path, body()).value();
    }
    cases::StepReceipt staff_receipt(const cases::ResidentReceipt& of) {
        const auto found = county.cases().followed(path, of.code, "5678");
        return {of.case_id, of.code, found->record.step_no, found->record.state, of.received_at};
    }
    /// Taken all the way to where the resident is asked.
    cases::ResidentReceipt closed() {
        const auto receipt = reported();
        auto on = staff_receipt(receipt);
        on = county.done("lead", on, Action::kPassUp);
        auto assign = county.input(Action::kAssign);
        assign.unit = county.unit("路灯所");
        on = county.done("dispatcher", on, assign);
        on = county.done("lamp unit", on, Action::kSign);
        on = county.done("lamp unit", on, Action::kHandle);
        on = county.done("worker", on, Action::kVerifyPass);
        on = county.done("worker", on, county.input(Action::kAnswer, "已修好"));
        county.done("dispatcher", on, Action::kClose);
        return receipt;
    }
    cases::StepInput verdict(std::int32_t step_no, cases::Verdict solved) const {
        auto input = county.input(Action::kFollowUp, "");
        input.expected_step = step_no;
        input.solved = solved;
        input.satisfied = cases::Verdict::kYes;
        return input;
    }
};

TEST_F(Resident, GetsTheSameReceiptForTheSameReport) {
    const auto once = body();
    const auto first = county.cases().report_of_resident(path, once);
    const auto second = county.cases().report_of_resident(path, once);
    ASSERT_TRUE(first) << first.error().code;
    ASSERT_TRUE(second) << second.error().code;
    EXPECT_EQ(first->code, second->code);
    EXPECT_EQ(first->answer_due_at, second->answer_due_at);
    EXPECT_TRUE(first->answer_due_at.has_value());
}

TEST_F(Resident, IsNobodyOnTheCasePageWhichTheGridSees) {
    const auto receipt = reported();
    const auto view = county.view("worker", staff_receipt(receipt));
    EXPECT_EQ(view.channel, cases::Channel::kResident);
    EXPECT_FALSE(view.steps.front().by.id);
    EXPECT_EQ(view.steps.front().by.name, "");
    EXPECT_EQ(view.steps.front().capacity, cases::Capacity::kReporter);
    EXPECT_EQ(view.reporter->phone, "138****5678");
}

TEST_F(Resident, LandsOnTheCountysDeskWhenOnlyWordsSayWhere) {
    auto made = body();
    made.path.reset();
    made.point.reset();
    made.address = "老粮站后面";
    const auto receipt = county.cases().report_of_resident(path, made);
    ASSERT_TRUE(receipt) << receipt.error().code;
    EXPECT_EQ(county.cases().followed(path, receipt->code, "5678")->record.desk_path,
              cases::kCountyPath);
}

TEST_F(Resident, IsTakenInWhereNothingIsDrawnByGridOrElseByTheCountysDesk) {
    auto made = body();
    made.point = Point{118.0, 35.0};
    EXPECT_TRUE(county.cases().would_take_of_resident(path, made));
    auto receipt = county.cases().report_of_resident(path, made);
    ASSERT_TRUE(receipt) << receipt.error().code;
    EXPECT_EQ(county.cases().followed(path, receipt->code, "5678")->record.grid_path,
              cases::kGridPath);
    made = body();
    made.path.reset();
    made.point = Point{118.0, 35.0};
    receipt = county.cases().report_of_resident(path, made);
    ASSERT_TRUE(receipt) << receipt.error().code;
    const auto record = county.cases().followed(path, receipt->code, "5678")->record;
    EXPECT_EQ(record.desk_path, cases::kCountyPath);
    EXPECT_EQ(record.lon, 118.0);
}

TEST_F(Resident, IsToldBeforeItIsWrittenWhatWouldNotBeTaken) {
    auto made = body();
    made.matter = Id<Matter>::make(cases::kMonday);
    EXPECT_EQ(county.cases().would_take_of_resident(path, made).error().code,
              "case_matter_unknown");
}

TEST_F(Resident, IsKnownByTheDigitsOfTheTailHoweverThePhoneIsWritten) {
    for (const char* phone : {"138 0000 567 8", "1380000-5678（家）", "+86 138 0000 5678"}) {
        auto made = body();
        made.reporter->phone = phone;
        const auto receipt = county.cases().report_of_resident(path, made);
        ASSERT_TRUE(receipt) << receipt.error().code;
        EXPECT_TRUE(county.cases().followed(path, receipt->code, "5678")) << phone;
        EXPECT_TRUE(county.cases().followed(path, receipt->code, "５６７８")) << phone;
    }
}

TEST_F(Resident, IsKnownByCodeAndTailAloneWhateverTheChannel) {
    const auto receipt = reported();
    auto& loop = county.cases();
    EXPECT_TRUE(loop.followed(path, receipt.code, "5678"));
    EXPECT_FALSE(loop.followed(path, receipt.code, "0000"));
    EXPECT_FALSE(loop.followed(path, receipt.code, "****"));
    EXPECT_FALSE(loop.followed(path, "2026-999999-9", "5678"));
    const auto by_worker = county.reported();
    EXPECT_FALSE(loop.followed(path, by_worker.code, "****")) << "raised without a phone";
}

TEST_F(Resident, AnswersTwoQuestionsAndTakesUpAgainWhatIsNotSolved) {
    const auto receipt = closed();
    auto& loop = county.cases();
    auto found = loop.followed(path, receipt.code, "5678");
    EXPECT_EQ(found->open, (std::vector{Action::kFollowUp, Action::kReopen}));
    const auto no = verdict(found->record.step_no, cases::Verdict::kNo);
    ASSERT_TRUE(loop.step_of_resident(path, receipt.case_id, no));
    EXPECT_TRUE(loop.step_of_resident(path, receipt.case_id, no)) << "the same again";
    found = loop.followed(path, receipt.code, "5678");
    EXPECT_EQ(found->record.solved, cases::Verdict::kNo);
    EXPECT_EQ(found->record.satisfied, cases::Verdict::kYes);
    EXPECT_EQ(found->open, std::vector{Action::kReopen});
    auto again = county.input(Action::kReopen, "还是不亮");
    again.expected_step = found->record.step_no;
    ASSERT_TRUE(loop.step_of_resident(path, receipt.case_id, again));
    found = loop.followed(path, receipt.code, "5678");
    EXPECT_EQ(found->record.state, cases::State::kAccepted);
    EXPECT_EQ(found->steps.back().capacity, cases::Capacity::kReporter);
}

TEST_F(Resident, JudgesOnceWhatLivesOnInAnotherCase) {
    const auto survivor = county.reported();
    const auto receipt = reported();
    auto& loop = county.cases();
    auto merge = county.input(Action::kMerge);
    merge.other = survivor.case_id;
    county.done("lead", staff_receipt(receipt), merge);
    county.done("worker", survivor, county.input(Action::kSelfClose, "换了灯泡"));
    loop.answer_merged(path, survivor.case_id);
    auto found = loop.followed(path, receipt.code, "5678");
    EXPECT_EQ(found->open, std::vector{Action::kFollowUp});
    const auto yes = verdict(found->record.step_no, cases::Verdict::kYes);
    ASSERT_TRUE(loop.step_of_resident(path, receipt.case_id, yes));
    EXPECT_TRUE(loop.step_of_resident(path, receipt.case_id, yes)) << "the same again";
    found = loop.followed(path, receipt.code, "5678");
    EXPECT_TRUE(found->open.empty());
    const auto no = verdict(found->record.step_no, cases::Verdict::kNo);
    const auto second = loop.step_of_resident(path, receipt.case_id, no);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "case_followed_up_before");
    EXPECT_EQ(loop.followed(path, receipt.code, "5678")->record.solved, cases::Verdict::kYes);
}

TEST_F(Resident, MayNotJudgeWhatIsNotClosedNorActForStaff) {
    const auto receipt = reported();
    auto& loop = county.cases();
    EXPECT_EQ(
        loop.step_of_resident(path, receipt.case_id, verdict(1, cases::Verdict::kYes)).error().code,
        "case_wrong_state");
    auto accept = county.input(Action::kAccept);
    accept.expected_step = 1;
    EXPECT_EQ(loop.step_of_resident(path, receipt.case_id, accept).error().code,
              "case_wrong_capacity");
}

}  // namespace
}  // namespace jingwei::portal
