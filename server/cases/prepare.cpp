#include <algorithm>

#include "cases/assigning_rules.h"
#include "cases/draft.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

Refusal invalid(std::string code, std::string field, Details details = {}) {
    return Refusal{RefusalKind::kInvalid, std::move(code), std::move(field), std::move(details)};
}

Refusal conflict(std::string code) { return Refusal{RefusalKind::kConflict, std::move(code)}; }

bool is_below(std::string_view path, std::string_view other) {
    return path != other && grid::is_within(path, other);
}

// ── passing ──────────────────────────────────────────────────────────────────────────────────

void put_on_desk(Draft& draft, const grid::Node& desk) {
    draft.record.desk_path = desk.path;
    draft.body.path = desk.path;
    draft.body.node_name = desk.name;
}

Result<void> pass_up(Draft& draft) {
    const grid::Territory& territory = *draft.world.territory;
    const grid::Node* here = territory.by_path(draft.record.desk_path);
    const grid::Node* target =
        draft.input.path ? territory.by_path(*draft.input.path) : territory.parent(*here);
    if (target == nullptr) return invalid("case_node_unknown", "/path");
    if (!is_below(here->path, target->path)) return invalid("case_desk_not_above", "/path");
    put_on_desk(draft, *target);
    return {};
}

/// Down towards the place of the case; when that is known no better than the desk's own node, the
/// passing makes it more exact.
Result<void> pass_down(Draft& draft) {
    if (!draft.input.path) return invalid("required", "/path");
    const grid::Node* target = draft.world.territory->by_path(*draft.input.path);
    if (target == nullptr) return invalid("case_node_unknown", "/path");
    CaseRecord& record = draft.record;
    const bool on_the_way = grid::is_within(record.grid_path, target->path);
    const bool more_exact = is_below(target->path, record.grid_path);
    if (!is_below(target->path, record.desk_path) || target->level > grid::Level::kVillage ||
        !(on_the_way || more_exact)) {
        return invalid("case_desk_not_below", "/path");
    }
    if (more_exact) {
        record.grid_path = target->path;
        record.node_id = target->id.uuid();
    }
    put_on_desk(draft, *target);
    return {};
}

/// Where its ground belongs now. The desk stays as long as it stands above.
Result<void> follow_grid(Draft& draft) {
    if (!draft.input.path) return invalid("required", "/path");
    const grid::Territory& territory = *draft.world.territory;
    const grid::Node* target = territory.by_path(*draft.input.path);
    if (target == nullptr) return invalid("case_node_unknown", "/path");
    CaseRecord& record = draft.record;
    record.grid_path = target->path;
    record.node_id = target->id.uuid();
    if (!grid::is_within(target->path, record.desk_path)) {
        const grid::Node* village = territory.enclosing(*target, grid::Level::kVillage);
        record.desk_path = village == nullptr ? target->path : village->path;
    }
    draft.body.path = target->path;
    draft.body.node_name = target->name;
    return {};
}

// ── units ────────────────────────────────────────────────────────────────────────────────────

void name_unit(Draft& draft, const grid::Unit& unit) {
    draft.body.unit = unit.id;
    draft.body.unit_name = unit.name;
}

/// The unit that the catalogue names for the desk's level, as near to it as there is one in reach.
const grid::Unit* unit_named_for(const Draft& draft, std::string_view reach) {
    const Matter* matter = draft.matter();
    const grid::Node* desk = draft.world.territory->by_path(draft.record.desk_path);
    if (matter == nullptr || desk == nullptr) return nullptr;
    for (const std::string_view name : matter->leads(desk->level)) {
        const auto* unit = draft.world.units->by_name(name, desk->path);
        if (unit != nullptr && may_be_assigned(*unit, reach)) return unit;
    }
    return nullptr;
}

bool ends_later(const Draft& draft, calendar::Limit one, calendar::Limit other) {
    const auto& calendar = *draft.world.calendar;
    return calendar.due_after(draft.now, one).due > calendar.due_after(draft.now, other).due;
}

Result<const grid::Unit*> unit_to_assign(const Draft& draft) {
    const auto reach = assigning_reach(draft.actor, draft.record);
    if (!reach) return conflict("case_wrong_capacity");
    const auto& given = draft.input.unit;
    const auto* unit = given ? draft.world.units->find(*given) : unit_named_for(draft, *reach);
    if (unit == nullptr) {
        return invalid(given ? "case_unit_unknown" : "case_unit_not_named", "/unit");
    }
    if (!may_be_assigned(*unit, *reach)) return invalid("case_unit_beyond_desk", "/unit");
    return unit;
}

Result<void> dispatch(Draft& draft) {
    const auto unit = unit_to_assign(draft);
    if (!unit) return unit.error();
    draft.record.lead_unit = (*unit)->id;
    name_unit(draft, **unit);
    const auto limits = limits_of(draft.record, draft.world);
    const auto& shipped = limits[static_cast<std::size_t>(Stage::kHandle)];
    if (draft.input.limit) {
        const auto limit = calendar::checked(*draft.input.limit);
        if (!limit) return limit.error();
        if (shipped && ends_later(draft, *limit, *shipped)) {
            return invalid("case_limit_too_long", "/limit");
        }
    }
    draft.body.limit = draft.input.limit ? draft.input.limit : shipped;
    return {};
}

Result<void> handle(Draft& draft) {
    const Matter* matter = draft.matter();
    const bool wanted = matter != nullptr && matter->evidence != matter::Evidence::kNone;
    if (wanted && draft.input.files.empty()) return invalid("case_evidence_needed", "/files");
    return {};
}

CoUnitRow* co_unit(Draft& draft, Id<Unit> id) {
    const auto found = std::ranges::find(draft.co_units, id, &CoUnitRow::unit_id);
    return found == draft.co_units.end() ? nullptr : &*found;
}

bool has_open_task(const CoUnitRow& unit) { return unit.has_task && !unit.done_at; }

Result<void> ask_for_help(Draft& draft, Id<Unit> id, std::string field) {
    const grid::Unit* unit = draft.world.units->find(id);
    if (unit == nullptr) return invalid("case_unit_unknown", std::move(field));
    const CoUnitRow* there = co_unit(draft, id);
    if (draft.record.lead_unit == id || (there != nullptr && has_open_task(*there))) {
        return invalid("case_co_unit_there", std::move(field));
    }
    draft.ledger.ask_co_unit(draft.record, id);
    draft.co_units.push_back({.unit_id = id, .has_task = true});
    name_unit(draft, *unit);
    return {};
}

/// A helper finishes its own task; the desk may end the first that is open.
Result<void> finish_co_task(Draft& draft) {
    const bool desk = draft.mine.meets({Capacity::kDesk, Capacity::kUpper});
    const auto mine = [&](const CoUnitRow& unit) {
        return draft.actor.who->can_for_unit(access::permission::kCaseHandle, unit.unit_id);
    };
    auto found = std::ranges::find_if(
        draft.co_units, [&](const CoUnitRow& unit) { return has_open_task(unit) && mine(unit); });
    if (found == draft.co_units.end() && desk) {
        found = std::ranges::find_if(draft.co_units, has_open_task);
    }
    if (found == draft.co_units.end()) return conflict("case_not_your_task");
    found->done_at = draft.now;
    draft.ledger.finish_co_unit(draft.record, found->unit_id, draft.now);
    if (const auto* unit = draft.world.units->find(found->unit_id)) name_unit(draft, *unit);
    return {};
}

// ── more time ────────────────────────────────────────────────────────────────────────────────

Result<calendar::Limit> extension_of(const Draft& draft) {
    const CaseClock* clock = live_clock(draft.clocks, Stage::kHandle);
    if (clock == nullptr) return conflict("case_wrong_state");
    if (draft.input.amount > clock->limit.amount) {
        return invalid("case_extension_too_long", "/amount",
                       {{"most", std::to_string(clock->limit.amount)}});
    }
    return calendar::Limit{draft.input.amount, clock->limit.unit};
}

Result<void> extend(Draft& draft) {
    const auto extension = extension_of(draft);
    if (!extension) return extension.error();
    draft.body.limit = *extension;
    if (draft.input.action == Action::kAskExtension) {
        draft.record.extension_asked = extension->amount;
        draft.record.pending_reason = draft.input.text;
    } else {
        draft.record.extension_given = extension->amount;
        draft.extension = *extension;
    }
    return {};
}

Result<void> suspend(Draft& draft) {
    const auto most = draft.numbers.most_suspended_days;
    if (draft.record.suspended_days + draft.input.days > most) {
        return invalid("case_suspension_too_long", "/days", {{"most", std::to_string(most)}});
    }
    draft.record.pending_reason = draft.input.text;
    draft.body.limit = calendar::Limit{draft.input.days, calendar::LimitUnit::kNaturalDays};
    return {};
}

/// What the grid did is also what the reporters of merged cases are told.
Result<void> self_close(Draft& draft) {
    draft.told.sampled = is_drawn(draft.record.id, draft.numbers.sample_percent);
    if (draft.record.merged_reports > 0) draft.record.answer = draft.input.text;
    return {};
}

// ── telling ──────────────────────────────────────────────────────────────────────────────────

Result<void> answer(Draft& draft) {
    draft.record.answer = draft.input.text;
    if (draft.record.state == State::kMerged) draft.record.closed_at = draft.now;
    return {};
}

Result<void> follow_up(Draft& draft) {
    draft.record.solved = draft.body.solved = draft.input.solved;
    draft.record.satisfied = draft.body.satisfied = draft.input.satisfied;
    return {};
}

// ── one problem, several reports ─────────────────────────────────────────────────────────────

/// The page of the other case tells it as well.
void note_on_survivor(Draft& draft, const CaseRecord& survivor, int reports) {
    draft.body.other_case = survivor.id;
    draft.body.other_code = survivor.code;
    draft.ledger.note_merge(draft.record, survivor, draft.input.step_id, reports);
}

Result<void> merge(Draft& draft) {
    CaseRecord& record = draft.record;
    if (draft.input.other == record.id) return invalid("case_merge_itself", "/into");
    const auto survivor = draft.ledger.hold(record.county, *draft.input.other);
    if (!survivor) return Refusal{RefusalKind::kNotFound, "case_not_found", "/into"};
    if (!is_open(survivor->state)) return conflict("case_survivor_not_open");
    record.merged_into = survivor->id;
    note_on_survivor(draft, *survivor, 1);
    return {};
}

Result<void> unmerge(Draft& draft) {
    CaseRecord& record = draft.record;
    const auto survivor = draft.ledger.hold(record.county, *record.merged_into);
    if (!survivor) return Refusal{RefusalKind::kNotFound, "case_not_found"};
    note_on_survivor(draft, *survivor, -1);
    record.merged_into.reset();
    if (!record.closed_at) return {};
    // It was told what became of another problem. What becomes of its own is still to come.
    record.closed_at = std::nullopt;
    record.solved = record.satisfied = std::nullopt;
    if (record.state_before == State::kAnswered) return {};
    record.answered_at = std::nullopt;
    record.answer.clear();
    return {};
}

// ── pushing ──────────────────────────────────────────────────────────────────────────────────

/// A timer's plate is remembered by its clock, so that it is not raised twice.
void remember_plate(Draft& draft) {
    for (CaseClock& clock : draft.clocks) {
        if (clock.stage != draft.input.plate_stage || !clock.is_live()) continue;
        clock.plate = draft.input.plate;
        clock.changed = true;
    }
}

Result<void> raise_plate(Draft& draft) {
    const StepInput& input = draft.input;
    if (input.plate <= draft.record.plate) return invalid("case_plate_not_higher", "/level");
    draft.told.plate = input.plate;
    draft.body.plate = input.plate;
    draft.body.cause = input.cause;
    if (input.plate_stage) remember_plate(draft);
    const calendar::Limit limit{input.reply_days, calendar::LimitUnit::kWorkingDays};
    draft.body.limit = limit;
    draft.ledger.raise_plate(
        draft.record, {.id = Id<PlateCard>{input.step_id.uuid()},
                       .level = input.plate,
                       .cause = input.cause,
                       .issuer_name = draft.actor.name,
                       .issuer_duty = duty_of(draft.actor, Capacity::kSupervisor, draft.record,
                                              draft.world, draft.now),
                       .reason = input.text,
                       .raised_at = draft.now,
                       .reply_due_at = draft.world.calendar->due_after(draft.now, limit).due,
                       .reply = {},
                       .replied_at = {},
                       .lifted_at = {}});
    return {};
}

// ── together ─────────────────────────────────────────────────────────────────────────────────

Result<void> whistle(Draft& draft) {
    const StepInput& input = draft.input;
    if (input.meets_at <= draft.now) return invalid("case_session_in_the_past", "/meets_at");
    draft.ledger.begin_session(draft.record);
    for (std::size_t at = 0; at < input.summoned.size(); ++at) {
        if (draft.world.units->find(input.summoned[at]) == nullptr) {
            return invalid("case_unit_unknown", "/units/" + std::to_string(at));
        }
        draft.ledger.call_co_unit(draft.record, input.summoned[at]);
        draft.co_units.push_back({.unit_id = input.summoned[at]});
    }
    draft.ledger.add_session(draft.record, {.no = draft.record.sessions + 1,
                                            .meets_at = input.meets_at,
                                            .meeting_place = input.meeting_place,
                                            .subject = input.text,
                                            .summoned = input.summoned,
                                            .decision = {}});
    return {};
}

Result<void> attend(Draft& draft) {
    for (const CoUnitRow& unit : draft.co_units) {
        if (!draft.actor.who->can_for_unit(access::permission::kCaseAttend, unit.unit_id)) continue;
        draft.ledger.attend_co_unit(draft.record, unit.unit_id);
        if (const auto* found = draft.world.units->find(unit.unit_id)) name_unit(draft, *found);
    }
    return {};
}

Result<void> conclude(Draft& draft) {
    for (std::size_t at = 0; at < draft.input.tasks.size(); ++at) {
        const auto asked = ask_for_help(draft, draft.input.tasks[at].unit,
                                        "/tasks/" + std::to_string(at) + "/unit");
        if (!asked) return asked;
        const SessionTask& given = draft.input.tasks[at];
        if (!draft.body.tasks) draft.body.tasks.emplace();
        draft.body.tasks->push_back({given.unit, *draft.body.unit_name, given.task.str()});
    }
    draft.body.unit.reset();
    draft.body.unit_name.reset();
    draft.told.tasks = static_cast<std::int32_t>(draft.input.tasks.size());
    draft.ledger.conclude_session(draft.record, draft.input.text, draft.now);
    return {};
}

}  // namespace

Result<void> prepare(Draft& draft) {
    switch (draft.input.action) {
        case Action::kPassUp:
            return pass_up(draft);
        case Action::kPassDown:
            return pass_down(draft);
        case Action::kFollowGrid:
            return follow_grid(draft);
        case Action::kAssign:
        case Action::kDesignate:
            return dispatch(draft);
        case Action::kHandle:
            return handle(draft);
        case Action::kAddCoUnit:
            return ask_for_help(draft, *draft.input.unit, "/unit");
        case Action::kFinishCoTask:
            return finish_co_task(draft);
        case Action::kAskExtension:
        case Action::kGrantExtension:
            return extend(draft);
        case Action::kAskSuspension:
        case Action::kSuspend:
            return suspend(draft);
        case Action::kAnswer:
            return answer(draft);
        case Action::kFollowUp:
            return follow_up(draft);
        case Action::kMerge:
            return merge(draft);
        case Action::kUnmerge:
            return unmerge(draft);
        case Action::kRaisePlate:
            return raise_plate(draft);
        case Action::kReplyPlate:
            draft.ledger.reply_plates(draft.record, draft.input.text, draft.now);
            return {};
        case Action::kWhistle:
            return whistle(draft);
        case Action::kAttend:
            return attend(draft);
        case Action::kConcludeSession:
            return conclude(draft);
        case Action::kSelfClose:
            return self_close(draft);
        default:
            return {};
    }
}

}  // namespace jingwei::cases
