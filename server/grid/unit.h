#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/clock.h"
#include "core/id.h"
#include "db/scope.h"
#include "grid/node.h"

namespace jingwei {
namespace grid {

enum class UnitKind {
    kCentre,  ///< 网格化服务管理中心 (综治中心) of a county or town; the desk of the village too
    kDepartment,  ///< 职能部门
    kStation,     ///< 站所 of a town
    kCommittee,   ///< 村(居)委会
};
BOOST_DESCRIBE_ENUM(UnitKind, kCentre, kDepartment, kStation, kCommittee)

}  // namespace grid

/// An organisation that takes in, handles or coordinates cases. In this namespace because
/// db::Scope names Id<Unit>; everybody writes grid::Unit.
struct Unit {
    Id<Unit> id;
    std::string name;        ///< unique among the county's open units attached to the same path
    std::string short_name;  ///< what lists show; may be empty
    grid::UnitKind kind = grid::UnitKind::kDepartment;
    Id<grid::Node> node;
    std::string path;  ///< of that node, to whose level it belongs
    std::optional<Id<Unit>> parent;
    std::string phone;
    std::string duties;
    Time valid_from;
};

namespace grid {

using jingwei::Unit;

/// The open units of one county, immutable, in memory. Pointers live as long as the Units; null
/// means none. Safe to read from many threads.
class Units {
public:
    Units(std::int64_t version, std::vector<Unit> units);
    Units(const Units&) = delete;
    Units& operator=(const Units&) = delete;

    std::int64_t version() const { return version_; }
    /// By path, then centre first, then by name.
    const std::vector<Unit>& all() const { return units_; }
    const Unit* find(Id<Unit> id) const;
    /// Attached exactly to that node, in the order of all().
    std::vector<const Unit*> at(std::string_view path) const;
    /// The centre of that node; a village without one is served by its committee.
    const Unit* centre_of(std::string_view path) const;
    /// The unit of that name (or short name) nearest above `path`: the node's own level first,
    /// then its ancestors'. With an empty path: the only one of that name in the county.
    const Unit* by_name(std::string_view name, std::string_view path = {}) const;
    /// Units whose name or short name contains `text`; at most `limit`.
    std::vector<const Unit*> search(std::string_view text, std::size_t limit) const;

private:
    std::int64_t version_;
    std::vector<Unit> units_;
    std::unordered_map<Id<Unit>, const Unit*> by_id_;
};

}  // namespace grid
}  // namespace jingwei
