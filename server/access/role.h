#pragma once

#include <boost/describe.hpp>
#include <span>
#include <string_view>

#include "access/permission.h"

namespace jingwei::access {

BOOST_DESCRIBE_ENUM(Office, kNone, kSystem, kSecurity, kAudit)

/// Where a grant of a role takes hold.
enum class Reach {
    kPath,  ///< a subtree of the territory
    kUnit,  ///< one unit 机构
};
BOOST_DESCRIBE_ENUM(Reach, kPath, kUnit)

/// A named set of permissions. Roles ship with the program; a grant (role_grant) puts one on a
/// subtree or a unit for a time. Reader's names: "role.dispatcher" in data/messages/access.*.json.
struct Role {
    std::string_view name;
    Office office;
    Reach reach;
    std::span<const std::string_view> permissions;

    bool holds(std::string_view permission) const;
};

/// In the order in which a screen lists them.
std::span<const Role> all_roles();

/// Null for a name that is no role.
const Role* find_role(std::string_view name);

namespace role {

inline constexpr std::string_view kGridWorker = "grid_worker";
inline constexpr std::string_view kGridLead = "grid_lead";
inline constexpr std::string_view kInstructor = "instructor";
inline constexpr std::string_view kDispatcher = "dispatcher";
inline constexpr std::string_view kHotlineTaker = "hotline_taker";
inline constexpr std::string_view kHandler = "handler";
inline constexpr std::string_view kSupervisor = "supervisor";
inline constexpr std::string_view kCatalogueEditor = "catalogue_editor";
inline constexpr std::string_view kConfidant = "confidant";
inline constexpr std::string_view kSystemAdmin = "admin_system";
inline constexpr std::string_view kSecurityOfficer = "security_officer";
inline constexpr std::string_view kAuditor = "auditor";

}  // namespace role

}  // namespace jingwei::access
