#include <algorithm>

#include "cases/draft.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

using matter::LimitStage;

// Villages count from 200 where there are villagers' committees (12-digit division codes).
constexpr int kFirstVillagersCommittee = 200;

/// In town one is there sooner than in the country.
bool is_country(const CaseRecord& record, const World& world) {
    const grid::Node* node = world.territory->by_path(record.grid_path);
    const grid::Node* village =
        node ? world.territory->enclosing(*node, grid::Level::kVillage) : nullptr;
    if (village == nullptr) return true;
    const auto segment = village->path.substr(village->path.rfind('/') + 1);
    const bool digits = std::ranges::all_of(segment, [](char c) { return c >= '0' && c <= '9'; });
    return !digits || segment.size() > 3 || std::stoi(segment) >= kFirstVillagersCommittee;
}

std::int32_t days_between(Time from, Time to) {
    const auto days = std::chrono::ceil<std::chrono::days>(to - from).count();
    return static_cast<std::int32_t>(std::max<std::int64_t>(days, 1));
}

void settle_suspension(Draft& draft) {
    CaseRecord& record = draft.record;
    const bool on = record.suspension == Suspension::kOn;
    if (on && !record.suspended_since) {
        record.suspended_since = draft.now;
        record.suspended_until = draft.now + std::chrono::days{draft.input.days};
    } else if (!on && record.suspended_since) {
        record.suspended_days += days_between(*record.suspended_since, draft.now);
        record.suspended_since.reset();
        record.suspended_until.reset();
    }
}

void settle_times(Draft& draft, State before) {
    CaseRecord& record = draft.record;
    const State state = record.state;
    const bool stays_in =
        state != State::kRejected && state != State::kVoided && state != State::kMerged;
    if (before == State::kReported && state != before && stays_in && !record.accepted_at) {
        record.accepted_at = draft.now;
    }
    if (state == State::kAssigned && !record.dispatched_at) record.dispatched_at = draft.now;
    switch (draft.input.action) {
        case Action::kHandle:
            record.handled_at = draft.now;
            break;
        case Action::kAnswer:
            record.answered_at = draft.now;
            break;
        case Action::kSelfClose:
        case Action::kClose:
            record.closed_at = draft.now;
            break;
        case Action::kFollowUp:
            record.followed_up_at = draft.now;
            break;
        case Action::kReopen:
        case Action::kSampleFail:
            record.answered_at = record.closed_at = record.followed_up_at = std::nullopt;
            break;
        default:
            break;
    }
    record.ended_at = !is_end(state)    ? std::nullopt
                      : record.ended_at ? record.ended_at
                                        : std::optional{draft.now};
}

void reckon_all(Draft& draft) {
    for (CaseClock& clock : draft.clocks) {
        if (clock.is_live()) reckon(clock, *draft.world.calendar);
    }
}

void settle_clocks(Draft& draft) {
    CaseRecord& record = draft.record;
    ClockStep step{.action = draft.input.action,
                   .at = draft.now,
                   .received_at = record.received_at,
                   .limits = limits_of(record, draft.world),
                   .desk = record.desk_path,
                   .unit = record.lead_unit ? record.lead_unit->text() : std::string{},
                   .extension = draft.extension,
                   .answered = record.answered_at.has_value()};
    const bool dispatch =
        draft.input.action == Action::kAssign || draft.input.action == Action::kDesignate;
    if (dispatch && draft.input.limit) {
        step.limits[static_cast<std::size_t>(Stage::kHandle)] = draft.input.limit;
    }
    move_clocks(draft.clocks, step, *draft.world.calendar);
    if (draft.input.action == Action::kRecompute) reckon_all(draft);
    for (const CaseClock& clock : draft.clocks) {
        if (clock.stage == Stage::kHandle) record.handle_due_at = clock.due_at;
        if (clock.stage == Stage::kAnswer && clock.round == 1) record.answer_due_at = clock.due_at;
    }
}

void keep_helping(Draft& draft) {
    std::vector<Id<Unit>> units;
    for (const CoUnitRow& one : draft.co_units)
        units.push_back(one.unit_id);
    std::ranges::sort(units);
    units.erase(std::unique(units.begin(), units.end()), units.end());
    draft.record.helping = std::move(units);
}

/// While a clock stands still, the moment at which it stopped.
Time reckoned_now(const CaseClock& clock, Time now) {
    return clock.end == ClockEnd::kPaused ? clock.pauses.back().from : now;
}

}  // namespace

StageLimits limits_of(const CaseRecord& record, const World& world) {
    StageLimits limits;
    const Matter* matter = world.catalogue->find(record.matter_id);
    if (matter == nullptr) return limits;
    const grid::Unit* unit = record.lead_unit ? world.units->find(*record.lead_unit) : nullptr;
    const std::string_view name = unit ? std::string_view{unit->name} : std::string_view{};
    const auto put = [&](Stage stage, LimitStage of) {
        limits[static_cast<std::size_t>(stage)] = world.catalogue->limit(*matter, of, name);
    };
    put(Stage::kScreen, LimitStage::kScreen);
    put(Stage::kSign, LimitStage::kSign);
    put(Stage::kHandle, LimitStage::kHandle);
    put(Stage::kVerify, LimitStage::kVerify);
    put(Stage::kAnswer, LimitStage::kAnswer);
    put(Stage::kArrival,
        is_country(record, world) ? LimitStage::kArrivalCountry : LimitStage::kArrivalTown);
    return limits;
}

Surroundings surroundings_of(const CaseRecord& record, std::span<const CaseClock> clocks,
                             const World& world, const Rounds& bounds, Time now) {
    const grid::Node* desk = world.territory->by_path(record.desk_path);
    const Matter* matter = world.catalogue->find(record.matter_id);
    const CaseClock* handling = live_clock(clocks, Stage::kHandle);
    Surroundings around{.bounds = bounds};
    around.grid_may_close = matter != nullptr && matter->grid_may_close;
    around.desk_above = desk != nullptr && world.territory->parent(*desk) != nullptr;
    around.desk_below = desk != nullptr && desk->level < grid::Level::kVillage;
    around.handling_overdue =
        handling != nullptr && reckoned_now(*handling, now) > handling->due_at;
    around.arrival_awaited = live_clock(clocks, Stage::kArrival) != nullptr;
    // Whoever reported what lives on in this case waits too.
    around.answer_wanted = record.answer_wanted || record.merged_reports > 0;
    around.survivor_answered = record.answered_at.has_value();
    around.judged = record.followed_up_at && record.solved && record.solved != Verdict::kNotReached;
    return around;
}

void settle(Draft& draft, State before) {
    settle_suspension(draft);
    settle_times(draft, before);
    settle_clocks(draft);
    CaseRecord& record = draft.record;
    const NextEnds ends = next_ends(draft.clocks);
    record.due_at = ends.due_at;
    record.yellow_at = ends.yellow_at;
    record.sort_at = ends.due_at              ? *ends.due_at
                     : record.suspended_until ? *record.suspended_until
                                              : draft.now;
    record.next_look_at = next_look({.standing = standing_of(record),
                                     .clocks = draft.clocks,
                                     .suspended_until = record.suspended_until,
                                     .closed_at = record.closed_at,
                                     .followed_up_at = record.followed_up_at},
                                    *draft.world.calendar, draft.numbers.timers);
    keep_helping(draft);
}

bool is_drawn(Id<Case> id, std::int32_t percent) {
    const auto& bytes = id.uuid().bytes();
    const unsigned drawn = bytes[14] * 256U + bytes[15];
    return static_cast<std::int32_t>(drawn % 100U) < percent;
}

}  // namespace jingwei::cases
