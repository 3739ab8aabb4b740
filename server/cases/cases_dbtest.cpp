#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "cases/cases.h"
#include "cases/small_county.h"
#include "db/transaction.h"
#include "testing/database.h"

namespace jingwei::cases {
namespace {

using enum Action;
using std::chrono::days;

std::string code_of(const Result<StepReceipt>& result) { return result ? "" : result.error().code; }

std::int64_t count(db::Pool& pool, const db::Scope& scope, std::string_view name,
                   std::string_view text) {
    const db::Statement statement{name, text};
    db::Transaction tx{pool, scope};
    const auto counted = tx.one<std::int64_t>(statement);
    tx.commit();
    return counted;
}

const ClockView& clock_of(const CaseView& view, Stage stage) {
    return *std::ranges::find(view.clocks, stage, &ClockView::stage);
}

TEST(Cases, a_lamp_goes_from_the_report_to_the_archive_through_six_hands) {
    SmallCounty county;
    auto at = county.closed();
    StepInput asked = county.input(kFollowUp);
    asked.solved = asked.satisfied = Verdict::kYes;
    at = county.done("worker", at, asked);
    at = county.done("dispatcher", at, kArchive);
    EXPECT_EQ(at.state, State::kArchived);

    const CaseView view = county.view("worker", at);
    EXPECT_EQ(view.steps.size(), 10U);
    EXPECT_EQ(view.lead_unit->name, "路灯所");
    EXPECT_EQ(view.place.nodes.size(), 4U);
    EXPECT_EQ(view.matter.class_name, "城镇管理");
    EXPECT_EQ(view.answer, "已修好");
    EXPECT_EQ(view.solved, Verdict::kYes);
    EXPECT_FALSE(view.light);
    for (const ClockView& clock : view.clocks)
        EXPECT_NE(clock.end, ClockEnd::kRunning);
    EXPECT_TRUE(is_case_code(view.code));
}

TEST(Cases, the_same_report_again_is_the_same_case_with_the_same_receipt) {
    SmallCounty county;
    const auto report = county.lamp_report();
    const auto first = county.cases().report(county.person("worker"), report).value();
    const auto again = county.cases().report(county.person("worker"), report).value();
    EXPECT_EQ(first.code, again.code);
    EXPECT_EQ(first.at, again.at);
    const auto foreign = county.cases().report(county.person("lead"), report);
    EXPECT_EQ(code_of(foreign), "case_id_taken") << "what another reported is no repetition";
    EXPECT_EQ(code_of(county.cases().report(county.person("stranger"), report)), "case_id_taken");
    EXPECT_EQ(count(county.pool(), testing::Database::everything(), "test.cases",
                    "SELECT count(*) FROM cases"),
              1);
}

TEST(Cases, the_same_step_again_gets_the_same_receipt_whatever_happened_since) {
    SmallCounty county;
    const auto at = county.reported();
    const StepInput accept = county.input(kAccept);
    const auto first = county.done("lead", at, accept);
    county.done("lead", first, kPassUp);
    const auto again = county.act("lead", at, accept);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->step_no, first.step_no);
    EXPECT_EQ(again->state, first.state);
}

TEST(Cases, another_step_under_a_used_id_is_refused) {
    SmallCounty county;
    const StepInput accept = county.input(kAccept);
    const auto first = county.done("lead", county.reported(), accept);
    StepInput other = county.input(kPassUp);
    other.step_id = accept.step_id;
    EXPECT_EQ(code_of(county.act("lead", first, other)), "case_step_id_taken");
}

TEST(Cases, who_acts_on_an_old_page_is_told_who_was_faster) {
    SmallCounty county;
    const auto at = county.reported();
    county.done("lead", at, kAccept);
    const auto late = county.act("dispatcher", at, kPassUp);
    EXPECT_EQ(code_of(late), "case_moved_on");
    EXPECT_EQ(late.error().details.front().second, "lead");
}

TEST(Cases, of_two_people_at_once_exactly_one_succeeds) {
    SmallCounty county;
    const auto at = county.done("lead", county.reported(), kPassUp);
    std::vector<Result<StepReceipt>> results(2, Refusal{RefusalKind::kInvalid, "none"});
    {
        std::jthread one{[&] { results[0] = county.act("dispatcher", at, kAssign); }};
        std::jthread two{[&] { results[1] = county.act("second dispatcher", at, kAssign); }};
    }
    EXPECT_EQ(std::ranges::count_if(results, [](const auto& one) { return one.has_value(); }), 1);
    EXPECT_TRUE(code_of(results[0]) == "case_moved_on" || code_of(results[1]) == "case_moved_on");
}

TEST(Cases, a_stranger_finds_nothing_neither_by_id_nor_in_the_tables) {
    SmallCounty county;
    const auto at = county.reported();
    const auto& stranger = county.person("stranger");
    EXPECT_FALSE(county.cases().view(stranger, at.case_id, Language::kEnglish));
    EXPECT_EQ(code_of(county.act("stranger", at, kAccept)), "case_not_found");
    for (const auto& [name, text] : {std::pair{"test.c", "SELECT count(*) FROM cases"},
                                     std::pair{"test.s", "SELECT count(*) FROM case_step"},
                                     std::pair{"test.r", "SELECT count(*) FROM case_reporter"}}) {
        EXPECT_EQ(count(county.pool(), stranger.scope(), name, text), 0) << text;
        EXPECT_GT(count(county.pool(), county.person("lead").scope(), name, text), 0) << text;
    }
    static const db::Statement steal{"test.steal", "UPDATE cases SET confidential = true"};
    db::Transaction tx{county.pool(), stranger.scope()};
    EXPECT_EQ(tx.run(steal), 0);
}

TEST(Cases, history_cannot_be_rewritten) {
    SmallCounty county;
    county.reported();
    static const db::Statement forge{"test.forge", "UPDATE case_step SET text = 'x'"};
    db::Transaction tx{county.pool(), testing::Database::everything()};
    EXPECT_ANY_THROW(tx.run(forge));
}

TEST(Cases, a_contact_is_masked_sealed_and_read_only_with_a_purpose) {
    SmallCounty county;
    const auto at = county.reported();
    const CaseView view = county.view("lead", at);
    EXPECT_EQ(view.reporter->name, "王**");
    EXPECT_EQ(view.reporter->phone, "138****5678");
    EXPECT_TRUE(view.reporter->can_read);
    const auto contact = county.cases().read_contact(county.person("lead"), at.case_id,
                                                     {Id<Step>::make(kMonday), "回电核实位置"});
    ASSERT_TRUE(contact);
    EXPECT_EQ(contact->phone, "13812345678");
    db::Scope auditor = testing::Database::everything();
    auditor.duty = "audit";
    EXPECT_EQ(count(county.pool(), auditor, "test.audit",
                    "SELECT count(*) FROM audit_entry "
                    "WHERE action = 'case.read_contact' AND purpose = '回电核实位置'"),
              1);
    EXPECT_FALSE(county.cases().read_contact(county.person("stranger"), at.case_id,
                                             {Id<Step>::make(kMonday), "好奇心"}));
}

TEST(Cases, what_is_confidential_is_hidden_from_those_without_the_right) {
    SmallCounty county;
    ReportCase report = county.lamp_report();
    report.confidential = true;
    const auto at = county.cases().report(county.person("worker"), report).value();
    EXPECT_TRUE(county.cases().view(county.person("worker"), at.case_id, Language::kChinese));
    EXPECT_TRUE(county.cases().view(county.person("confidant"), at.case_id, Language::kChinese));
    EXPECT_FALSE(county.cases().view(county.person("lead"), at.case_id, Language::kChinese));
}

TEST(Cases, the_units_time_runs_from_dispatch_and_the_residents_from_receipt) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    county.clock().advance(std::chrono::hours{1});
    at = county.done("dispatcher", at, kAssign);
    county.clock().advance(std::chrono::hours{1});
    at = county.done("lamp unit", at, kSign);
    const CaseView view = county.view("lamp unit", at);
    EXPECT_EQ(clock_of(view, Stage::kAnswer).started_at, kMonday);
    EXPECT_EQ(clock_of(view, Stage::kHandle).started_at, kMonday + std::chrono::hours{1});
    EXPECT_EQ(clock_of(view, Stage::kSign).end, ClockEnd::kDone);
}

TEST(Cases, after_two_returns_only_a_designation_is_possible) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    at = county.done("dispatcher", at, kAssign);
    at = county.done("lamp unit", at, kReturn);
    StepInput other = county.input(kAssign);
    other.unit = county.unit("城管办");
    at = county.done("dispatcher", at, other);
    at = county.done("other unit", at, kReturn);
    EXPECT_EQ(code_of(county.act("dispatcher", at, kAssign)), "case_must_designate");
    at = county.done("dispatcher", at, kDesignate);
    EXPECT_EQ(code_of(county.act("lamp unit", at, kReturn)), "case_unit_was_designated");
}

TEST(Cases, an_extension_moves_the_deadline_by_what_was_granted) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    at = county.done("dispatcher", at, kAssign);
    const Time due = clock_of(county.view("lamp unit", at), Stage::kHandle).due_at;
    StepInput ask = county.input(kAskExtension);
    ask.amount = 99;
    EXPECT_EQ(code_of(county.act("lamp unit", at, ask)), "case_extension_too_long");
    ask.amount = 2;
    at = county.done("lamp unit", at, ask);
    StepInput grant = county.input(kGrantExtension);
    grant.amount = 1;
    at = county.done("dispatcher", at, grant);
    const CaseView view = county.view("lamp unit", at);
    EXPECT_GT(clock_of(view, Stage::kHandle).due_at, due);
    EXPECT_EQ(view.extension->granted, 1);
}

TEST(Cases, two_requests_at_once_each_keep_their_own_reason_and_amount) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    at = county.done("dispatcher", at, kAssign);
    at = county.done("lamp unit", at, kSign);
    StepInput extension = county.input(kAskExtension, "配件在途");
    extension.amount = 2;
    at = county.done("lamp unit", at, extension);
    StepInput suspension = county.input(kAskSuspension, "等水位下降");
    suspension.days = 5;
    at = county.done("lamp unit", at, suspension);

    const CaseView view = county.view("dispatcher", at);
    EXPECT_EQ(view.extension->reason, "配件在途");
    EXPECT_EQ(view.suspension->reason, "等水位下降");
    EXPECT_EQ(view.suspension->days, 5);
}

TEST(Cases, a_desk_that_passed_a_case_up_no_longer_decides_on_it) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    EXPECT_EQ(code_of(county.act("lead", at, kVoid)), "case_wrong_capacity");
    at = county.done("dispatcher", at, kAssign);
    at = county.done("lamp unit", at, kSign);
    StepInput extension = county.input(kAskExtension, "配件在途");
    extension.amount = 1;
    at = county.done("lamp unit", at, extension);
    StepInput grant = county.input(kGrantExtension);
    grant.amount = 1;
    EXPECT_EQ(code_of(county.act("lead", at, grant)), "case_wrong_capacity");
}

TEST(Cases, suspended_time_does_not_count_and_ends_by_itself) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    at = county.done("dispatcher", at, kAssign);
    at = county.done("lamp unit", at, kSign);
    const Time due = clock_of(county.view("lamp unit", at), Stage::kHandle).due_at;
    StepInput suspend = county.input(kSuspend);
    suspend.days = 7;
    at = county.done("dispatcher", at, suspend);
    EXPECT_FALSE(county.view("lamp unit", at).light);
    EXPECT_EQ(county.cases().run_timers(kCountyPath), 0U);
    county.clock().advance(days{7});
    EXPECT_EQ(county.cases().run_timers(kCountyPath), 1U);
    const CaseView view = county.view("lamp unit", at);
    EXPECT_EQ(view.steps.back().action, kResume);
    EXPECT_GE(clock_of(view, Stage::kHandle).due_at, due + days{7});
}

TEST(Cases, timers_raise_yellow_then_red_and_a_pending_extension_lapses) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    at = county.done("dispatcher", at, kAssign);
    StepInput ask = county.input(kAskExtension);
    ask.amount = 1;
    at = county.done("lamp unit", at, ask);
    EXPECT_EQ(county.cases().run_timers(kCountyPath), 0U);
    county.clock().advance(days{1} + std::chrono::hours{1});
    EXPECT_EQ(county.cases().run_timers(kCountyPath), 1U);
    EXPECT_EQ(county.view("supervisor", at).plate, Plate::kYellow);
    EXPECT_EQ(county.cases().run_timers(kCountyPath), 0U);
    county.clock().advance(days{1});
    EXPECT_EQ(county.cases().run_timers(kCountyPath), 1U);
    const CaseView view = county.view("supervisor", at);
    EXPECT_EQ(view.plate, Plate::kRed);
    EXPECT_EQ(view.plates.size(), 2U);
    EXPECT_EQ(view.extension->extension, Extension::kLapsed);
    EXPECT_TRUE(view.plates.front().issuer.name.empty());
}

TEST(Cases, a_plate_must_be_above_the_one_that_is_up_and_can_be_lifted) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kPassUp);
    StepInput yellow = county.input(kRaisePlate);
    yellow.plate = Plate::kYellow;
    at = county.done("supervisor", at, yellow);
    StepInput blue = county.input(kRaisePlate);
    blue.plate = Plate::kBlue;
    EXPECT_EQ(code_of(county.act("supervisor", at, blue)), "case_plate_not_higher");
    at = county.done("dispatcher", at, kReplyPlate);
    at = county.done("supervisor", at, kLiftPlate);
    const CaseView view = county.view("supervisor", at);
    EXPECT_EQ(view.plate, Plate::kNone);
    EXPECT_TRUE(view.plates.front().reply);
    EXPECT_TRUE(view.plates.front().lifted_at);
}

TEST(Cases, merging_keeps_every_reporters_receipt_clock_and_verdict_and_can_be_undone) {
    SmallCounty county;
    const auto survivor = county.reported();
    const auto child = county.reported();
    StepInput merge = county.input(kMerge);
    merge.other = survivor.case_id;
    const Time due = clock_of(county.view("lead", child), Stage::kAnswer).due_at;
    auto at = county.done("lead", child, merge);
    CaseView view = county.view("lead", at);
    EXPECT_EQ(view.code, child.code);
    EXPECT_EQ(view.merged_into->code, survivor.code);
    EXPECT_EQ(clock_of(view, Stage::kAnswer).end, ClockEnd::kRunning);
    EXPECT_EQ(clock_of(view, Stage::kAnswer).due_at, due);
    EXPECT_EQ(county.view("lead", survivor).merged.size(), 1U);
    EXPECT_EQ(code_of(county.act("lead", survivor, kVoid)), "case_holds_merged_reports");

    at = county.done("lead", at, kUnmerge);
    EXPECT_EQ(at.state, State::kReported);
    view = county.view("lead", at);
    EXPECT_FALSE(view.merged_into);
    EXPECT_EQ(clock_of(view, Stage::kScreen).end, ClockEnd::kRunning);
    EXPECT_TRUE(county.view("lead", survivor).merged.empty());
}

TEST(Cases, a_merged_reporter_is_answered_with_the_survivor_and_judges_for_himself) {
    SmallCounty county;
    const auto survivor = county.reported();
    const auto child = county.reported();
    StepInput merge = county.input(kMerge);
    merge.other = survivor.case_id;
    auto merged = county.done("lead", child, merge);
    EXPECT_EQ(code_of(county.act("worker", merged, kFollowUp)), "case_survivor_unanswered");

    auto at = county.done("lead", survivor, kAssign);
    EXPECT_EQ(county.view("lead", at).lead_unit->name, "居委会");
    // The committee's own people are not in this county; the answering job is asked for directly.
    EXPECT_EQ(county.cases().answer_merged(kCountyPath, survivor.case_id), 1U);
    merged.step_no = county.view("lead", merged).step_no;
    StepInput said = county.input(kFollowUp);
    said.solved = Verdict::kNo;
    said.satisfied = Verdict::kNo;
    merged = county.done("worker", merged, said);
    EXPECT_EQ(county.view("worker", merged).solved, Verdict::kNo);
    EXPECT_FALSE(county.view("worker", survivor).solved);
}

TEST(Cases, a_grid_closes_a_small_matter_at_once) {
    SmallCounty county;
    ReportCase report = county.lamp_report();
    report.solved_by = Words{"换了灯泡"};
    const auto first = county.cases().report(county.person("worker"), report).value();
    EXPECT_EQ(first.state, State::kClosed);
    EXPECT_EQ(first.step_no, 2);
    const auto again = county.cases().report(county.person("worker"), report).value();
    EXPECT_EQ(again.step_no, 2);
    EXPECT_EQ(again.code, first.code);
    EXPECT_TRUE(county.view("lead", first).self_closed);
}

TEST(Cases, closed_cases_go_to_the_archive_by_themselves) {
    SmallCounty county;
    const auto at = county.closed();
    county.clock().advance(days{31});
    EXPECT_EQ(county.cases().run_timers(kCountyPath), 1U);
    EXPECT_EQ(county.view("dispatcher", at).state, State::kArchived);
}

TEST(Cases, a_provisional_deadline_is_recomputed_when_its_year_is_published) {
    SmallCounty county;
    county.clock().set(kMonday + days{302});  // Tuesday, 29 December 2026
    const auto at = county.reported();
    EXPECT_TRUE(clock_of(county.view("lead", at), Stage::kAnswer).explanation.deadline.provisional);
    EXPECT_EQ(county.cases().recompute_provisional(kCountyPath), 0U);
    county.publish_year(2027);
    EXPECT_EQ(county.cases().recompute_provisional(kCountyPath), 1U);
    const CaseView view = county.view("lead", at);
    EXPECT_FALSE(clock_of(view, Stage::kAnswer).explanation.deadline.provisional);
    EXPECT_EQ(view.steps.back().action, kRecompute);
}

TEST(Cases, the_page_says_of_each_action_whether_and_why_not) {
    SmallCounty county;
    const auto at = county.done("lead", county.reported(), kAccept);
    const CaseView view = county.view("lead", at);
    const auto action = [&](Action one) {
        return std::ranges::find(view.actions, one, &ActionView::action);
    };
    EXPECT_TRUE(action(kAssign)->allowed);
    EXPECT_FALSE(action(kAccept)->allowed);
    EXPECT_EQ(action(kAccept)->reason_code, "case_wrong_state");
    EXPECT_FALSE(action(kAccept)->reason->empty());
    EXPECT_EQ(action(kSign), view.actions.end());
}

/// An upload of that person, as files would have kept it.
Id<File> uploaded(SmallCounty& county, const std::string& name) {
    static const db::Statement insert{
        "test.upload",
        "INSERT INTO file (county, id, account, name, sha256, media_type, bytes, width, height, "
        "uploaded_at) VALUES ($1, $2, $3, '灯.jpg', repeat('a', 64), 'image/jpeg', 10, 4, 3, $4)"};
    const auto& who = county.person(name);
    const auto id = Id<File>::make(county.clock().now());
    db::Transaction tx{county.pool(), who.scope()};
    tx.queue(insert, who.county(), id, who.account(), county.clock().now());
    tx.commit();
    return id;
}

TEST(Cases, files_of_a_case_are_seen_by_whoever_sees_the_case_and_attached_by_their_owner) {
    SmallCounty county;
    ReportCase report = county.lamp_report();
    report.files = Files{uploaded(county, "worker")};
    const auto at = county.cases().report(county.person("worker"), report).value();
    const CaseView view = county.view("lead", at);
    ASSERT_EQ(view.files.size(), 1U);
    EXPECT_EQ(view.files.front().name, "灯.jpg");
    EXPECT_EQ(view.steps.front().files.size(), 1U);

    StepInput comment = county.input(kComment);
    comment.files = {uploaded(county, "stranger")};
    EXPECT_FALSE(county.act("lead", at, comment));
    EXPECT_EQ(county.view("lead", at).steps.size(), 1U) << "nothing is half written";
    const auto seen_by = [&](const std::string& name) {
        return count(county.pool(), county.person(name).scope(), "test.files",
                     "SELECT count(*) FROM file");
    };
    EXPECT_EQ(seen_by("lead"), 1);
    EXPECT_EQ(seen_by("stranger"), 1) << "only the own one";
    EXPECT_EQ(seen_by("lamp unit"), 0);
}

TEST(Cases, a_joint_session_is_called_attended_and_concluded_with_tasks) {
    SmallCounty county;
    auto at = county.done("lead", county.reported(), kAssign);
    StepInput call = county.input(kWhistle, "路灯归谁管");
    call.summoned = {county.unit("路灯所"), county.unit("城管办")};
    call.meets_at = kMonday + days{1};
    call.meeting_place = "居委会二楼";
    at = county.done("lead", at, call);
    at = county.done("lamp unit", at, kAttend);
    StepInput conclude = county.input(kConcludeSession, "由路灯所协办");
    conclude.tasks = {{county.unit("路灯所"), "换灯"}};
    at = county.done("lead", at, conclude);
    CaseView view = county.view("lead", at);
    EXPECT_EQ(view.session->attended.size(), 1U);
    EXPECT_EQ(view.session->decision, "由路灯所协办");
    ASSERT_EQ(view.co_units.size(), 1U);
    at = county.done("lamp unit", at, kFinishCoTask);
    EXPECT_TRUE(county.view("lead", at).co_units.front().done);
}

}  // namespace
}  // namespace jingwei::cases
