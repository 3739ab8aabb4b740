#include "plan/plan_rules.h"

#include <gtest/gtest.h>

#include "core/enum_name.h"
#include "geo/ascii_map.h"
#include "geo/geojson.h"
#include "plan/following_rules.h"

namespace jingwei::plan {
namespace {

using namespace std::chrono_literals;
using grid::Level;
using grid::NodeKind;

const Time kNow{std::chrono::sys_days{2026y / 3 / 2}};
const Day kToday = china_day(kNow);

/// A village whose boundary is drawn, with grids A and B side by side and C that is not drawn.
class PlanRules : public ::testing::Test {
protected:
    std::map<char, geo::MultiPolygon> map = geo::ascii_map({"AB"});
    std::vector<grid::Node> nodes;
    std::set<std::string> codes;
    std::string path = "371323/101";

    PlanRules() {
        add("371323", "371323", Level::kCounty, NodeKind::kDivision, {});
        add("371323/101", "371323101", Level::kTown, NodeKind::kDivision, {});
        add("371323/101/204", "371323101204", Level::kVillage, NodeKind::kDivision,
            geo::ascii_map({"VV"})['V']);
        add("371323/101/204/001", "371323101204001100", Level::kGrid, NodeKind::kGeneral, map['A']);
        add("371323/101/204/002", "371323101204002100", Level::kGrid, NodeKind::kGeneral, map['B']);
    }

    void add(std::string at, std::string code, Level level, NodeKind kind,
             geo::MultiPolygon boundary) {
        grid::Node node;
        node.id = Id<grid::Node>::make(kNow);
        for (const auto& above : nodes)
            if (grid::parent_path(at) == above.path) node.parent = above.id;
        node.path = std::move(at);
        node.code = code;
        node.name = code;
        node.level = level;
        node.kind = kind;
        node.boundary = std::move(boundary);
        node.valid_from = kNow - 24h;
        codes.insert(std::move(code));
        nodes.push_back(std::move(node));
    }

    const grid::Node& at(const std::string& segment) const {
        for (const auto& node : nodes)
            if (node.path.ends_with(segment)) return node;
        throw std::logic_error(segment);
    }
    PlannedNode as_it_is(const grid::Node& node) const {
        auto one = planned_of(node);
        one.seen = node.valid_from;
        return one;
    }
    PlannedNode made(const geo::MultiPolygon& area, std::string code = "") const {
        grid::Node node;
        node.id = Id<grid::Node>::make(kNow);
        node.parent = at("/204").id;
        node.name = "新网格";
        node.level = Level::kGrid;
        node.kind = NodeKind::kGeneral;
        node.code = std::move(code);
        node.boundary = area;
        return planned_of(node);
    }
    PlannedNode drawn(const grid::Node& node, geo::MultiPolygon area) const {
        auto copy = node;
        copy.boundary = std::move(area);
        return planned_of(copy);
    }

    /// Split of A: the left half stays A, the right half is new.
    PlanChange split_of_a() {
        auto halves = geo::ascii_map({"LR"}, {118, 35}, 0.005);
        const auto left = stretched(halves['L']), right = stretched(halves['R']);
        const auto& a = at("/001");
        return {ChangeKind::kSplit, {as_it_is(a)}, {drawn(a, left), made(right)}};
    }
    static geo::MultiPolygon stretched(geo::MultiPolygon area) {
        for (auto& point : area[0].outer)
            point.lat = 35 + (point.lat - 35) * 2;
        return area;
    }

    Outcome outcome(std::vector<PlanChange> changes) {
        const grid::Territory territory("371323", 1, nodes);
        const Ground ground{territory, grid::CodeRule::kEighteenDigits, codes, path};
        EXPECT_TRUE(complete(ground, changes));
        kept = changes;
        return outcome_of(ground, changes);
    }
    std::string fault_of(std::vector<PlanChange> changes) {
        const auto result = outcome(std::move(changes));
        if (!result.faults.empty()) return result.faults.front().code;
        for (const auto& fault : result.drawn)
            if (!fault.stood_before) return enum_name(fault.kind);
        return "";
    }

    std::vector<PlanChange> kept;
};

TEST_F(PlanRules, ASplitKeepsTheOldGridInOnePartAndGivesTheOtherTheNextCode) {
    const auto result = outcome({split_of_a()});
    EXPECT_TRUE(result.good());
    ASSERT_EQ(result.reshaping.changed.size(), 1U);
    EXPECT_EQ(result.reshaping.changed[0].after.id, at("/001").id);
    EXPECT_EQ(result.reshaping.changed[0].seen, at("/001").valid_from);
    ASSERT_EQ(result.reshaping.added.size(), 1U);
    EXPECT_EQ(result.reshaping.added[0].code, "371323101204003100");
    EXPECT_EQ(result.reshaping.added[0].path, "371323/101/204/003");
    EXPECT_TRUE(result.reshaping.closed.empty());
}

TEST_F(PlanRules, AGapAnOverlapAndWhatLiesOutsideAreFaults) {
    auto gap = split_of_a();
    gap.results.pop_back();
    gap.kind = ChangeKind::kRedraw;
    EXPECT_EQ(fault_of({gap}), "gap");
    auto overlap = split_of_a();
    overlap.results[1].boundary = Json{geo::write_area(map['A'])};
    EXPECT_EQ(fault_of({overlap}), "overlap");
    const PlanChange outside{ChangeKind::kAdd, {}, {made(geo::ascii_map({"..X"})['X'])}};
    EXPECT_EQ(fault_of({outside}), "outside");
}

TEST_F(PlanRules, WhereNothingAboveIsDrawnGroundThatWasCoveredMayNotBeLost) {
    for (auto& node : nodes)
        if (node.level == Level::kVillage) node.boundary.clear();
    const PlanChange retire{ChangeKind::kRetire, {as_it_is(at("/002"))}, {}};
    EXPECT_EQ(fault_of({retire}), "gap");
}

TEST_F(PlanRules, AFaultThatStoodBeforeHindersNothing) {
    for (auto& node : nodes)
        if (node.level == Level::kVillage) node.boundary = geo::ascii_map({"VVV"})['V'];
    const auto result = outcome({split_of_a()});
    ASSERT_EQ(result.drawn.size(), 1U);
    EXPECT_TRUE(result.drawn[0].stood_before);
    EXPECT_TRUE(result.good());
}

TEST_F(PlanRules, AMergeEndsAllButOneAndNamesTheirHeir) {
    const auto &a = at("/001"), &b = at("/002");
    const PlanChange merge{
        ChangeKind::kMerge, {as_it_is(a), as_it_is(b)}, {drawn(a, geo::ascii_map({"VV"})['V'])}};
    const auto result = outcome({merge});
    EXPECT_TRUE(result.good());
    ASSERT_EQ(result.reshaping.closed.size(), 1U);
    EXPECT_EQ(result.reshaping.closed[0].id, b.id);
    ASSERT_EQ(result.successors.size(), 1U);
    EXPECT_EQ(result.successors[0], std::pair(b.id, a.id));
}

TEST_F(PlanRules, ARenumberedGridKeepsItsPathAndTakesItsMicroGridsAlong) {
    add("371323/101/204/001/01", "371323101204001101", Level::kMicro, NodeKind::kMicro, {});
    auto renumbered = planned_of(at("/001"));
    renumbered.code = "371323101204009100";
    const auto result = outcome({{ChangeKind::kRenumber, {as_it_is(at("/001"))}, {renumbered}}});
    EXPECT_TRUE(result.good());
    ASSERT_EQ(result.reshaping.changed.size(), 2U);
    for (const auto& [seen, after] : result.reshaping.changed) {
        EXPECT_TRUE(after.path.starts_with("371323/101/204/001"));
        EXPECT_TRUE(after.code.starts_with("3713231012040091")) << after.code;
    }
}

TEST_F(PlanRules, ACodeIsGivenOnce) {
    auto renumbered = planned_of(at("/001"));
    renumbered.code = "371323101204007100";
    codes.insert(renumbered.code);  // of a grid long gone
    EXPECT_EQ(fault_of({{ChangeKind::kRenumber, {as_it_is(at("/001"))}, {renumbered}}}),
              "plan_code_given_before");
}

TEST_F(PlanRules, WhatWasChangedSinceOrIsGoneIsTold) {
    auto stale = split_of_a();
    stale.touches[0].seen = kNow - 48h;
    EXPECT_EQ(fault_of({stale}), "plan_node_changed");
    auto gone = split_of_a();
    gone.touches[0].id = Id<grid::Node>::make(kNow);
    gone.results[0].id = gone.touches[0].id;
    EXPECT_EQ(fault_of({gone}), "plan_node_gone");
}

TEST_F(PlanRules, ItChangesNothingOutsideItsOwnNode) {
    path = "371323/102";
    EXPECT_EQ(fault_of({split_of_a()}), "plan_outside");
}

TEST_F(PlanRules, EachKindHasItsShape) {
    auto change = split_of_a();
    for (const auto kind : {ChangeKind::kAdd, ChangeKind::kMerge, ChangeKind::kRedraw,
                            ChangeKind::kRenumber, ChangeKind::kRetire}) {
        change.kind = kind;
        EXPECT_EQ(fault_of({change}), "plan_wrong_shape") << enum_name(kind);
    }
}

TEST_F(PlanRules, ANodeWithOthersUnderItDoesNotEnd) {
    add("371323/101/204/002/01", "371323101204002101", Level::kMicro, NodeKind::kMicro, {});
    EXPECT_EQ(fault_of({{ChangeKind::kRetire, {as_it_is(at("/002"))}, {}}}),
              "plan_has_nodes_below");
}

TEST_F(PlanRules, ALaterChangeStandsOnAnEarlierOne) {
    const auto split = split_of_a();
    auto again = split.results[1];
    PlanChange renumber{ChangeKind::kRenumber, {again}, {again}};
    renumber.results[0].name = "第九网格";
    renumber.results[0].code = "371323101204003100";
    auto first = split;
    first.results[1].code = "371323101204003100";
    const auto result = outcome({first, renumber});
    EXPECT_TRUE(result.good());
    ASSERT_EQ(result.reshaping.added.size(), 1U);
    EXPECT_EQ(result.reshaping.added[0].name, "第九网格");
}

TEST_F(PlanRules, AVertexNearANeighbourIsDrawnOntoIt) {
    const auto& a = at("/001");
    auto area = map['A'];
    for (auto& point : area[0].outer)
        if (point.lon > 118.005) point.lon -= 0.4 / 111'195;
    outcome({{ChangeKind::kRedraw, {as_it_is(a)}, {drawn(a, area)}}});
    EXPECT_EQ(geo::area_m2(node_of(kept[0].results[0]).boundary), geo::area_m2(map['A']));
}

TEST(PlanStates, WhoeverSubmittedDoesNotDecide) {
    const auto mine = Id<Account>::make(kNow), other = Id<Account>::make(kNow);
    Plan plan;
    plan.in_force_on = kToday;
    EXPECT_EQ(after(plan, PlanAction::kSubmit, mine, kToday).value(), PlanState::kSubmitted);
    plan.state = PlanState::kSubmitted;
    plan.submitted_by = mine;
    EXPECT_EQ(after(plan, PlanAction::kApprove, mine, kToday).error().code, "plan_same_person");
    EXPECT_EQ(after(plan, PlanAction::kRefuse, mine, kToday).error().code, "plan_same_person");
    EXPECT_EQ(after(plan, PlanAction::kApprove, other, kToday).value(), PlanState::kApproved);
    EXPECT_EQ(after(plan, PlanAction::kRefuse, other, kToday).value(), PlanState::kRefused);
    EXPECT_EQ(after(plan, PlanAction::kWithdraw, mine, kToday).value(), PlanState::kWithdrawn);
}

TEST(PlanStates, ADayIsNeededThatIsNotPast) {
    const auto mine = Id<Account>::make(kNow);
    Plan plan;
    EXPECT_EQ(after(plan, PlanAction::kSubmit, mine, kToday).error().code, "plan_day_missing");
    plan.in_force_on = kToday - std::chrono::days{1};
    EXPECT_EQ(after(plan, PlanAction::kSubmit, mine, kToday).error().code, "plan_day_past");
    plan.in_force_on = kToday + std::chrono::days{1};
    EXPECT_TRUE(after(plan, PlanAction::kSubmit, mine, kToday));
    plan.state = PlanState::kApproved;
    EXPECT_EQ(after(plan, PlanAction::kPutInForce, mine, kToday).error().code, "plan_wrong_state");
    EXPECT_TRUE(after(plan, PlanAction::kPutInForce, mine, *plan.in_force_on));
    EXPECT_TRUE(
        after(plan, PlanAction::kPutInForce, mine, *plan.in_force_on + std::chrono::days{7}));
    EXPECT_EQ(after(plan, PlanAction::kPutInForce, mine, *plan.in_force_on + std::chrono::days{8})
                  .error()
                  .code,
              "plan_too_late");
}

TEST(PlanStates, NothingIsDoneInTheWrongState) {
    const auto who = Id<Account>::make(kNow);
    for (const auto state : {PlanState::kInForce, PlanState::kWithdrawn}) {
        Plan plan;
        plan.state = state;
        plan.in_force_on = kToday;
        for (const auto action : {PlanAction::kSubmit, PlanAction::kApprove, PlanAction::kRefuse,
                                  PlanAction::kWithdraw}) {
            EXPECT_EQ(after(plan, action, who, kToday).error().code, "plan_wrong_state");
        }
    }
}

TEST_F(PlanRules, AnOpenCaseGoesWithItsGroundAndElseWithItsGrid) {
    const grid::Territory before("371323", 1, nodes), now("371323", 1, nodes);
    const auto &a = at("/001"), &b = at("/002");
    auto was = a;
    was.boundary = geo::ascii_map({"VV"})['V'];  // A was the whole village once
    const auto where = [&](std::optional<double> lon, std::optional<double> lat) {
        return where_to(before, was, {{}, lon, lat}, now, {})->id;
    };
    EXPECT_EQ(where(118.015, 35.005), b.id);
    EXPECT_EQ(where(118.005, 35.005), a.id);
    EXPECT_EQ(where(std::nullopt, std::nullopt), a.id);
    EXPECT_EQ(where(118.9, 35.9), a.id) << "somewhere else: its grid was chosen by hand";
    was.id = Id<grid::Node>::make(kNow);
    EXPECT_EQ(where(std::nullopt, std::nullopt), at("/204").id) << "ended without an heir";
    EXPECT_EQ(where_to(before, was, {}, now, {{was.id, b.id}})->id, b.id);
}

TEST_F(PlanRules, AnOpenCaseOfAVillageThatEndsWithItsGridGoesToTheTown) {
    const grid::Territory before("371323", 1, nodes);
    const auto was = at("/001");
    auto left = nodes;
    std::erase_if(left, [&](const grid::Node& one) { return one.level >= grid::Level::kVillage; });
    const grid::Territory now("371323", 2, left);
    const auto* to = where_to(before, was, {}, now, {});
    ASSERT_NE(to, nullptr);
    EXPECT_EQ(to->level, grid::Level::kTown);
}

}  // namespace
}  // namespace jingwei::plan
