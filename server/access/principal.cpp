#include "access/principal.h"

#include <algorithm>

namespace jingwei::access {

bool inside(std::string_view path, std::string_view root) {
    if (root.empty() || !path.starts_with(root)) return false;
    return path.size() == root.size() || path[root.size()] == '/';
}

Principal::Principal(Who who, std::vector<Grant> grants,
                     std::optional<std::vector<std::string>> only)
    : who_(std::move(who)), grants_(std::move(grants)), only_(std::move(only)) {
    std::erase_if(grants_, [](const Grant& one) { return find_role(one.role) == nullptr; });
    if (who_.password_change_needed) grants_.clear();
}

bool Principal::held(const Grant& grant, std::string_view permission) const {
    if (!find_role(grant.role)->holds(permission)) return false;
    return !only_ || std::find(only_->begin(), only_->end(), permission) != only_->end();
}

std::string_view Principal::main_role() const {
    for (const Role& role : all_roles()) {
        const auto is_it = [&](const Grant& one) { return one.role == role.name; };
        if (std::any_of(grants_.begin(), grants_.end(), is_it)) return role.name;
    }
    return {};
}

bool Principal::can(std::string_view permission) const {
    return std::any_of(grants_.begin(), grants_.end(),
                       [&](const Grant& one) { return held(one, permission); });
}

bool Principal::can(std::string_view permission, std::string_view path) const {
    return std::any_of(grants_.begin(), grants_.end(), [&](const Grant& one) {
        return one.path && inside(path, *one.path) && held(one, permission);
    });
}

bool Principal::can_for_unit(std::string_view permission, Id<Unit> unit) const {
    return std::any_of(grants_.begin(), grants_.end(),
                       [&](const Grant& one) { return one.unit == unit && held(one, permission); });
}

std::vector<std::string> Principal::permissions() const {
    std::vector<std::string> out;
    for (const auto one : all_permissions()) {
        if (can(one)) out.emplace_back(one);
    }
    return out;
}

std::vector<std::string> Principal::paths(std::string_view permission) const {
    std::vector<std::string> out;
    for (const auto& one : grants_) {
        if (one.path && held(one, permission)) out.push_back(*one.path);
    }
    return db::normalised(std::move(out));
}

std::vector<Id<Unit>> Principal::units(std::string_view permission) const {
    std::vector<Id<Unit>> out;
    for (const auto& one : grants_) {
        if (one.unit && held(one, permission)) out.push_back(*one.unit);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

db::Scope Principal::scope(std::string_view permission) const {
    db::Scope scope = db::Scope::nobody(who_.county);
    scope.account = who_.account;
    scope.paths = paths(permission);
    scope.units = units(permission);
    scope.secrets = !scope.paths.empty() &&
                    std::all_of(scope.paths.begin(), scope.paths.end(), [&](const auto& path) {
                        return can(permission::kCaseConfidential, path);
                    });
    return scope;
}

db::Scope Principal::scope_for(std::string_view permission, std::string duty) const {
    db::Scope scope = this->scope(permission);
    scope.duty = std::move(duty);
    return scope;
}

}  // namespace jingwei::access
