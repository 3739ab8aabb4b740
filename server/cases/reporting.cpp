#include "cases/reporting.h"

#include <algorithm>

#include "cases/contact.h"
#include "cases/similar_rules.h"
#include "core/dto.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

namespace held = access::permission;

Refusal invalid(std::string code, std::string field) {
    return Refusal{RefusalKind::kInvalid, std::move(code), std::move(field)};
}

bool is_taken_in_by_a_centre(Channel channel) {
    return channel == Channel::kHotline || channel == Channel::kPolice ||
           channel == Channel::kDepartment || channel == Channel::kSystem;
}

/// The grid on which the reporter serves, if it is one only.
const grid::Node* own_grid(const Actor& actor, const World& world, Time now) {
    const grid::Node* found = nullptr;
    for (const auto& answering : world.roster->of_account(*actor.account, now)) {
        const grid::Node* node = world.territory->by_path(answering.post->path);
        if (node == nullptr || node->level < grid::Level::kGrid) continue;
        if (found != nullptr && found != node) return nullptr;
        found = node;
    }
    return found;
}

/// The root of the reporter's widest right to report: the centre that took it in. Where a resident
/// says it in words only, the county's centre reads them.
const grid::Node* own_centre(const Actor& actor, const World& world) {
    if (actor.is_resident()) return world.territory->root();
    for (const std::string& path : actor.who->paths(held::kCaseReport)) {
        const grid::Node* node = world.territory->by_path(path);
        if (node != nullptr && node->level < grid::Level::kGrid) return node;
    }
    return nullptr;
}

Result<const grid::Node*> place_of(const ReportCase& body, const Actor& actor, const World& world,
                                   Time now) {
    const grid::Territory& territory = *world.territory;
    if (body.path) {
        const auto* node = territory.by_path(body.path->str());
        if (node == nullptr) return invalid("case_node_unknown", "/path");
        return node;
    }
    if (body.point) {
        const auto* node = territory.at({body.point->lon, body.point->lat});
        if (node != nullptr) return node;
    }
    if (const auto* grid = own_grid(actor, world, now)) return grid;
    // A resident need not know what is drawn: the county's centre finds out where it lies.
    if (body.point && !actor.is_resident()) return invalid("case_place_outside", "/point");
    if (const auto* centre = own_centre(actor, world)) return centre;
    return invalid("case_place_unknown", "/path");
}

/// What a worker or resident reports lands on the desk of the grid's village; what a centre takes
/// in stays with it.
Result<const grid::Node*> desk_for(const ReportCase& body, const grid::Node& place,
                                   const Actor& actor, const World& world) {
    if (!is_taken_in_by_a_centre(body.channel)) {
        const auto* village = world.territory->enclosing(place, grid::Level::kVillage);
        return village != nullptr ? village : &place;
    }
    for (const std::string& path : actor.who->paths(held::kCaseReport)) {
        const auto* node = world.territory->by_path(path);
        if (node != nullptr && node->level < grid::Level::kGrid &&
            grid::is_within(place.path, node->path)) {
            return node;
        }
    }
    return invalid("case_channel_refused", "/channel");
}

Urgency urgency_of(const ReportCase& body, const Matter& matter) {
    const Urgency least = matter.emergency                                ? Urgency::kEmergency
                          : matter.severity >= matter::Severity::kSerious ? Urgency::kUrgent
                                                                          : Urgency::kOrdinary;
    return std::max(least, body.urgency.value_or(least));
}

Result<void> check_times(const ReportCase& body, Time now) {
    if (body.occurred_at && *body.occurred_at > now) {
        return invalid("case_in_the_future", "/occurred_at");
    }
    if (body.received_at && *body.received_at > now) {
        return invalid("case_in_the_future", "/received_at");
    }
    return {};
}

/// The node under the point, when the reporter chose another. Whoever stands there may know better
/// than the map whose it is; but it is written down.
const grid::Node* node_elsewhere(const ReportCase& body, std::string_view chosen,
                                 const World& world) {
    if (!body.point || !body.path) return nullptr;
    const grid::Node* there = world.territory->at({body.point->lon, body.point->lat});
    if (there == nullptr) return nullptr;
    const bool agrees =
        grid::is_within(there->path, chosen) || grid::is_within(chosen, there->path);
    return agrees ? nullptr : there;
}

CaseRecord record_of(const ReportCase& body, const Located& at, const Actor& actor,
                     std::string code, Time now) {
    CaseRecord record;
    record.county = actor.county();
    record.id = body.id;
    record.code = std::move(code);
    record.channel = body.channel;
    record.matter_id = body.matter;
    record.urgency = urgency_of(body, *at.matter);
    record.description = body.description.str();
    if (body.outside_no) record.outside_no = body.outside_no->str();
    if (body.address) record.address = body.address->str();
    if (body.point) {
        record.lon = body.point->lon;
        record.lat = body.point->lat;
        record.cell = cell_of(*body.point);
    }
    record.occurred_at = body.occurred_at;
    record.received_at = body.received_at.value_or(now);
    record.reported_at = now;
    record.reported_by = actor.account;
    record.answer_wanted = wants_answer(body.reporter);
    record.node_id = at.place->id.uuid();
    record.grid_path = at.place->path;
    record.desk_path = at.desk->path;
    record.confidential = body.confidential.value_or(false);
    return record;
}

StepRow first_step(const ReportCase& body, const Draft& draft, Capacity capacity) {
    StepBody told;
    if (const auto* elsewhere = node_elsewhere(body, draft.record.grid_path, draft.world)) {
        told.path = elsewhere->path;
        told.node_name = elsewhere->name;
    }
    return {.no = 1,
            .id = body.step_id,
            .action = Action::kReport,
            .at = draft.now,
            .account = draft.actor.account,
            .by_name = draft.actor.name,
            .by_duty = duty_of(draft.actor, capacity, draft.record, draft.world, draft.now),
            .capacity = capacity,
            .state = State::kReported,
            .text = draft.record.description,
            .body = Json{dto::print(told)}};
}

/// Reported and done in one go: the second step of the same transaction.
Result<StepRow> close_at_once(Draft& draft, const StepRow& report) {
    const Standing before = standing_of(draft.record);
    draft.mine = Standpoint{draft.actor, draft.record, draft.co_units, draft.world, draft.now}
                     .capacities_for(Action::kSelfClose);
    const auto rule = allowed(
        Action::kSelfClose, before, draft.mine,
        surroundings_of(draft.record, draft.clocks, draft.world, draft.numbers.bounds, draft.now));
    if (!rule) return rule.error();
    if (const auto prepared = prepare(draft); !prepared) return prepared.error();
    set_standing(draft.record, after(**rule, before, draft.told));
    draft.record.step_no = 2;
    settle(draft, before.state);
    StepRow step = report;
    step.no = 2;
    step.id = draft.input.step_id;
    step.action = Action::kSelfClose;
    step.capacity = foremost(draft.mine, (*rule)->by);
    step.state = draft.record.state;
    step.text = draft.input.text;
    return step;
}

StepInput input_of(const ReportCase& body) {
    StepInput input;
    input.action = Action::kReport;
    input.step_id = body.step_id;
    if (body.files) input.files = {body.files->begin(), body.files->end()};
    return input;
}

}  // namespace

Result<Located> locate(const ReportCase& body, const Actor& actor, const World& world, Time now) {
    if (const auto times = check_times(body, now); !times) return times.error();
    const auto* matter = world.catalogue->at(body.matter, now);
    if (matter == nullptr) return invalid("case_matter_unknown", "/matter");
    const auto place = place_of(body, actor, world, now);
    if (!place) return place.error();
    const auto desk = desk_for(body, **place, actor, world);
    if (!desk) return desk.error();
    return Located{*place, *desk, matter};
}

Result<Reported> reported(const ReportCase& body, const Located& at, const Actor& actor,
                          const World& world, std::string code, Time now, Ledger& ledger) {
    StepInput input = input_of(body);
    CaseRecord made = record_of(body, at, actor, std::move(code), now);
    const LoopNumbers& numbers = world.numbers_of(made.reported_at);
    Draft draft{ledger, world, actor, numbers, input, now, std::move(made), {}, {}};
    settle(draft, State::kReported);
    const auto mine = Standpoint{actor, draft.record, {}, world, now}.any();
    std::vector<StepRow> steps{first_step(body, draft, foremost(mine, mine))};
    if (body.solved_by) {
        input.action = Action::kSelfClose;
        input.step_id = second_step_id(body.step_id);
        input.text = body.solved_by->str();
        auto closed = close_at_once(draft, steps.front());
        if (!closed) return closed.error();
        steps.push_back(*std::move(closed));
    }
    keep_clocks(draft.record, draft.clocks);
    return Reported{std::move(draft.record), std::move(draft.clocks), std::move(steps)};
}

}  // namespace jingwei::cases
