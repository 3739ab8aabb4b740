#pragma once

#include <string_view>

/// Permissions about the service of people in posts, which few ask for; the others are in
/// permission.h, and all_permissions() names these too.
namespace jingwei::access::permission {

inline constexpr std::string_view kMeetingEdit = "meeting.edit";  ///< keep the minutes of meetings
/// What people note of their day; never asked of anybody, so that it measures nothing.
inline constexpr std::string_view kWorkLogRead = "work_log.read";

}  // namespace jingwei::access::permission
