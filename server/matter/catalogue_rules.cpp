#include "matter/catalogue_rules.h"

#include <set>
#include <tuple>

namespace jingwei::matter {
namespace {

auto content(const Matter& one) {
    return std::tie(one.code, one.class_code, one.subclass_code, one.name_zh, one.name_en,
                    one.guidance_zh, one.guidance_en, one.bearing, one.funding, one.severity,
                    one.evidence, one.grid_may_close, one.is_public, one.emergency, one.keywords,
                    one.form);
}

/// Limits have no order.
std::set<std::tuple<LimitStage, std::string, std::int32_t, calendar::LimitUnit>> limits(
    const Matter& one) {
    std::set<std::tuple<LimitStage, std::string, std::int32_t, calendar::LimitUnit>> all;
    for (const auto& limit : one.limits) {
        all.emplace(limit.stage, limit.unit.value_or(""), limit.limit.amount, limit.limit.unit);
    }
    return all;
}

}  // namespace

bool same_content(const Matter& one, const Matter& other) {
    return content(one) == content(other) && one.responsible == other.responsible &&
           limits(one) == limits(other);
}

Matter next_version(const Matter* before, Matter content, Time now) {
    content.id = before == nullptr ? Id<Matter>::make(now) : before->id;
    content.version = before == nullptr ? 1 : before->version + 1;
    content.valid_from = now;
    content.valid_to.reset();
    return content;
}

CatalogueChange change_to(const Catalogue& known, std::vector<Matter> wanted, Time now) {
    CatalogueChange change;
    std::set<Id<Matter>> kept;
    for (auto& content : wanted) {
        const auto* in_force = known.by_code(content.code, now);
        if (in_force != nullptr) kept.insert(in_force->id);
        if (in_force != nullptr && same_content(*in_force, content)) {
            ++change.unchanged;
            continue;
        }
        if (in_force != nullptr) change.ended.push_back(in_force);
        ++(in_force == nullptr ? change.added : change.changed);
        const auto* newest = known.newest(content.code);
        change.begun.push_back(next_version(newest, std::move(content), now));
    }
    for (const auto* one : known.in_force(now)) {
        if (kept.contains(one->id)) continue;
        change.ended.push_back(one);
        ++change.dropped;
    }
    return change;
}

}  // namespace jingwei::matter
