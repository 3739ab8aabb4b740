#include "cases/actor.h"

#include <algorithm>

#include "cases/permission_of.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

namespace held = access::permission;

bool is_above(std::string_view path, std::string_view other) {
    return path != other && grid::is_within(other, path);
}

/// In posts: worker, lead, instructor of the place.
void add_posts(Capacities& mine, const Actor& actor, const CaseRecord& record, const World& world,
               Time now) {
    using staff::PostKind;
    for (const auto& answering : world.roster->of_account(*actor.account, now)) {
        if (!grid::is_within(record.grid_path, answering.post->path)) continue;
        switch (answering.post->kind) {
            case PostKind::kWorker:
            case PostKind::kPartTimeWorker:
            case PostKind::kAssistant:
            case PostKind::kMicroWorker:
                mine.add(Capacity::kWorker);
                break;
            case PostKind::kLead:
                mine.add(Capacity::kLead);
                break;
            case PostKind::kInstructor:
                mine.add(Capacity::kInstructor);
                break;
            default:
                break;
        }
    }
}

void add_desks(Capacities& mine, const access::Principal& who, const CaseRecord& record) {
    for (const std::string& root : who.paths(held::kCaseScreen)) {
        if (is_above(root, record.desk_path)) {
            mine.add(Capacity::kUpper);
        } else if (root == record.desk_path) {
            mine.add(Capacity::kDesk);
        }
    }
}

/// Where the case lies, as far as the permission is held there.
void add_of_place(Capacities& mine, const Actor& actor, const CaseRecord& record,
                  const World& world, std::string_view permission, Time now) {
    const access::Principal& who = *actor.who;
    if (!permission.empty() && !who.can(permission, record.grid_path)) return;
    add_posts(mine, actor, record, world, now);
    add_desks(mine, who, record);
    if (who.can(held::kCaseInstruct, record.grid_path)) mine.add(Capacity::kSupervisor);
}

void add_of_units(Capacities& mine, const access::Principal& who, const CaseRecord& record,
                  std::span<const CoUnitRow> co_units, std::string_view permission) {
    const std::string_view needed = permission.empty() ? held::kCaseRead : permission;
    if (record.lead_unit && who.can_for_unit(needed, *record.lead_unit)) {
        mine.add(Capacity::kLeadUnit);
    }
    if (std::ranges::any_of(co_units, [&](const CoUnitRow& unit) {
            return who.can_for_unit(needed, unit.unit_id);
        })) {
        mine.add(Capacity::kCoUnit);
    }
}

Capacities capacities_with(std::string_view at_place, std::string_view at_unit,
                           std::string_view anywhere, const Actor& actor, const CaseRecord& record,
                           std::span<const CoUnitRow> co_units, const World& world, Time now) {
    if (actor.who == nullptr) return {Capacity::kSystem};
    Capacities mine;
    add_of_place(mine, actor, record, world, at_place, now);
    add_of_units(mine, *actor.who, record, co_units, at_unit);
    const bool may_at_all = anywhere.empty() || actor.who->can(anywhere);
    if (may_at_all && record.reported_by == actor.account) mine.add(Capacity::kReporter);
    return mine;
}

}  // namespace

Actor Actor::of(const access::Principal& principal) {
    return {principal.scope(), principal.account(), principal.display_name(), &principal};
}

Actor Actor::system(std::string county) {
    return {db::Scope::whole_county(std::move(county)), std::nullopt, {}, nullptr};
}

Capacities capacities_of(const Actor& actor, const CaseRecord& record,
                         std::span<const CoUnitRow> co_units, const World& world, Time now) {
    return capacities_with({}, {}, {}, actor, record, co_units, world, now);
}

Capacities capacities_for(Action action, const Actor& actor, const CaseRecord& record,
                          std::span<const CoUnitRow> co_units, const World& world, Time now) {
    return capacities_with(permission_at_place(action), permission_at_unit(action),
                           permission_of(action), actor, record, co_units, world, now);
}

Capacity foremost(Capacities mine, Capacities wanted) {
    using enum Capacity;
    for (const Capacity one : {kLeadUnit, kCoUnit, kDesk, kUpper, kLead, kWorker, kInstructor,
                               kSupervisor, kReporter, kSystem}) {
        if (mine.has(one) && wanted.has(one)) return one;
    }
    return kSystem;
}

std::string duty_of(const Actor& actor, Capacity capacity, const CaseRecord& record,
                    const World& world, Time now) {
    if (!actor.account) return {};
    const auto name_of = [](const grid::Unit* unit) { return unit ? unit->name : std::string{}; };
    if (capacity == Capacity::kLeadUnit) return name_of(world.units->find(*record.lead_unit));
    for (const auto& answering : world.roster->of_account(*actor.account, now)) {
        if (!answering.post->title.empty()) return answering.post->title;
        const grid::Node* node = world.territory->by_path(answering.post->path);
        if (node != nullptr) return node->name;
    }
    for (const auto& unit : actor.who->units(held::kCaseRead)) {
        if (const auto* found = world.units->find(unit)) return found->name;
    }
    for (const auto& root : actor.who->paths(held::kCaseRead)) {
        if (const auto* centre = world.units->centre_of(root)) return centre->name;
        if (const auto* node = world.territory->by_path(root)) return node->name;
    }
    return {};
}

}  // namespace jingwei::cases
