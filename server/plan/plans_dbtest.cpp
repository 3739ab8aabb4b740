#include <gtest/gtest.h>

#include "core/enum_name.h"
#include "geo/ascii_map.h"
#include "geo/geojson.h"
#include "geo/reshape.h"
#include "plan/plans.h"
#include "testing/database.h"

namespace jingwei::plan {
namespace {

using namespace std::chrono_literals;
using grid::Level;
using grid::NodeKind;

constexpr std::string_view kCounty = testing::county;
/// Monday, 2 March 2026, 09:00 in China.
constexpr Time kMonday{std::chrono::sys_days{2026y / 3 / 2} + 1h};

/// A county with a town, a village and two grids side by side, all real but the catalogue.
class PlansOnDatabase : public ::testing::Test {
protected:
    testing::Database database;
    db::Scope everything = testing::Database::everything();
    ManualClock clock{kMonday};
    KeyRing keys{{{1, std::string(KeyRing::kKeySize, 'k')}}};
    Messages messages = Messages::shipped();
    grid::Grid grid{database.pool(), clock};
    staff::Staff staff{database.pool(), clock, grid};
    Id<Matter> lamp = Id<Matter>::make(kMonday);
    std::shared_ptr<const matter::Catalogue> catalogue = make_catalogue();
    cases::Cases cases{{.pool = database.pool(),
                        .clock = clock,
                        .keys = keys,
                        .messages = messages,
                        .worlds = [this](std::string_view county) { return world(county); }}};
    Plans plans{{database.pool(), clock, grid, staff, cases}};
    std::map<char, geo::MultiPolygon> map = geo::ascii_map({"AB"});
    Id<grid::Node> town, village, a, b;

    PlansOnDatabase() {
        const auto root = add({}, "371323", "示例县", Level::kCounty, NodeKind::kDivision, {});
        town = add(root, "371323101", "东镇", Level::kTown, NodeKind::kDivision, {});
        village = add(town, "371323101204", "和平村", Level::kVillage, NodeKind::kDivision,
                      geo::ascii_map({"VV"})['V']);
        a = add(village, "371323101204001100", "第一网格", Level::kGrid, NodeKind::kGeneral,
                map['A']);
        b = add(village, "371323101204002100", "第二网格", Level::kGrid, NodeKind::kGeneral,
                map['B']);
    }

    std::shared_ptr<const matter::Catalogue> make_catalogue() const {
        matter::Matter one;
        one.id = lamp;
        one.code = "0701";
        one.class_code = "07";
        one.subclass_code = "070";
        one.name_zh = "路灯不亮";
        one.name_en = "Street lamp out";
        one.valid_from = kMonday - std::chrono::days{365};
        return std::make_shared<matter::Catalogue>(
            std::string(kCounty), std::vector<matter::MatterClass>{{"07", "城镇管理", "Town"}},
            std::vector<matter::MatterSubclass>{{"070", "07", "市政设施", "Facilities"}},
            std::vector{one});
    }
    cases::World world(std::string_view county) {
        return {grid.territory(county), grid.units(county), staff.roster(county), catalogue,
                std::make_shared<calendar::WorkCalendar>(
                    std::vector<calendar::YearCalendar>{{2026, 0, "test", {}}})};
    }

    Id<grid::Node> add(std::optional<Id<grid::Node>> parent, std::string code, std::string name,
                       Level level, NodeKind kind, geo::MultiPolygon boundary) {
        grid::NewNode node;
        node.id = Id<grid::Node>::make(clock.now());
        node.parent = parent;
        node.code = std::move(code);
        node.name = std::move(name);
        node.level = level;
        node.kind = kind;
        node.boundary = std::move(boundary);
        node.valid_from = kMonday - std::chrono::days{100};
        return grid.create(everything, node).value().id;
    }

    Actor actor(std::string name, std::string path) {
        auto& account = accounts_[name];
        if (account == Id<Account>{}) account = Id<Account>::make(clock.now());
        auto scope = db::Scope::nobody(std::string(kCounty));
        scope.account = account;
        scope.paths = {std::move(path)};
        return {scope, std::move(name)};
    }
    Actor drafter() { return actor("镇管理员", "371323/101"); }
    Actor approver() { return actor("县管理员", "371323"); }

    PlannedNode as_it_is(Id<grid::Node> id) {
        const auto* node = grid.territory(kCounty)->find(id);
        auto one = planned_of(*node);
        one.seen = node->valid_from;
        return one;
    }
    PlannedNode part(Id<grid::Node> id, std::string name, const geo::MultiPolygon& area) {
        PlannedNode one;
        one.id = id;
        one.parent_id = village;
        one.name = std::move(name);
        one.boundary = Json{geo::write_area(area)};
        return one;
    }
    /// The first grid cut from north to south: the larger western part stays what it is.
    PlanChange split_of_a() {
        const auto parts = geo::split(map['A'], {{118.006, 34.99}, {118.006, 35.02}}).value();
        auto kept = part(a, "第一网格", parts[0]);
        kept.code = "371323101204001100";
        return {ChangeKind::kSplit,
                {as_it_is(a)},
                {kept, part(Id<grid::Node>::make(clock.now()), "第三网格", parts[1])}};
    }

    WholePlan drafted(std::vector<PlanChange> changes, Day day = china_day(kMonday)) {
        NewPlan wanted;
        wanted.id = Id<Plan>::make(clock.now());
        wanted.node = town;
        wanted.name = "东镇网格调整";
        wanted.in_force_on = day;
        const auto made = plans.create(drafter(), wanted).value();
        PlanEdit edit;
        edit.revision = made.plan.revision;
        edit.changes = std::move(changes);
        return plans.change(drafter(), wanted.id, edit).value();
    }
    Result<WholePlan> decide(const Actor& by, const WholePlan& on, PlanAction action,
                             std::string reason = "") {
        Decision decision;
        decision.revision = on.plan.revision;
        decision.reason = std::move(reason);
        return plans.decide(by, on.plan.id, action, decision);
    }
    WholePlan submitted(std::vector<PlanChange> changes, Day day = china_day(kMonday)) {
        return decide(drafter(), drafted(std::move(changes), day), PlanAction::kSubmit).value();
    }
    /// Somebody who works at that place.
    access::Principal worker_of(std::string path) {
        access::Grant grant;
        grant.id = Id<access::RoleGrant>::make(kMonday);
        grant.role = access::role::kGridWorker;
        grant.path = std::move(path);
        grant.valid_from = kMonday - std::chrono::days{1};
        access::Principal::Who who;
        who.county = kCounty;
        who.account = Id<Account>::make(kMonday);
        who.login = who.display_name = "网格员";
        return {who, {grant}};
    }
    std::string code_of(const Result<WholePlan>& result) {
        return result ? "" : result.error().code;
    }
    std::string at(Point place, Time when) {
        const auto territory = grid.territory_at(kCounty, when);
        const auto* node = territory->at(place);
        return node ? node->name : "";
    }

private:
    std::map<std::string, Id<Account>> accounts_;
};

constexpr Point kWest{118.002, 35.005}, kEast{118.008, 35.005};

TEST_F(PlansOnDatabase, ASplitKeepsItAnswerableWhoAnsweredBeforeAndAfter) {
    const auto plan = submitted({split_of_a()});
    clock.advance(1h);
    const auto done = decide(approver(), plan, PlanAction::kApprove).value();
    EXPECT_EQ(done.plan.state, PlanState::kInForce) << "its day is today";
    EXPECT_EQ(at(kEast, kMonday), "第一网格");
    EXPECT_EQ(at(kEast, clock.now()), "第三网格");
    EXPECT_EQ(at(kWest, clock.now()), "第一网格");
    EXPECT_EQ(at(kWest, kMonday), "第一网格");
    const auto territory = grid.territory(kCounty);
    EXPECT_EQ(territory->at(kWest)->id, a) << "the kept part is the same grid";
    EXPECT_EQ(territory->at(kEast)->code, "371323101204003100");
    ASSERT_EQ(done.steps.size(), 4U);
    EXPECT_EQ(done.steps[1].by_name, "镇管理员");
    EXPECT_EQ(done.steps[3].action, PlanAction::kPutInForce);
}

TEST_F(PlansOnDatabase, AnOverlapIsNotSubmitted) {
    auto change = split_of_a();
    change.results[1].boundary = Json{geo::write_area(map['A'])};
    const auto plan = drafted({change});
    const auto check = plans.check(everything, plan.plan.id).value();
    ASSERT_FALSE(check.good());
    EXPECT_EQ(check.outcome.drawn[0].kind, grid::DrawingFaultKind::kOverlap);
    EXPECT_FALSE(check.outcome.drawn[0].where.empty());
    EXPECT_EQ(code_of(decide(drafter(), plan, PlanAction::kSubmit)), "plan_has_faults");
}

TEST_F(PlansOnDatabase, TheSecondPlanOnAGridIsToldOfTheFirst) {
    const auto first = submitted({split_of_a()}, china_day(kMonday) + std::chrono::days{3});
    const auto second = drafted({split_of_a()});
    const auto check = plans.check(everything, second.plan.id).value();
    ASSERT_EQ(check.remarks.size(), 1U);
    EXPECT_EQ(check.remarks[0].kind, RemarkKind::kOtherPlan);
    EXPECT_EQ(check.remarks[0].plan, first.plan.id);
    EXPECT_EQ(code_of(decide(drafter(), second, PlanAction::kSubmit)), "plan_hindered");
}

TEST_F(PlansOnDatabase, WhoSubmittedItDoesNotApproveIt) {
    const auto plan = drafted({split_of_a()});
    const auto mine = decide(approver(), plan, PlanAction::kSubmit).value();
    EXPECT_EQ(code_of(decide(approver(), mine, PlanAction::kApprove)), "plan_same_person");
    EXPECT_EQ(code_of(decide(actor("另一人", "371323/101"), mine, PlanAction::kApprove)),
              "plan_decided_above");
    EXPECT_EQ(code_of(decide(actor("邻镇", "371323/102"), mine, PlanAction::kApprove)),
              "plan_unknown");
}

TEST_F(PlansOnDatabase, ADayInThePastIsRefused) {
    const auto plan = drafted({split_of_a()}, china_day(kMonday) - std::chrono::days{1});
    EXPECT_EQ(code_of(decide(drafter(), plan, PlanAction::kSubmit)), "plan_day_past");
}

TEST_F(PlansOnDatabase, ItIsSentBackWithAReasonAndDrawnAnew) {
    const auto plan = submitted({split_of_a()});
    EXPECT_EQ(code_of(decide(approver(), plan, PlanAction::kRefuse)), "plan_reason_missing");
    const auto refused = decide(approver(), plan, PlanAction::kRefuse, "东界应沿河").value();
    EXPECT_EQ(refused.plan.state, PlanState::kRefused);
    EXPECT_EQ(refused.steps.back().reason, "东界应沿河");
    PlanEdit edit;
    edit.revision = refused.plan.revision;
    edit.note = "东界已改沿河";
    const auto again = plans.change(drafter(), plan.plan.id, edit).value();
    EXPECT_EQ(again.plan.state, PlanState::kDraft);
    EXPECT_EQ(code_of(decide(drafter(), refused, PlanAction::kSubmit)), "plan_changed_meanwhile");
}

TEST_F(PlansOnDatabase, WhatIsApprovedForLaterComesIntoForceOnItsDay) {
    const auto day = china_day(kMonday) + std::chrono::days{2};
    const auto plan =
        decide(approver(), submitted({split_of_a()}, day), PlanAction::kApprove).value();
    EXPECT_EQ(plan.plan.state, PlanState::kApproved);
    EXPECT_EQ(plans.put_in_force(std::string(kCounty)), 0U);
    clock.advance(39h + 1min);  // Wednesday, 00:01 in China
    EXPECT_EQ(plans.put_in_force(std::string(kCounty)), 1U);
    EXPECT_EQ(at(kEast, clock.now()), "第三网格");
    EXPECT_EQ(plans.put_in_force(std::string(kCounty)), 0U);
}

TEST_F(PlansOnDatabase, WhatWasChangedSinceItsApprovalHindersIt) {
    const auto day = china_day(kMonday) + std::chrono::days{2};
    const auto plan =
        decide(approver(), submitted({split_of_a()}, day), PlanAction::kApprove).value();
    clock.advance(1h);
    grid::NodeChange change;
    change.seen = grid.territory(kCounty)->find(a)->valid_from;
    change.name = "东门网格";
    ASSERT_TRUE(grid.change(everything, a, change));
    clock.advance(48h);
    EXPECT_EQ(plans.put_in_force(std::string(kCounty)), 0U);
    const auto now = plans.find(everything, plan.plan.id).value();
    EXPECT_EQ(now.plan.state, PlanState::kApproved);
    EXPECT_EQ(now.plan.hindrance, "plan_node_changed");
    EXPECT_EQ(at(kEast, clock.now()), "东门网格");
}

TEST_F(PlansOnDatabase, AMergeEndsThePostsOfWhatEndsAndTakesItsOpenCasesAlong) {
    staff::NewPost post;
    post.id = Id<staff::Post>::make(clock.now());
    post.node = b;
    post.kind = staff::PostKind::kWorker;
    post.valid_from = kMonday - std::chrono::days{30};
    ASSERT_TRUE(staff.create_post(everything, post));
    const auto worker = worker_of("371323/101/204/002");
    cases::ReportCase report;
    report.id = Id<Case>::make(clock.now());
    report.step_id = Id<Step>::make(clock.now());
    report.matter = lamp;
    report.description = "路灯不亮";
    report.path = cases::Path{"371323/101/204/002"};
    ASSERT_TRUE(cases.report(worker, report));

    auto kept = part(a, "第一网格", geo::merge({map['A'], map['B']}).value());
    kept.code = "371323101204001100";
    const auto plan = submitted({{ChangeKind::kMerge, {as_it_is(a), as_it_is(b)}, {kept}}});
    EXPECT_EQ(plans.check(everything, plan.plan.id)->remarks[0].kind, RemarkKind::kPostsEnd);
    clock.advance(1h);
    const auto done = decide(approver(), plan, PlanAction::kApprove).value();
    EXPECT_EQ(grid.territory(kCounty)->find(b), nullptr);
    EXPECT_EQ(staff.roster(kCounty)->post(post.id)->term.to, clock.now());
    EXPECT_EQ(at({118.015, 35.005}, clock.now()), "第一网格");
    EXPECT_EQ(at({118.015, 35.005}, kMonday), "第二网格");

    ASSERT_TRUE(plans.follow_cases(std::string(kCounty), done.plan.id));
    ASSERT_TRUE(plans.follow_cases(std::string(kCounty), done.plan.id)) << "may be done again";
    const auto view = cases.view(worker_of("371323/101"), report.id, Language::kChinese).value();
    ASSERT_EQ(view.steps.size(), 2U) << "its history is kept, and says that it moved";
    EXPECT_EQ(view.steps.back().action, cases::Action::kFollowGrid);
    EXPECT_TRUE(cases.open_on(std::string(kCounty), "371323/101/204/002", {}, 10).empty());
    EXPECT_EQ(cases.open_on(std::string(kCounty), "371323/101/204/001", {}, 10).size(), 1U);
}

TEST_F(PlansOnDatabase, APlanIsForATownOrTheCountyAndSeenFromThere) {
    NewPlan wanted;
    wanted.id = Id<Plan>::make(clock.now());
    wanted.node = a;
    wanted.name = "太低";
    EXPECT_EQ(plans.create(drafter(), wanted).error().code, "plan_node_too_low");
    wanted.node = town;
    EXPECT_EQ(plans.create(actor("邻镇", "371323/102"), wanted).error().code, "outside_your_scope");
    const auto plan = drafted({split_of_a()});
    EXPECT_TRUE(plans.find(approver().scope, plan.plan.id));
    EXPECT_EQ(plans.find(actor("邻镇", "371323/102").scope, plan.plan.id).error().code,
              "plan_unknown");
    EXPECT_EQ(plans.list(everything, PlanState::kDraft, "371323/101", 10).size(), 1U);
    EXPECT_TRUE(plans.list(everything, PlanState::kInForce, std::nullopt, 10).empty());
}

}  // namespace
}  // namespace jingwei::plan
