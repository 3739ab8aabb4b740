#include "cases/taking.h"

#include "core/dto.h"

namespace jingwei::cases {
namespace {

StepRow step_row(const Draft& draft, const Rule& rule) {
    const Capacity capacity = foremost(draft.mine, rule.by);
    return {.no = draft.record.step_no,
            .id = draft.input.step_id,
            .action = draft.input.action,
            .at = draft.now,
            .account = draft.actor.account,
            .by_name = draft.actor.name,
            .by_duty = duty_of(draft.actor, capacity, draft.record, draft.world, draft.now),
            .capacity = capacity,
            .state = draft.record.state,
            .text = draft.input.text,
            .body = Json{dto::print(draft.body)}};
}

/// The system takes few steps, and each has to be taken.
bool is_full(const Draft& draft, const Rule& rule) {
    const bool only_says = !rule.to && rule.spends == nullptr && draft.actor.account;
    return only_says && draft.record.step_no >= draft.numbers.most_steps;
}

HelpersStand helpers_stand(const CaseRecord& record) {
    const bool open = is_open(record.state);
    return {
        .sort_at = open ? std::optional{record.sort_at} : std::nullopt,
        .tasks_may_be_done = record.state == State::kAssigned || record.state == State::kHandling,
        .session_called = open && record.session == Session::kCalled};
}

}  // namespace

Result<Taken> take(Draft& draft) {
    draft.mine = Standpoint{draft.actor, draft.record, draft.co_units, draft.world, draft.now}
                     .capacities_for(draft.input.action);
    const Standing before = standing_of(draft.record);
    const auto rule = allowed(
        draft.input.action, before, draft.mine,
        surroundings_of(draft.record, draft.clocks, draft.world, draft.numbers.bounds, draft.now));
    if (!rule) return rule.error();
    if (is_full(draft, **rule)) {
        return Refusal{RefusalKind::kConflict, "case_too_many_steps"};
    }
    if (const auto prepared = prepare(draft); !prepared) return prepared.error();
    set_standing(draft.record, after(**rule, before, draft.told));
    ++draft.record.step_no;
    settle(draft, before.state);
    return Taken{
        .step = step_row(draft, **rule),
        .before = before.state,
        .plates_come_down = before.plate != Plate::kNone && draft.record.plate == Plate::kNone};
}

void follow_case(Draft& draft, const Taken& taken) {
    if (!draft.co_units.empty()) {
        draft.ledger.stand_helpers(draft.record, helpers_stand(draft.record));
    }
    if (taken.plates_come_down) draft.ledger.lift_plates(draft.record, draft.now);
}

bool closes_merged(const Draft& draft, const Taken& taken) {
    const bool closes = draft.record.state == State::kClosed && taken.before != State::kClosed;
    return closes && draft.record.merged_reports > 0;
}

Refusal moved_on(const std::string& by_name, Action action, std::int32_t step_no) {
    return Refusal{RefusalKind::kConflict,
                   "case_moved_on",
                   "/expected_step",
                   {{"by", by_name.empty() ? "@case.by_itself" : by_name},
                    {"action", "@case.action." + enum_name(action)},
                    {"step_no", std::to_string(step_no)}}};
}

StepInput input_of(const TimerAct& act, const TimerNumbers& numbers, std::int32_t step_no,
                   Id<Step> id) {
    StepInput input;
    input.action = act.action;
    input.step_id = id;
    input.expected_step = step_no;
    input.plate = act.plate;
    input.cause = act.cause;
    input.reply_days = numbers.plates.reply_days;
    if (act.action == Action::kRaisePlate) input.plate_stage = act.stage;
    return input;
}

}  // namespace jingwei::cases
