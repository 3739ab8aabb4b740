#include "matter/catalogue.h"

#include <algorithm>
#include <tuple>

#include "core/time_text.h"

namespace jingwei {

std::optional<calendar::Limit> Matter::limit(matter::LimitStage stage,
                                             std::string_view unit) const {
    std::optional<calendar::Limit> general;
    for (const auto& one : limits) {
        if (one.stage != stage) continue;
        if (one.unit && *one.unit == unit) return one.limit;
        if (!one.unit) general = one.limit;
    }
    return general;
}

namespace {

std::vector<std::string_view> units_of(const Matter& matter, grid::Level level, bool lead) {
    std::vector<std::string_view> names;
    for (const auto& one : matter.responsible) {
        if (one.level == level && one.lead == lead) names.push_back(one.unit);
    }
    return names;
}

}  // namespace

std::vector<std::string_view> Matter::leads(grid::Level level) const {
    return units_of(*this, level, true);
}

std::vector<std::string_view> Matter::co_handlers(grid::Level level) const {
    return units_of(*this, level, false);
}

}  // namespace jingwei

namespace jingwei::matter {

using calendar::Limit;
using calendar::LimitUnit;

std::vector<StageLimit> Catalogue::shipped_limits() {
    return {{LimitStage::kScreen, {}, {4, LimitUnit::kWorkingHours}},
            {LimitStage::kSign, {}, {1, LimitUnit::kWorkingDays}},
            {LimitStage::kHandle, {}, {3, LimitUnit::kWorkingDays}},
            {LimitStage::kVerify, {}, {1, LimitUnit::kWorkingDays}},
            {LimitStage::kAnswer, {}, {5, LimitUnit::kWorkingDays}}};
}

Catalogue::Catalogue(std::string county, std::vector<MatterClass> classes,
                     std::vector<MatterSubclass> subclasses, std::vector<Matter> versions,
                     std::vector<StageLimit> defaults, std::int64_t version)
    : county_(std::move(county)),
      classes_(std::move(classes)),
      subclasses_(std::move(subclasses)),
      versions_(std::move(versions)),
      defaults_(std::move(defaults)),
      version_(version) {
    const auto place = [](const auto& one) { return std::tie(one.position, one.code); };
    std::ranges::sort(classes_, {}, place);
    std::ranges::sort(subclasses_, {}, place);
    const auto age = [](const Matter& one) { return std::tie(one.id, one.version); };
    std::ranges::sort(versions_, {}, age);
    for (std::uint32_t number = 0; number < versions_.size(); ++number) {
        const auto& one = versions_[number];
        by_id_.try_emplace(one.id, number, number).first->second.second = number + 1;
        by_code_.try_emplace(one.code, one.id);
    }
}

const MatterSubclass* Catalogue::find_subclass(std::string_view code) const {
    const auto found = std::ranges::find(subclasses_, code, &MatterSubclass::code);
    return found == subclasses_.end() ? nullptr : &*found;
}

Lineage Catalogue::lineage(const Matter& matter) const {
    const auto of_class = std::ranges::find(classes_, matter.class_code, &MatterClass::code);
    return {find_subclass(matter.subclass_code), of_class == classes_.end() ? nullptr : &*of_class};
}

const Matter* Catalogue::find(Id<Matter> id) const {
    const auto range = by_id_.find(id);
    return range == by_id_.end() ? nullptr : &versions_[range->second.second - 1];
}

const Matter* Catalogue::at(Id<Matter> id, Time time) const {
    const auto range = by_id_.find(id);
    if (range == by_id_.end()) return nullptr;
    for (auto number = range->second.second; number-- > range->second.first;) {
        if (versions_[number].in_force(time)) return &versions_[number];
    }
    return nullptr;
}

const Matter* Catalogue::by_code(std::string_view code, Time time) const {
    const auto id = by_code_.find(code);
    return id == by_code_.end() ? nullptr : at(id->second, time);
}

const Matter* Catalogue::newest(std::string_view code) const {
    const auto id = by_code_.find(code);
    return id == by_code_.end() ? nullptr : find(id->second);
}

std::vector<const Matter*> Catalogue::in_force(Time time) const {
    std::vector<const Matter*> found;
    for (const auto& version : versions_) {
        if (version.in_force(time)) found.push_back(&version);
    }
    std::ranges::sort(found, {}, [&](const Matter* one) {
        const auto [subclass, of_class] = lineage(*one);
        return std::tuple{of_class == nullptr ? -1 : of_class->position, one->class_code,
                          subclass == nullptr ? -1 : subclass->position, one->subclass_code,
                          one->code};
    });
    return found;
}

Result<const Matter*> Catalogue::cited(Id<Matter> id, Time time) const {
    if (const auto* found = at(id, time)) return found;
    const auto* known = find(id);
    if (known == nullptr) return Refusal{RefusalKind::kNotFound, "matter_unknown", "/matter"};
    return Refusal{RefusalKind::kConflict,
                   "matter_not_in_force",
                   "/matter",
                   {{"code", known->code},
                    {"name", known->name_zh},
                    {"from", day_text(china_day(known->valid_from))},
                    {"to", known->valid_to ? day_text(china_day(*known->valid_to)) : "…"}}};
}

std::optional<Limit> Catalogue::limit(const Matter& matter, LimitStage stage,
                                      std::string_view unit) const {
    if (const auto stated = matter.limit(stage, unit)) return stated;
    const auto fallback = std::ranges::find(defaults_, stage, &StageLimit::stage);
    return fallback == defaults_.end() ? std::nullopt : std::optional{fallback->limit};
}

}  // namespace jingwei::matter
