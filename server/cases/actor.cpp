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

/// Whoever takes calls speaks for every caller, whichever colleague took the call: the resident
/// does not know who is on duty today. What came another way is not the hotline's to act on; a call
/// about it is a report of its own, with a receipt of its own, which a desk may merge.
void add_hotline(Capacities& mine, const access::Principal& who, const CaseRecord& record) {
    if (record.channel != Channel::kHotline) return;
    const bool takes_calls = std::ranges::any_of(who.grants(), [&](const access::Grant& one) {
        return one.role == access::role::kHotlineTaker && one.path &&
               access::inside(record.grid_path, *one.path);
    });
    if (takes_calls) mine.add(Capacity::kReporter);
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

/// Where the case lies, whatever is asked for.
Capacities of_place(const Actor& actor, const CaseRecord& record, const World& world, Time now) {
    if (actor.who == nullptr) return {};
    Capacities mine;
    add_posts(mine, actor, record, world, now);
    add_desks(mine, *actor.who, record);
    add_hotline(mine, *actor.who, record);
    if (actor.who->can(held::kCaseInstruct, record.grid_path)) mine.add(Capacity::kSupervisor);
    return mine;
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

/// The right by which somebody is what they are to a case.
std::string_view right_of(Capacity capacity) {
    switch (capacity) {
        case Capacity::kDesk:
        case Capacity::kUpper:
            return held::kCaseScreen;
        case Capacity::kSupervisor:
            return held::kCaseInstruct;
        case Capacity::kCoUnit:
            return held::kCaseHandle;
        default:
            return held::kCaseRead;
    }
}

std::string name_of_place(const World& world, const std::string& path) {
    if (const auto* centre = world.units->centre_of(path)) return centre->name;
    const grid::Node* node = world.territory->by_path(path);
    return node ? node->name : std::string{};
}

/// Of the posts that somebody holds the one that answers for the place, else any.
std::string name_of_post(const std::vector<staff::Answering>& held, const CaseRecord& record,
                         const World& world) {
    const auto here = std::ranges::find_if(
        held, [&](const auto& one) { return grid::is_within(record.grid_path, one.post->path); });
    const auto& chosen = here != held.end() ? *here : held.front();
    if (!chosen.post->title.empty()) return chosen.post->title;
    const grid::Node* node = world.territory->by_path(chosen.post->path);
    return node ? node->name : std::string{};
}

bool is_of_territory(Capacity capacity) {
    return capacity == Capacity::kDesk || capacity == Capacity::kUpper ||
           capacity == Capacity::kSupervisor;
}

/// The root of the right that holds at the place: roots lie in no other, so there is one at most.
std::string name_of_root(const std::vector<std::string>& roots, const CaseRecord& record,
                         const World& world) {
    const auto here = std::ranges::find_if(
        roots, [&](const auto& root) { return grid::is_within(record.grid_path, root); });
    if (here != roots.end()) return name_of_place(world, *here);
    return roots.empty() ? std::string{} : name_of_place(world, roots.front());
}

}  // namespace

Actor Actor::of(const access::Principal& principal) {
    return {principal.scope(), principal.account(), principal.display_name(), &principal};
}

Id<Account> residents() {
    static const auto id = *Id<Account>::parse("00000000-0000-8000-8000-000000000001");
    return id;
}

Actor Actor::passer_by(std::string county) {
    auto scope = db::Scope::nobody(std::move(county));
    scope.account = residents();
    return {std::move(scope), residents(), {}, nullptr};
}

Actor Actor::resident(std::string county) {
    auto scope = db::Scope::whole_county(std::move(county));
    scope.account = residents();
    return {std::move(scope), residents(), {}, nullptr};
}

Actor Actor::system(std::string county) {
    return {db::Scope::whole_county(std::move(county)), std::nullopt, {}, nullptr};
}

Standpoint::Standpoint(const Actor& actor, const CaseRecord& record,
                       std::span<const CoUnitRow> co_units, const World& world, Time now)
    : actor_(actor),
      record_(record),
      co_units_(co_units),
      of_place_(of_place(actor, record, world, now)) {}

Capacities Standpoint::with(std::string_view at_place, std::string_view at_unit,
                            std::string_view anywhere) const {
    if (actor_.is_resident()) return {Capacity::kReporter};
    if (actor_.who == nullptr) return {Capacity::kSystem};
    const access::Principal& who = *actor_.who;
    Capacities mine;
    if (at_place.empty() || who.can(at_place, record_.grid_path)) mine = of_place_;
    add_of_units(mine, who, record_, co_units_, at_unit);
    const bool may_at_all = anywhere.empty() || who.can(anywhere);
    if (may_at_all && record_.reported_by == actor_.account) mine.add(Capacity::kReporter);
    return mine;
}

Capacities Standpoint::any() const { return with({}, {}, {}); }

Capacities Standpoint::capacities_for(Action action) const {
    return with(permission_at_place(action), permission_at_unit(action), permission_of(action));
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
    if (actor.who == nullptr) return {};
    const auto name_of = [](const grid::Unit* unit) { return unit ? unit->name : std::string{}; };
    if (capacity == Capacity::kLeadUnit) return name_of(world.units->find(*record.lead_unit));
    const auto held = world.roster->of_account(*actor.account, now);
    if (!held.empty()) return name_of_post(held, record, world);
    for (const auto& unit : actor.who->units(right_of(capacity))) {
        if (is_of_territory(capacity)) break;
        if (const auto* found = world.units->find(unit)) return found->name;
    }
    return name_of_root(actor.who->paths(right_of(capacity)), record, world);
}

}  // namespace jingwei::cases
