#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "matter/matter.h"

namespace jingwei::matter {

struct MatterClass {
    std::string code;
    std::string name_zh;
    std::string name_en;
    std::int32_t position = 0;
};

struct MatterSubclass {
    std::string code;  ///< unique in the county, whatever its class
    std::string class_code;
    std::string name_zh;
    std::string name_en;
    std::int32_t position = 0;
};

/// Where a matter hangs in the catalogue. Null when a half import left them out.
struct Lineage {
    const MatterSubclass* subclass = nullptr;
    const MatterClass* of_class = nullptr;
};

/// The whole catalogue of one county, past and future versions included, immutable, in memory.
/// Pointers live as long as the Catalogue. Safe to read from many threads.
class Catalogue {
public:
    /// All in any order. `defaults` are the county's limits for matters that state none.
    Catalogue(std::string county, std::vector<MatterClass> classes,
              std::vector<MatterSubclass> subclasses, std::vector<Matter> versions,
              std::vector<StageLimit> defaults = shipped_limits(), std::int64_t version = 0);
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    /// Screen 4 working hours, sign 1 working day, handle 3 working days, verify 1 working day,
    /// answer 5 working days.
    static std::vector<StageLimit> shipped_limits();

    const std::string& county() const { return county_; }
    /// Grows with every change; good as an ETag.
    std::int64_t version() const { return version_; }
    const std::vector<StageLimit>& defaults() const { return defaults_; }
    const std::vector<MatterClass>& classes() const { return classes_; }           ///< by position
    const std::vector<MatterSubclass>& subclasses() const { return subclasses_; }  ///< likewise
    Lineage lineage(const Matter& matter) const;
    const MatterSubclass* find_subclass(std::string_view code) const;

    /// The newest version, in force or not: for the name of an old case's matter.
    const Matter* find(Id<Matter> id) const;
    /// The version in force at that moment, or null.
    const Matter* at(Id<Matter> id, Time time) const;
    const Matter* by_code(std::string_view code, Time time) const;
    /// The newest version of that code, in force or not.
    const Matter* newest(std::string_view code) const;
    /// In force at that moment, by class, subclass and code.
    std::vector<const Matter*> in_force(Time time) const;

    /// The version in force, or why a task may not cite it: `matter_unknown` (not found), or
    /// `matter_not_in_force` (conflict) with details code, name, from, to of the citation.
    Result<const Matter*> cited(Id<Matter> id, Time time) const;

    /// Never nothing for the five stages of shipped_limits(); arrival only where it is stated.
    std::optional<calendar::Limit> limit(const Matter& matter, LimitStage stage,
                                         std::string_view unit = {}) const;

private:
    std::string county_;
    std::vector<MatterClass> classes_;
    std::vector<MatterSubclass> subclasses_;
    std::vector<Matter> versions_;  ///< by id, then version
    std::vector<StageLimit> defaults_;
    std::int64_t version_;
    std::unordered_map<Id<Matter>, std::pair<std::uint32_t, std::uint32_t>> by_id_;  ///< range
    std::unordered_map<std::string_view, Id<Matter>> by_code_;
};

}  // namespace jingwei::matter
