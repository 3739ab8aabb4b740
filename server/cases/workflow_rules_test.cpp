#include "cases/workflow_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

#include "cases/permission_of.h"
#include "core/enum_name.h"

namespace jingwei::cases {
namespace {

Capacities everybody() {
    Capacities all;
    for (const Capacity one : enum_values<Capacity>())
        all.add(one);
    return all;
}

const Surroundings kFavourable{.grid_may_close = true,
                               .desk_above = true,
                               .desk_below = true,
                               .arrival_awaited = true,
                               .survivor_answered = true};

Surroundings world_of(const Rounds& bounds) {
    Surroundings world = kFavourable;
    world.bounds = bounds;
    return world;
}

// Small worlds that can be walked whole: one in which only the loop goes round, as often as it
// ships; and for every two kinds of round one in which both are there once.
std::vector<Surroundings> small_worlds() {
    std::vector<std::int32_t Rounds::*> kinds;
    boost::mp11::mp_for_each<
        boost::describe::describe_members<Rounds, boost::describe::mod_public>>(
        [&](auto member) { kinds.push_back(member.pointer); });
    std::vector<Surroundings> worlds{
        world_of({.returns = 2, .reworks = 3, .reopens = 2, .merges = 1})};
    for (const auto one : kinds) {
        for (const auto other : kinds) {
            if (one == other) break;
            Rounds bounds;
            bounds.*one = bounds.*other = 1;
            worlds.push_back(world_of(bounds));
        }
    }
    return worlds;
}

std::vector<Told> ways_to_tell(Action action, const Standing& standing) {
    if (action == Action::kSelfClose) return {{.sampled = true}, {.sampled = false}};
    if (action == Action::kConcludeSession) return {{.tasks = 0}, {.tasks = 1}};
    if (action != Action::kRaisePlate) return {{}};
    std::vector<Told> higher;
    for (const Plate plate : enum_values<Plate>()) {
        if (plate > standing.plate) higher.push_back({.plate = plate});
    }
    return higher;
}

std::vector<Standing> next_of(const Standing& standing, const Surroundings& around) {
    std::vector<Standing> next;
    for (const Action action : enum_values<Action>()) {
        const auto rule = allowed(action, standing, everybody(), around);
        if (!rule) continue;
        for (const Told& told : ways_to_tell(action, standing)) {
            next.push_back(after(**rule, standing, told));
        }
    }
    return next;
}

std::int32_t spent(const Rounds& rounds) {
    std::int32_t sum = 0;
    boost::mp11::mp_for_each<
        boost::describe::describe_members<Rounds, boost::describe::mod_public>>(
        [&](auto member) { sum += rounds.*member.pointer; });
    return sum;
}

// How far along the loop; a merged case stands before everything, since it may come back.
int rank(State state) {
    switch (state) {
        case State::kMerged:
            return -1;
        case State::kRejected:
        case State::kVoided:
            return 100;
        default:
            return static_cast<int>(state);
    }
}

// What no step ever lowers and every step that changes anything raises, read from left to right.
// All of it is bounded, so no case goes round for ever, whatever people do.
auto progress(const Standing& s) {
    const int suspension = s.suspension == Suspension::kAsked ? 0
                           : s.suspension == Suspension::kOn  ? 1
                                                              : 2;
    const int extension = s.extension == Extension::kNone    ? 0
                          : s.extension == Extension::kAsked ? 1
                                                             : 2;
    return std::tuple{spent(s.rounds),  s.session == Session::kConcluded,
                      rank(s.state),    suspension,
                      extension,        s.plate == Plate::kNone,
                      -s.open_co_tasks, s.sample == Sample::kPassed,
                      !s.confidential};
}

using Graph = std::map<Standing, std::vector<Standing>>;

Graph walk(const Standing& start, const Surroundings& around) {
    Graph graph;
    std::deque<Standing> waiting{start};
    while (!waiting.empty()) {
        const Standing here = waiting.front();
        waiting.pop_front();
        const auto [entry, is_new] = graph.try_emplace(here);
        if (!is_new) continue;
        entry->second = next_of(here, around);
        waiting.insert(waiting.end(), entry->second.begin(), entry->second.end());
    }
    return graph;
}

struct World {
    Surroundings around;
    Graph graph;
};

const std::vector<World>& walked_worlds() {
    static const std::vector<World> worlds = [] {
        std::vector<World> made;
        for (const auto& around : small_worlds())
            made.push_back({around, walk({}, around)});
        return made;
    }();
    return worlds;
}

/// Calls `look(standing, what can come next, world)` for all there is.
template <class Look>
void everywhere(Look look) {
    for (const World& world : walked_worlds()) {
        for (const auto& [standing, next] : world.graph)
            look(standing, next, world);
    }
}

std::size_t that_can_end(const Graph& graph) {
    std::map<Standing, std::vector<Standing>> came_from;
    std::deque<Standing> waiting;
    for (const auto& [standing, next] : graph) {
        for (const Standing& one : next)
            came_from[one].push_back(standing);
        if (is_end(standing.state)) waiting.push_back(standing);
    }
    std::set<Standing> can_end{waiting.begin(), waiting.end()};
    while (!waiting.empty()) {
        const Standing here = waiting.front();
        waiting.pop_front();
        for (const Standing& before : came_from[here]) {
            if (can_end.insert(before).second) waiting.push_back(before);
        }
    }
    return can_end.size();
}

TEST(Workflow, no_two_rows_of_an_action_share_a_state) {
    for (const Rule& one : rules()) {
        for (const Rule& other : rules()) {
            if (&one == &other || one.action != other.action) continue;
            EXPECT_FALSE(one.from.meets(other.from)) << enum_name(one.action);
        }
    }
}

TEST(Workflow, every_action_but_the_first_has_a_row_and_every_row_somebody) {
    for (const Action action : enum_values<Action>()) {
        const auto row = std::ranges::find(rules(), action, &Rule::action);
        EXPECT_EQ(row == rules().end(), action == Action::kReport) << enum_name(action);
    }
    for (const Rule& row : rules()) {
        EXPECT_FALSE(row.by.empty()) << enum_name(row.action);
        EXPECT_FALSE(row.from.empty()) << enum_name(row.action);
    }
}

TEST(Workflow, every_state_action_and_capacity_gets_a_plain_answer) {
    for (const State state : enum_values<State>()) {
        for (const Action action : enum_values<Action>()) {
            for (const Capacity capacity : enum_values<Capacity>()) {
                const Standing standing{.state = state};
                const auto rule = allowed(action, standing, {capacity}, kFavourable);
                if (rule) {
                    EXPECT_TRUE((*rule)->from.has(state) && (*rule)->by.has(capacity));
                } else {
                    EXPECT_FALSE(rule.error().code.empty());
                }
            }
        }
    }
}

TEST(Workflow, every_action_names_the_permission_that_it_takes) {
    for (const Action action : enum_values<Action>()) {
        EXPECT_TRUE(permission_at_place(action).starts_with("case.")) << enum_name(action);
    }
}

TEST(Workflow, nobody_may_do_anything) {
    for (const State state : enum_values<State>()) {
        for (const Action action : enum_values<Action>()) {
            EXPECT_FALSE(allowed(action, Standing{.state = state}, {}, kFavourable));
        }
    }
}

TEST(Workflow, an_archived_rejected_or_voided_case_never_leaves) {
    for (const State end : {State::kArchived, State::kRejected, State::kVoided}) {
        for (const Standing& next : next_of(Standing{.state = end}, kFavourable)) {
            EXPECT_EQ(next, Standing{.state = end});
        }
    }
}

TEST(Workflow, every_state_can_be_reached) {
    std::set<State> reached;
    everywhere([&](const Standing& standing, const auto&, const World&) {
        reached.insert(standing.state);
    });
    EXPECT_EQ(reached.size(), enum_values<State>().size());
}

TEST(Workflow, from_wherever_a_case_gets_to_it_can_reach_an_end) {
    for (const World& world : walked_worlds()) {
        EXPECT_EQ(that_can_end(world.graph), world.graph.size());
    }
}

TEST(Workflow, every_step_that_changes_anything_is_progress_so_nothing_goes_round) {
    everywhere([](const Standing& standing, const auto& next, const World&) {
        for (const Standing& one : next) {
            if (one == standing) continue;
            ASSERT_LT(progress(standing), progress(one))
                << enum_name(standing.state) << " → " << enum_name(one.state);
        }
    });
}

TEST(Workflow, no_round_ever_passes_its_bound) {
    everywhere([](const Standing& standing, const auto&, const World& world) {
        boost::mp11::mp_for_each<
            boost::describe::describe_members<Rounds, boost::describe::mod_public>>(
            [&](auto member) {
                ASSERT_LE(standing.rounds.*member.pointer, world.around.bounds.*member.pointer)
                    << member.name;
            });
        ASSERT_GE(standing.open_co_tasks, 0);
    });
}

Standing walked(std::initializer_list<Action> actions, Standing standing = {}) {
    for (const Action action : actions) {
        const auto rule = allowed(action, standing, everybody(), kFavourable);
        EXPECT_TRUE(rule) << enum_name(action) << " in " << enum_name(standing.state) << ": "
                          << (rule ? "" : rule.error().code);
        if (rule) standing = after(**rule, standing);
    }
    return standing;
}

std::string refusal(Action action, const Standing& standing, Surroundings around = kFavourable) {
    const auto rule = allowed(action, standing, everybody(), around);
    return rule ? "" : rule.error().code;
}

using enum Action;

TEST(Workflow, the_whole_story_ends_in_the_archive) {
    const Standing end = walked(
        {kPassUp, kAssign, kSign, kHandle, kVerifyPass, kAnswer, kClose, kFollowUp, kArchive});
    EXPECT_EQ(end.state, State::kArchived);
}

TEST(Workflow, after_two_returns_the_centre_designates_and_that_unit_cannot_return) {
    const Standing twice = walked({kAssign, kReturn, kAssign, kSign, kReturn});
    EXPECT_EQ(refusal(kAssign, twice), "case_must_designate");
    EXPECT_EQ(refusal(kDesignate, walked({kAssign, kReturn})), "case_designate_too_early");
    EXPECT_EQ(refusal(kReturn, walked({kDesignate}, twice)), "case_unit_was_designated");
    EXPECT_EQ(refusal(kReturn, walked({kDesignate, kSign}, twice)), "case_unit_was_designated");
}

TEST(Workflow, three_reworks_and_two_reopenings_are_all) {
    Standing handled = walked({kAssign, kSign, kHandle});
    for (int round = 0; round < 3; ++round)
        handled = walked({kVerifyFail, kHandle}, handled);
    EXPECT_EQ(refusal(kVerifyFail, handled), "case_reworks_used_up");
    Standing closed = walked({kVerifyPass, kAnswer, kClose}, handled);
    for (int round = 0; round < 2; ++round) {
        closed = walked({kReopen, kAssign, kSign, kHandle, kVerifyPass, kAnswer, kClose}, closed);
    }
    EXPECT_EQ(refusal(kReopen, closed), "case_reopens_used_up");
}

TEST(Workflow, an_extension_is_asked_once_before_expiry_and_lapses_under_a_red_plate) {
    const Standing asked = walked({kAssign, kSign, kAskExtension});
    EXPECT_EQ(walked({kGrantExtension}, asked).extension, Extension::kGranted);
    EXPECT_EQ(refusal(kAskExtension, walked({kRefuseExtension}, asked)), "case_extensions_used_up");
    Surroundings late = kFavourable;
    late.handling_overdue = true;
    EXPECT_EQ(refusal(kAskExtension, walked({kAssign}), late), "case_already_overdue");
    const auto red = allowed(kRaisePlate, asked, {Capacity::kSystem}, kFavourable);
    const Standing lapsed = after(**red, asked, {.plate = Plate::kRed});
    EXPECT_EQ(lapsed.extension, Extension::kLapsed);
    EXPECT_EQ(refusal(kGrantExtension, lapsed), "case_no_extension_asked");
    EXPECT_EQ(walked({kReturn}, asked).extension, Extension::kLapsed);
}

TEST(Workflow, a_suspended_case_is_not_handled_returned_or_merged_until_it_goes_on) {
    const Standing suspended = walked({kAssign, kSign, kAskSuspension, kSuspend});
    for (const Action action : {kHandle, kReturn, kMerge}) {
        EXPECT_EQ(refusal(action, suspended), "case_suspended");
    }
    EXPECT_EQ(suspended.rounds.suspensions, 1);
    EXPECT_EQ(walked({kResume, kHandle}, suspended).state, State::kHandled);
}

TEST(Workflow, a_grid_closes_alone_only_what_its_matter_lets_it_and_only_once) {
    EXPECT_EQ(refusal(kSelfClose, Standing{}, Surroundings{}), "case_grid_may_not_close");
    const auto rule = allowed(kSelfClose, Standing{}, {Capacity::kWorker}, kFavourable);
    const Standing drawn = after(**rule, Standing{}, {.sampled = true});
    EXPECT_EQ(refusal(kArchive, drawn), "case_sample_due");
    const Standing back = walked({kSampleFail}, drawn);
    EXPECT_EQ(back.state, State::kReported);
    EXPECT_EQ(refusal(kSelfClose, back), "case_self_closed_before");
}

TEST(Workflow, unmerging_leads_back_to_exactly_where_it_was) {
    everywhere([](const Standing& standing, const auto&, const World& world) {
        const auto merge = allowed(kMerge, standing, {Capacity::kDesk}, world.around);
        if (!merge) return;
        const Standing merged = after(**merge, standing);
        const auto undo = allowed(kUnmerge, merged, {Capacity::kDesk}, world.around);
        Standing back = after(**undo, merged);
        EXPECT_EQ(back.rounds.merges, standing.rounds.merges + 1);
        back.rounds.merges = standing.rounds.merges;
        ASSERT_EQ(back, standing);
    });
}

TEST(Workflow, the_lead_unit_waits_for_its_helpers) {
    const Standing helped = walked({kAssign, kSign, kAddCoUnit});
    EXPECT_EQ(refusal(kHandle, helped), "case_co_tasks_open");
    EXPECT_EQ(refusal(kHandle, walked({kFinishCoTask}, helped)), "");
}

TEST(Workflow, a_unit_does_not_verify_and_a_worker_does_not_dispatch) {
    const Standing handled = walked({kAssign, kSign, kHandle});
    EXPECT_FALSE(allowed(kVerifyPass, handled, {Capacity::kLeadUnit}, kFavourable));
    EXPECT_FALSE(allowed(kAssign, Standing{}, {Capacity::kWorker}, kFavourable));
}

TEST(Workflow, every_reason_has_a_sentence_in_both_languages) {
    for (const auto* language : {"zh-CN", "en"}) {
        std::ifstream file{std::string{JINGWEI_SOURCE_DIR} + "/data/messages/cases." + language +
                           ".json"};
        const std::string text{std::istreambuf_iterator<char>{file}, {}};
        for (const auto& code : reason_codes()) {
            EXPECT_NE(text.find('"' + code + "\": \""), std::string::npos)
                << language << ' ' << code;
        }
    }
}

}  // namespace
}  // namespace jingwei::cases
