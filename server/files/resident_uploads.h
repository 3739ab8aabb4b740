#pragma once

#include <cstdint>
#include <string_view>

namespace jingwei::files {

/// The duty of a scope in which residents, who all share one account, upload the photos of their
/// reports. Opens no table.
inline constexpr std::string_view kOfResidents = "residents";

/// What all residents of a county may upload in a day, instead of what one account may.
inline constexpr std::int64_t kMostResidentFilesADay = 20'000;
inline constexpr std::int64_t kMostResidentBytesADay = std::int64_t{30} << 30;

}  // namespace jingwei::files
