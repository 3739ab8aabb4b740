#include "db/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace jingwei::db {
namespace {

bool is_county(std::string_view text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_path(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz/") ==
                                std::string_view::npos;
}

bool is_duty(std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

bool is_inside(std::string_view path, std::string_view root) {
    return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

void check(const Scope& scope) {
    if (!is_county(scope.county)) throw std::invalid_argument("scope: a county has six digits");
    if (scope.paths.size() > Scope::kMostEntries || scope.units.size() > Scope::kMostEntries ||
        scope.together.size() > Scope::kMostEntries) {
        throw std::invalid_argument("scope: too many paths, units or accounts");
    }
    if (!is_duty(scope.duty)) throw std::invalid_argument("scope: a duty holds a-z and _ only");
    for (const auto& path : scope.paths) {
        if (!is_path(path)) throw std::invalid_argument("scope: a path holds 0-9, a-z and / only");
    }
}

template <class Of>
std::string joined(const std::vector<Id<Of>>& ids) {
    std::string out;
    for (const auto& id : ids) {
        if (!out.empty()) out += ',';
        out += id.text();
    }
    return out;
}

}  // namespace

Scope Scope::whole_county(std::string county) {
    Scope scope;
    scope.paths = {county};
    scope.county = std::move(county);
    scope.secrets = true;
    return scope;
}

Scope Scope::nobody(std::string county) {
    Scope scope;
    scope.county = std::move(county);
    return scope;
}

void join(Scope& all, const Scope& one) {
    all.paths.insert(all.paths.end(), one.paths.begin(), one.paths.end());
    all.units.insert(all.units.end(), one.units.begin(), one.units.end());
    all.secrets = all.secrets || one.secrets;
    if (!one.account.is_nil()) all.together.push_back(one.account);
}

std::vector<std::string> normalised(std::vector<std::string> paths) {
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> kept;
    for (auto& path : paths) {
        if (kept.empty() || !is_inside(path, kept.back())) kept.push_back(std::move(path));
    }
    return kept;
}

std::vector<std::string> scope_statements(const Scope& scope) {
    check(scope);
    std::vector<std::string> out{fmt::format("SET LOCAL jingwei.county = '{}'", scope.county)};
    if (!scope.account.is_nil()) {
        out.push_back(fmt::format("SET LOCAL jingwei.account = '{}'", scope.account.text()));
    }
    if (!scope.paths.empty()) {
        const auto paths = normalised(scope.paths);
        out.push_back(fmt::format("SET LOCAL jingwei.paths = '{{{}}}'", fmt::join(paths, ",")));
    }
    if (!scope.units.empty()) {
        out.push_back(fmt::format("SET LOCAL jingwei.units = '{{{}}}'", joined(scope.units)));
    }
    if (!scope.together.empty()) {
        out.push_back(fmt::format("SET LOCAL jingwei.together = '{{{}}}'", joined(scope.together)));
    }
    if (scope.secrets) out.emplace_back("SET LOCAL jingwei.secrets = 'on'");
    if (!scope.duty.empty()) {
        out.push_back(fmt::format("SET LOCAL jingwei.duty = '{}'", scope.duty));
    }
    return out;
}

}  // namespace jingwei::db
