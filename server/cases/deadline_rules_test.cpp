#include "cases/deadline_rules.h"

#include <gtest/gtest.h>

#include "cases/light_rules.h"
#include "cases/timer_rules.h"
#include "core/enum_name.h"

namespace jingwei::cases {
namespace {

using calendar::Light;
using calendar::LimitUnit;
using std::chrono::days;
using std::chrono::hours;
using enum Action;

/// Monday, 2 March 2026, 09:00 in China; that week has no holiday.
constexpr Time kMonday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + hours{1}};

const calendar::WorkCalendar& year_2026() {
    static const calendar::WorkCalendar calendar{{{2026, 0, "test", {}}}};
    return calendar;
}

StageLimits limits() {
    StageLimits limits;
    const auto put = [&](Stage stage, std::int32_t amount, LimitUnit unit) {
        limits[static_cast<std::size_t>(stage)] = calendar::Limit{amount, unit};
    };
    put(Stage::kScreen, 4, LimitUnit::kWorkingHours);
    put(Stage::kSign, 1, LimitUnit::kWorkingDays);
    put(Stage::kHandle, 3, LimitUnit::kWorkingDays);
    put(Stage::kVerify, 1, LimitUnit::kWorkingDays);
    put(Stage::kAnswer, 5, LimitUnit::kWorkingDays);
    return limits;
}

/// A case's clocks and the moments at which steps are taken.
struct Story {
    std::vector<CaseClock> clocks{};
    Time now = kMonday;

    void take(Action action, std::optional<calendar::Limit> extension = {}) {
        move_clocks(clocks,
                    {.action = action,
                     .at = now,
                     .received_at = kMonday - hours{10},
                     .limits = limits(),
                     .desk = "371323/101",
                     .unit = "unit",
                     .extension = extension},
                    year_2026());
    }
    const CaseClock* live(Stage stage) const { return live_clock(clocks, stage); }
};

TEST(Deadlines, the_answer_runs_from_receipt_and_handling_from_dispatch) {
    Story story;
    story.take(kReport);
    EXPECT_EQ(story.live(Stage::kAnswer)->started_at, kMonday - hours{10});
    EXPECT_EQ(story.live(Stage::kScreen)->started_at, kMonday);
    story.now += hours{2};
    story.take(kAssign);
    EXPECT_EQ(story.live(Stage::kScreen), nullptr);
    story.now += hours{2};
    story.take(kSign);
    EXPECT_EQ(story.live(Stage::kHandle)->started_at, kMonday + hours{2});
    EXPECT_EQ(story.live(Stage::kSign), nullptr);
    EXPECT_EQ(story.live(Stage::kArrival), nullptr) << "no arrival limit, no clock";
}

TEST(Deadlines, somebody_always_has_a_running_clock_until_the_resident_is_told) {
    Story story;
    for (const Action action : {kReport, kAccept, kPassUp, kAssign, kReturn, kAssign, kSign,
                                kHandle, kVerifyFail, kHandle, kVerifyPass}) {
        story.take(action);
        EXPECT_TRUE(next_ends(story.clocks).due_at) << enum_name(action);
        story.now += hours{1};
    }
    story.take(Action::kAnswer);
    EXPECT_FALSE(next_ends(story.clocks).due_at);
}

TEST(Deadlines, at_most_one_clock_of_a_stage_lives_and_rounds_count) {
    Story story;
    for (const Action action : {kReport, kAssign, kReturn, kAssign, kSign, kHandle, kVerifyFail}) {
        story.take(action);
    }
    EXPECT_EQ(story.live(Stage::kHandle)->round, 3);
    for (const auto& one : story.clocks) {
        for (const auto& other : story.clocks) {
            EXPECT_FALSE(&one != &other && one.stage == other.stage && one.is_live() &&
                         other.is_live());
        }
    }
}

TEST(Deadlines, suspended_time_does_not_count) {
    Story story;
    story.take(kReport);
    story.take(kAssign);
    const Time due = story.live(Stage::kHandle)->due_at;
    story.take(kSuspend);
    EXPECT_FALSE(light_of(story.clocks, story.now));
    story.now += days{7};
    story.take(kResume);
    EXPECT_EQ(story.live(Stage::kHandle)->due_at, due + days{7});
}

TEST(Deadlines, a_merged_case_keeps_the_residents_clock_and_gets_the_others_back) {
    Story story;
    story.take(kReport);
    const Time answer = story.live(Stage::kAnswer)->due_at;
    story.take(kMerge);
    EXPECT_EQ(story.live(Stage::kScreen)->end, ClockEnd::kPaused);
    EXPECT_EQ(story.live(Stage::kAnswer)->end, ClockEnd::kRunning);
    story.now += days{1};
    story.take(kUnmerge);
    EXPECT_EQ(story.live(Stage::kScreen)->end, ClockEnd::kRunning);
    EXPECT_EQ(story.live(Stage::kAnswer)->due_at, answer);
}

TEST(Deadlines, an_extension_is_counted_from_the_end_of_the_limit) {
    Story story;
    story.take(kReport);
    story.take(kAssign);
    const Time due = story.live(Stage::kHandle)->due_at;
    story.take(kGrantExtension, calendar::Limit{1, LimitUnit::kWorkingDays});
    EXPECT_EQ(story.live(Stage::kHandle)->due_at, due + days{1});
    EXPECT_GT(story.live(Stage::kAnswer)->due_at, due);
}

TEST(Deadlines, reopening_starts_both_the_desks_and_the_residents_clock_anew) {
    Story story;
    for (const Action action :
         {kReport, kAssign, kSign, kHandle, kVerifyPass, Action::kAnswer, kClose, kReopen}) {
        story.take(action);
    }
    EXPECT_EQ(story.live(Stage::kAnswer)->round, 2);
    EXPECT_EQ(story.live(Stage::kAnswer)->started_at, story.now);
}

TEST(Lights, a_case_shows_the_worst_of_its_clocks_and_lists_agree) {
    Story story;
    story.take(kReport);
    story.take(kAssign);
    std::optional<Light> before = Light::kGreen;
    for (Time now = kMonday; now < kMonday + days{12}; now += std::chrono::minutes{30}) {
        const auto light = light_of(story.clocks, now);
        const auto ends = next_ends(story.clocks);
        const auto row = row_light(ends.due_at, ends.yellow_at, now);
        ASSERT_EQ(light->light, row->light);
        auto worst = Light::kGreen;
        for (const auto& clock : story.clocks) {
            if (clock.end != ClockEnd::kRunning) continue;
            worst = std::max(worst, calendar::light_at(deadline_of(clock, year_2026()), now).light);
        }
        ASSERT_EQ(light->light, worst);
        EXPECT_GE(light->light, *before) << "a light never brightens by itself";
        before = light->light;
    }
    EXPECT_EQ(before, Light::kRed);
}

TimerCase timer(const Story& story, State state, Plate plate = Plate::kNone) {
    TimerCase one{.standing = {.state = state}, .clocks = story.clocks};
    one.standing.plate = plate;
    return one;
}

TEST(Timers, an_unsigned_case_gets_yellow_after_one_working_day_and_red_after_two) {
    Story story;
    story.take(kReport);
    story.take(kAssign);
    const auto at = [&](Time now, Plate up) {
        const auto act = due_act(timer(story, State::kAssigned, up), year_2026(), {}, now);
        return act ? act->plate : Plate::kNone;
    };
    EXPECT_EQ(at(kMonday + hours{23}, Plate::kNone), Plate::kNone);
    EXPECT_EQ(at(kMonday + days{1}, Plate::kNone), Plate::kYellow);
    EXPECT_EQ(at(kMonday + days{1}, Plate::kYellow), Plate::kNone) << "the same level is refused";
    EXPECT_EQ(at(kMonday + days{2}, Plate::kYellow), Plate::kRed);
    EXPECT_EQ(at(kMonday + days{2}, Plate::kNone), Plate::kRed) << "the gravest only";
}

TEST(Timers, an_unanswered_case_gets_yellow_after_five_working_days_and_red_after_ten) {
    Story story;
    story.take(kReport);
    const auto at = [&](Time now) {
        const auto act = due_act(timer(story, State::kAccepted), year_2026(), {}, now);
        return act ? act->plate : Plate::kNone;
    };
    EXPECT_EQ(at(kMonday + days{6}), Plate::kNone);
    EXPECT_EQ(at(kMonday + days{7}), Plate::kYellow);
    EXPECT_EQ(at(kMonday + days{14}), Plate::kRed);
}

TEST(Timers, a_plate_that_a_person_lifted_stays_down_until_the_next_threshold) {
    Story story;
    story.take(kReport);
    story.take(kAssign);
    for (auto& clock : story.clocks) {
        if (clock.stage == Stage::kSign) clock.plate = Plate::kYellow;
    }
    EXPECT_FALSE(due_act(timer(story, State::kAssigned), year_2026(), {}, kMonday + days{1}));
    EXPECT_TRUE(due_act(timer(story, State::kAssigned), year_2026(), {}, kMonday + days{2}));
}

TEST(Timers, next_look_is_the_first_moment_at_which_something_is_due) {
    Story story;
    story.take(kReport);
    story.take(kAssign);
    const auto one = timer(story, State::kAssigned);
    const Time look = *next_look(one, year_2026(), {});
    EXPECT_TRUE(due_act(one, year_2026(), {}, look));
    EXPECT_FALSE(due_act(one, year_2026(), {}, look - std::chrono::microseconds{1}));
}

TEST(Timers, what_waits_for_a_sample_is_not_archived) {
    TimerCase one{.standing = {.state = State::kClosed}, .clocks = {}};
    one.closed_at = kMonday;
    EXPECT_EQ(due_act(one, year_2026(), {}, kMonday + days{30})->action, kArchive);
    one.standing.sample = Sample::kDue;
    EXPECT_FALSE(due_act(one, year_2026(), {}, kMonday + days{300}));
    EXPECT_FALSE(next_look(one, year_2026(), {}));
}

}  // namespace
}  // namespace jingwei::cases
