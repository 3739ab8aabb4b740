#include "access/access_tools.h"

namespace jingwei::access {

Actor Actor::system(std::string_view county, std::string_view duty) {
    Actor actor{db::Scope::whole_county(std::string(county))};
    actor.scope.duty = duty;
    return actor;
}

Actor Actor::of(const Principal& principal, std::string_view permission, std::string_view duty) {
    return {principal.scope_for(permission, std::string(duty))};
}

audit::Entry Actor::entry(Time at, std::string action, std::string kind,
                          std::string subject) const {
    audit::Entry entry;
    entry.county = county();
    entry.account = account();
    entry.at = at;
    entry.action = std::move(action);
    entry.subject_kind = std::move(kind);
    entry.subject = std::move(subject);
    return entry;
}

db::Scope proving(const Principal& principal) {
    db::Scope scope = store::at_the_door(principal.county());
    scope.account = principal.account();
    return scope;
}

}  // namespace jingwei::access
