#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "cases/case_record.h"
#include "cases/world.h"

namespace jingwei::cases {

/// Whoever has no account: what residents report and say stands in this name, which is that of no
/// account, so nobody can sign in to it.
Id<Account> residents();

/// Who takes a step: somebody signed in, a resident, or the system (timers).
struct Actor {
    db::Scope scope;                         ///< what this reader sees of cases
    std::optional<Id<Account>> account;      ///< nothing: the system
    std::string name;                        ///< empty: a resident or the system
    const access::Principal* who = nullptr;  ///< null: a resident or the system

    static Actor of(const access::Principal& principal);
    static Actor system(std::string county);
    /// Who reports: sees what residents reported themselves, and writes nothing else.
    static Actor passer_by(std::string county);
    /// Who has shown to be the one that raised a case, whatever the channel. Only for that case.
    static Actor resident(std::string county);
    bool is_resident() const { return account && who == nullptr; }
    const std::string& county() const { return scope.county; }
};

/// What an actor is to one case. A desk is held by who may screen at exactly its node; who may
/// screen above it is the upper level. Whoever takes calls is the reporter of every case that came
/// by hotline, a resident of the one that he has shown to have raised. Borrows what it is made of.
class Standpoint {
public:
    Standpoint(const Actor& actor, const CaseRecord& record, std::span<const CoUnitRow> co_units,
               const World& world, Time now);

    /// Whatever may be done with it.
    Capacities any() const;
    /// As far as the roles behind it hold the permission for that action (permission_of.h).
    Capacities capacities_for(Action action) const;

private:
    Capacities with(std::string_view at_place, std::string_view at_unit,
                    std::string_view anywhere) const;

    const Actor& actor_;
    const CaseRecord& record_;
    const std::span<const CoUnitRow> co_units_;
    const Capacities of_place_;
};

/// Of several capacities the one to write down: the nearest to the work.
Capacity foremost(Capacities mine, Capacities wanted);

/// The post or unit in which somebody acts, as people would call it: "第三网格 网格长". Of several
/// the one that answers for the place of the case. May be empty.
std::string duty_of(const Actor& actor, Capacity capacity, const CaseRecord& record,
                    const World& world, Time now);

}  // namespace jingwei::cases
