#include "cases/deadline_rules.h"

#include <algorithm>

namespace jingwei::cases {
namespace {

using enum Action;

enum class Move { kStart, kStop, kDrop, kPause, kGoOn, kExtend };
using enum Move;

struct ClockRule {
    Action action;
    Move move;
    Stages stages;
};

constexpr Stage screen = Stage::kScreen;
constexpr Stage sign = Stage::kSign;
constexpr Stage handle = Stage::kHandle;
constexpr Stage verify = Stage::kVerify;
constexpr Stage answer = Stage::kAnswer;
constexpr Stage arrival = Stage::kArrival;
constexpr Stages all_but_answer{screen, sign, handle, verify, arrival};
constexpr Stages all{screen, sign, handle, verify, answer, arrival};

// clang-format off
constexpr ClockRule kRules[] = {
    {kReport,         kStart,  {screen, answer}},
    {kSelfClose,      kStop,   {screen, answer}},
    {kReject,         kStop,   {screen, answer}},
    {kPassUp,         kStop,   {screen}},
    {kPassUp,         kStart,  {screen}},
    {kPassDown,       kStop,   {screen}},
    {kPassDown,       kStart,  {screen}},
    {kAssign,         kStop,   {screen}},
    {kAssign,         kStart,  {sign, handle, arrival}},
    {kDesignate,      kStop,   {screen}},
    {kDesignate,      kStart,  {sign, handle, arrival}},
    {kSign,           kStop,   {sign}},
    {kArrive,         kStop,   {arrival}},
    {kReturn,         kDrop,   {sign, handle, arrival}},
    {kReturn,         kStart,  {screen}},
    {kGrantExtension, kExtend, {handle, answer}},
    {kSuspend,        kPause,  all},
    {kResume,         kGoOn,   all},
    {kHandle,         kStop,   {handle}},
    {kHandle,         kDrop,   {arrival}},
    {kHandle,         kStart,  {verify}},
    {kVerifyFail,     kStop,   {verify}},
    {kVerifyFail,     kStart,  {handle}},
    {kVerifyPass,     kStop,   {verify}},
    {kAnswer,         kStop,   {answer}},
    {kClose,          kStop,   {answer}},
    {kReopen,         kStart,  {screen, answer}},
    {kSampleFail,     kStart,  {screen, answer}},
    {kVoid,           kDrop,   all},
    {kMerge,          kPause,  all_but_answer},  // the resident's own clock goes on
    {kUnmerge,        kGoOn,   all_but_answer},
    {kUnmerge,        kStart,  {answer}},        // of one that was told of another
};
// clang-format on

constexpr Stage kStages[] = {screen, sign, handle, verify, answer, arrival};

CaseClock* live(std::vector<CaseClock>& clocks, Stage stage) {
    const auto found = std::ranges::find_if(
        clocks, [&](const CaseClock& one) { return one.stage == stage && one.is_live(); });
    return found == clocks.end() ? nullptr : &*found;
}

std::int32_t next_round(const std::vector<CaseClock>& clocks, Stage stage) {
    const auto runnings = std::ranges::count(clocks, stage, &CaseClock::stage);
    return static_cast<std::int32_t>(runnings) + 1;
}

/// Whose time a stage is: the unit's, or the desk's.
const std::string& holder_of(Stage stage, const ClockStep& step) {
    const bool units = stage == sign || stage == handle || stage == arrival;
    return units ? step.unit : step.desk;
}

void start(std::vector<CaseClock>& clocks, Stage stage, const ClockStep& step) {
    const auto& limit = step.limits[static_cast<std::size_t>(stage)];
    const bool runs = live(clocks, stage) != nullptr;
    if (!limit || runs || (step.action == kUnmerge && step.answered)) return;
    const bool from_receipt = stage == answer && step.action == kReport;
    const std::int32_t round = next_round(clocks, stage);
    CaseClock& clock = clocks.emplace_back();
    clock.stage = stage;
    clock.round = round;
    clock.holder = holder_of(stage, step);
    clock.started_at = from_receipt ? step.received_at : step.at;
    clock.limit = *limit;
    clock.changed = true;
}

void finish(CaseClock& clock, ClockEnd end, Time at) {
    if (clock.end == ClockEnd::kPaused) clock.pauses.back().until = at;
    clock.end = end;
    clock.stopped_at = at;
}

void pause(CaseClock& clock, Time at) {
    if (clock.end == ClockEnd::kPaused) return;
    clock.end = ClockEnd::kPaused;
    clock.pauses.push_back({at, std::nullopt});
}

void go_on(CaseClock& clock, Time at) {
    if (clock.end != ClockEnd::kPaused) return;
    clock.end = ClockEnd::kRunning;
    clock.pauses.back().until = at;
}

void change(CaseClock& clock, Move move, const ClockStep& step) {
    switch (move) {
        case kStart:
            return;
        case kStop:
            finish(clock, ClockEnd::kDone, step.at);
            break;
        case kDrop:
            finish(clock, ClockEnd::kDropped, step.at);
            break;
        case kPause:
            pause(clock, step.at);
            break;
        case kGoOn:
            go_on(clock, step.at);
            break;
        case kExtend:
            clock.extra = step.extension;
            break;
    }
    clock.changed = true;
}

}  // namespace

void move_clocks(std::vector<CaseClock>& clocks, const ClockStep& step,
                 const calendar::WorkCalendar& calendar) {
    for (const ClockRule& rule : kRules) {
        if (rule.action != step.action) continue;
        for (const Stage stage : kStages) {
            if (!rule.stages.has(stage)) continue;
            if (rule.move == kStart) {
                start(clocks, stage, step);
            } else if (CaseClock* clock = live(clocks, stage)) {
                change(*clock, rule.move, step);
            }
        }
    }
    for (CaseClock& clock : clocks) {
        if (clock.changed) reckon(clock, calendar);
    }
}

calendar::Deadline deadline_of(const CaseClock& clock, const calendar::WorkCalendar& calendar) {
    calendar::Limit limit = clock.limit;
    const bool same_unit = clock.extra && clock.extra->unit == limit.unit;
    if (same_unit) limit.amount += clock.extra->amount;
    auto deadline = calendar.due_after(clock.started_at, limit, clock.pauses);
    if (!clock.extra || same_unit) return deadline;
    const auto later = calendar.due_after(deadline.due, *clock.extra, clock.pauses);
    deadline.due = later.due;
    deadline.yellow_from = later.yellow_from;
    deadline.provisional = deadline.provisional || later.provisional;
    return deadline;
}

void reckon(CaseClock& clock, const calendar::WorkCalendar& calendar) {
    const auto deadline = deadline_of(clock, calendar);
    clock.changed =
        clock.changed || clock.due_at != deadline.due || clock.provisional != deadline.provisional;
    clock.due_at = deadline.due;
    clock.yellow_at = deadline.yellow_from;
    clock.provisional = deadline.provisional;
}

const CaseClock* live_clock(std::span<const CaseClock> clocks, Stage stage) {
    const auto found = std::ranges::find_if(
        clocks, [&](const CaseClock& one) { return one.stage == stage && one.is_live(); });
    return found == clocks.end() ? nullptr : &*found;
}

NextEnds next_ends(std::span<const CaseClock> clocks) {
    NextEnds ends;
    for (const CaseClock& clock : clocks) {
        if (clock.end != ClockEnd::kRunning) continue;
        if (!ends.due_at || clock.due_at < *ends.due_at) ends.due_at = clock.due_at;
        if (!ends.yellow_at || clock.yellow_at < *ends.yellow_at) ends.yellow_at = clock.yellow_at;
    }
    return ends;
}

}  // namespace jingwei::cases
