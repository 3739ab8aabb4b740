#include "cases/case_page.h"

#include <algorithm>

#include "cases/assigning_rules.h"
#include "cases/draft.h"
#include "cases/light_rules.h"
#include "cases/permission_of.h"
#include "cases/statements.h"
#include "core/dto.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

struct Named {
    const World& world;

    UnitName unit(Id<Unit> id) const {
        const auto* found = world.units->find(id);
        return {id, found ? found->name : std::string{}};
    }
    NodeName node(const grid::Node& node) const {
        return {node.path, world.territory->level_name(node.level), node.name};
    }
    NodeName node(const std::string& path) const {
        const auto* found = world.territory->by_path(path);
        return found ? node(*found) : NodeName{path, {}, {}};
    }
    MatterName matter(Id<Matter> id, Language language) const {
        const Matter* found = world.catalogue->find(id);
        if (found == nullptr) return {id, {}, {}, {}};
        const auto lineage = world.catalogue->lineage(*found);
        const auto pick = [&](const std::string& zh, const std::string& en) {
            return language == Language::kEnglish && !en.empty() ? en : zh;
        };
        MatterName name{id, pick(found->name_zh, found->name_en), {}, {}};
        if (lineage.subclass) {
            name.subclass_name = pick(lineage.subclass->name_zh, lineage.subclass->name_en);
        }
        if (lineage.of_class) {
            name.class_name = pick(lineage.of_class->name_zh, lineage.of_class->name_en);
        }
        return name;
    }
};

PlaceView place_of(const CaseRecord& record, const Named& named) {
    PlaceView place;
    if (record.lon) place.point = Point{*record.lon, *record.lat};
    place.address = record.address;
    const auto* node = named.world.territory->by_path(record.grid_path);
    if (node == nullptr) return place;
    place.nodes.push_back(named.node(*node));
    for (const auto* above : named.world.territory->ancestors(*node)) {
        place.nodes.push_back(named.node(*above));
    }
    std::ranges::reverse(place.nodes);
    return place;
}

std::string holder_name(const CaseClock& clock, const Named& named) {
    if (const auto unit = Id<Unit>::parse(clock.holder)) return named.unit(*unit).name;
    return named.node(clock.holder).name;
}

ClockView clock_view(const CaseClock& clock, const Named& named, Time now) {
    const auto& calendar = *named.world.calendar;
    const auto deadline = deadline_of(clock, calendar);
    const auto light = clock.stopped_at ? calendar::light_when_stopped(deadline, *clock.stopped_at)
                                        : calendar::light_at(deadline, now);
    const Time seen = clock.stopped_at.value_or(now);
    ClockView view;
    view.stage = clock.stage;
    view.round = clock.round;
    view.end = clock.end;
    view.light = light.light;
    view.light_reason = light.reason;
    view.holder_name = holder_name(clock, named);
    view.started_at = clock.started_at;
    view.due_at = clock.due_at;
    view.stopped_at = clock.stopped_at;
    view.left_s = std::chrono::duration_cast<std::chrono::seconds>(clock.due_at - seen).count();
    view.extended = clock.extra.has_value();
    view.explanation = calendar.explain(clock.started_at, clock.limit, clock.pauses);
    return view;
}

std::vector<ClockView> clock_views(std::vector<CaseClock> clocks, const Named& named, Time now) {
    std::ranges::sort(clocks, [](const CaseClock& one, const CaseClock& other) {
        return std::tuple{!one.is_live(), other.started_at} <
               std::tuple{!other.is_live(), one.started_at};
    });
    std::vector<ClockView> views;
    for (const CaseClock& clock : clocks)
        views.push_back(clock_view(clock, named, now));
    return views;
}

/// A resident has no account to look up.
PersonName person_of(std::optional<Id<Account>> account, const std::string& name,
                     const std::string& duty) {
    if (account == residents()) account.reset();
    return {account, name, duty};
}

FileView file_view(const StepFileRow& row) {
    const std::string url = "/api/v1/files/" + row.id.text();
    return {.id = row.id,
            .name = row.name,
            .media_type = row.media_type,
            .bytes = row.bytes,
            .width = row.width,
            .height = row.height,
            .url = url,
            .thumb_url = row.width ? url + "?size=thumb" : std::string{}};
}

StepView step_view(const StepRow& row, const std::vector<StepFileRow>& files, const Named& named) {
    StepView view;
    view.id = row.id;
    view.no = row.no;
    view.action = row.action;
    view.at = row.at;
    view.by = person_of(row.account, row.by_name, row.by_duty);
    view.capacity = row.capacity;
    view.state = row.state;
    view.text = row.text;
    for (const auto& file : files) {
        if (file.step_no == row.no) view.files.push_back(file_view(file));
    }
    const auto body = dto::parse<StepBody>(row.body.text);
    if (!body) return view;
    if (body->unit) view.unit = UnitName{*body->unit, body->unit_name.value_or("")};
    if (body->path) view.node = named.node(*body->path);
    view.other_case = body->other_case;
    view.other_code = body->other_code;
    view.plate = body->plate;
    view.limit = body->limit;
    view.solved = body->solved;
    view.satisfied = body->satisfied;
    return view;
}

MergeStepView merge_view(const MergeRow& row) {
    return {row.id,       row.action, row.at,      person_of(row.account, row.by_name, row.by_duty),
            row.capacity, row.text,   row.case_id, row.code};
}

/// The task that a unit was given last: by the desk, or by a session.
std::string task_of(const std::vector<StepRow>& steps, Id<Unit> unit) {
    std::string text;
    for (const StepRow& step : steps) {
        if (step.action != Action::kAddCoUnit && step.action != Action::kConcludeSession) continue;
        const auto body = dto::parse<StepBody>(step.body.text);
        if (!body) continue;
        if (step.action == Action::kAddCoUnit && body->unit == unit) text = step.text;
        for (const TaskBody& given : body->tasks.value_or(std::vector<TaskBody>{})) {
            if (given.unit == unit) text = given.task;
        }
    }
    return text;
}

/// The last thing said in steps of that action by or about that unit.
std::string said(const std::vector<StepRow>& steps, Action action, Id<Unit> unit) {
    std::string text;
    for (const StepRow& step : steps) {
        if (step.action != action) continue;
        const auto body = dto::parse<StepBody>(step.body.text);
        if (body && body->unit == unit) text = step.text;
    }
    return text;
}

std::vector<CoUnitView> co_unit_views(const CaseRows& rows, const Named& named) {
    std::vector<CoUnitView> views;
    for (const CoUnitRow& row : rows.co_units) {
        if (!row.has_task) continue;
        views.push_back({named.unit(row.unit_id), task_of(rows.steps, row.unit_id),
                         row.done_at.has_value(), row.done_at,
                         said(rows.steps, Action::kFinishCoTask, row.unit_id)});
    }
    return views;
}

void add_answering(std::vector<CallView>& calls, const std::string& path, staff::PostKind kind,
                   std::string why, const Named& named, Time now) {
    const auto* node = named.world.territory->by_path(path);
    if (node == nullptr) return;
    for (const auto& one : named.world.roster->answering(node->id, kind, now)) {
        calls.push_back({{one.member->account, one.member->name, one.post->title},
                         one.member->duty_phone,
                         why});
    }
}

/// Whom to call: the unit that has it, the desk, the people of the grid.
std::vector<CallView> calls_of(const CaseRecord& record, const Named& named, Time now) {
    std::vector<CallView> calls;
    const auto add_unit = [&](const grid::Unit* unit, std::string why) {
        if (unit == nullptr || unit->phone.empty()) return;
        calls.push_back({{std::nullopt, unit->name, {}}, unit->phone, std::move(why)});
    };
    if (record.lead_unit) add_unit(named.world.units->find(*record.lead_unit), "lead_unit");
    add_unit(named.world.units->centre_of(record.desk_path), "desk");
    add_answering(calls, record.grid_path, staff::PostKind::kLead, "grid_lead", named, now);
    add_answering(calls, record.grid_path, staff::PostKind::kWorker, "grid_worker", named, now);
    add_answering(calls, record.grid_path, staff::PostKind::kPartTimeWorker, "grid_worker", named,
                  now);
    return calls;
}

std::vector<PlateView> plate_views(const std::vector<PlateRow>& rows) {
    std::vector<PlateView> views;
    for (const PlateRow& row : rows) {
        views.push_back({row.id,
                         row.level,
                         row.cause,
                         {std::nullopt, row.issuer_name, row.issuer_duty},
                         row.reason,
                         row.raised_at,
                         row.reply_due_at,
                         row.reply,
                         row.replied_at,
                         row.lifted_at});
    }
    return views;
}

std::optional<JointSessionView> session_view(const CaseRows& rows, const Named& named) {
    if (!rows.session) return std::nullopt;
    JointSessionView view{rows.record.session,
                          rows.session->meets_at,
                          rows.session->meeting_place,
                          rows.session->subject,
                          {},
                          {},
                          rows.session->decision};
    for (const auto& unit : rows.session->summoned)
        view.summoned.push_back(named.unit(unit));
    for (const auto& unit : rows.co_units) {
        if (unit.attended) view.attended.push_back(named.unit(unit.unit_id));
    }
    return view;
}

/// The last step of that action; null when it was never taken.
const StepRow* last_of(const std::vector<StepRow>& steps, Action action) {
    const auto found = std::find_if(steps.rbegin(), steps.rend(),
                                    [&](const StepRow& step) { return step.action == action; });
    return found == steps.rend() ? nullptr : &*found;
}

std::optional<ExtensionView> extension_view(const CaseRows& rows) {
    const CaseRecord& record = rows.record;
    if (record.extension == Extension::kNone) return std::nullopt;
    ExtensionView view;
    view.extension = record.extension;
    view.asked = record.extension_asked.value_or(0);
    view.granted = record.extension_given.value_or(0);
    if (const auto* clock = live_clock(rows.clocks, Stage::kHandle)) {
        view.most = clock->limit.amount;
        view.unit = clock->limit.unit;
    }
    if (const StepRow* asking = last_of(rows.steps, Action::kAskExtension)) {
        view.reason = asking->text;
    }
    return view;
}

/// An extension may be asked for beside it, so the reason is that of the step itself.
std::optional<SuspensionView> suspension_view(const CaseRows& rows) {
    const CaseRecord& record = rows.record;
    if (record.suspension == Suspension::kNone) return std::nullopt;
    SuspensionView view{record.suspension,
                        {},
                        record.suspended_days,
                        record.suspended_since,
                        record.suspended_until};
    const bool asked = record.suspension == Suspension::kAsked;
    const StepRow* step = last_of(rows.steps, asked ? Action::kAskSuspension : Action::kSuspend);
    if (step == nullptr) return view;
    view.reason = step->text;
    if (!asked) return view;
    const auto body = dto::parse<StepBody>(step->body.text);
    if (body && body->limit) view.days = body->limit->amount;
    return view;
}

RoundsView rounds_view(const Rounds& made, const Rounds& most) {
    return {made.returns, most.returns, made.reworks, most.reworks,
            made.reopens, most.reopens, made.passes,  most.passes};
}

std::vector<ActionView> action_views(const CaseRows& rows, const PageReader& reader,
                                     const Standpoint& standpoint) {
    const Standing standing = standing_of(rows.record);
    const auto& bounds = reader.world.numbers_of(rows.record.reported_at).bounds;
    const auto around = surroundings_of(rows.record, rows.clocks, reader.world, bounds, reader.now);
    std::vector<ActionView> views;
    for (const Action action : enum_values<Action>()) {
        const auto mine = standpoint.capacities_for(action);
        if (!ever_concerns(action, mine)) continue;
        const auto rule = allowed(action, standing, mine, around);
        ActionView& view = views.emplace_back();
        view.action = action;
        view.allowed = rule.has_value();
        if (rule) continue;
        view.reason_code = rule.error().code;
        view.reason = reader.messages.sentence(reader.language, rule.error().code, {});
    }
    return views;
}

void add_light(CaseView& view, const std::vector<CaseClock>& clocks, Time now) {
    const auto light = light_of(clocks, now);
    if (!light) return;
    view.light = light->light;
    view.light_reason = light->reason;
    view.light_stage = light->stage;
}

void add_head(CaseView& view, const CaseRecord& record, const Named& named, Language language) {
    view.id = record.id;
    view.code = record.code;
    view.step_no = record.step_no;
    view.state = record.state;
    view.plate = record.plate;
    view.channel = record.channel;
    view.urgency = record.urgency;
    view.matter = named.matter(record.matter_id, language);
    view.description = record.description;
    view.place = place_of(record, named);
    view.occurred_at = record.occurred_at;
    view.received_at = record.received_at;
    view.desk = named.node(record.desk_path);
    if (record.lead_unit) view.lead_unit = named.unit(*record.lead_unit);
    view.answer = record.answer;
    view.solved = record.solved;
    view.satisfied = record.satisfied;
    view.sample = record.sample;
    view.confidential = record.confidential;
    view.self_closed = record.self_closed;
    view.designated = record.designated;
}

bool may_read_contact(const std::vector<ActionView>& actions) {
    return std::ranges::any_of(actions, [](const ActionView& one) {
        return one.action == Action::kReadContact && one.allowed;
    });
}

void add_reporter(CaseView& view, const std::optional<ReporterRow>& row) {
    if (!row) return;
    const bool anonymous = row->name_masked.empty() && row->phone_masked.empty();
    view.reporter = ReporterView{row->name_masked, row->phone_masked, anonymous, row->wants_answer,
                                 !anonymous && may_read_contact(view.actions)};
}

}  // namespace

std::optional<CaseRows> load_page(db::Transaction& tx, const std::string& county, Id<Case> id,
                                  Id<Account> reader) {
    auto record = tx.later<CaseRecord>(sql::find_case, county, id);
    auto steps = tx.later<StepRow>(sql::list_steps, county, id);
    auto co_units = tx.later<CoUnitRow>(sql::list_co_units, county, id);
    auto plates = tx.later<PlateRow>(sql::list_plates, county, id);
    auto files = tx.later<StepFileRow>(sql::list_files, county, id);
    auto merges = tx.later<MergeRow>(sql::list_merges, county, id);
    auto merged = tx.later<MergedView>(sql::list_merged, county, id);
    auto survivor = tx.later<MergedView>(sql::find_survivor, county, id);
    auto session = tx.later<SessionRow>(sql::find_session, county, id);
    auto reporter = tx.later<ReporterRow>(sql::find_reporter, county, id);
    auto watched = tx.later<bool>(sql::has_watch, county, reader, id);
    tx.ends_with_next();
    auto found = record.maybe();
    CaseRows rows;
    rows.steps = steps.all();
    rows.co_units = co_units.all();
    rows.plates = plates.all();
    rows.files = files.all();
    rows.merges = merges.all();
    rows.merged = merged.all();
    rows.survivor = survivor.maybe();
    rows.session = session.maybe();
    rows.reporter = reporter.maybe();
    rows.watched = watched.one();
    if (!found) return std::nullopt;
    rows.record = std::move(*found);
    rows.clocks = clocks_of(rows.record);
    return rows;
}

CaseView page_of(const CaseRows& rows, const PageReader& reader) {
    const Named named{reader.world};
    CaseView view;
    add_head(view, rows.record, named, reader.language);
    add_light(view, rows.clocks, reader.now);
    view.co_units = co_unit_views(rows, named);
    const Standpoint standpoint{reader.actor, rows.record, rows.co_units, reader.world, reader.now};
    const auto mine = standpoint.any();
    for (const Capacity capacity : enum_values<Capacity>()) {
        if (mine.has(capacity)) view.my_capacities.push_back(capacity);
    }
    view.actions = action_views(rows, reader, standpoint);
    if (const auto reach = assigning_reach(reader.actor, rows.record)) {
        view.assigns_within = named.node(*reach);
    }
    view.clocks = clock_views(rows.clocks, named, reader.now);
    for (const StepRow& step : rows.steps) {
        view.steps.push_back(step_view(step, rows.files, named));
    }
    for (const MergeRow& merge : rows.merges)
        view.merge_steps.push_back(merge_view(merge));
    for (const StepFileRow& file : rows.files)
        view.files.push_back(file_view(file));
    view.calls = calls_of(rows.record, named, reader.now);
    add_reporter(view, rows.reporter);
    view.plates = plate_views(rows.plates);
    view.extension = extension_view(rows);
    view.suspension = suspension_view(rows);
    view.session = session_view(rows, named);
    view.merged = rows.merged;
    view.merged_into = rows.survivor;
    view.rounds = rounds_view(rows.record, reader.world.numbers_of(rows.record.reported_at).bounds);
    view.watched = rows.watched;
    return view;
}

}  // namespace jingwei::cases
