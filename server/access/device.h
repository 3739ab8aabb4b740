#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "core/id.h"
#include "core/seal.h"
#include "db/scope.h"

namespace jingwei {
struct Device;  // names Id<Device>
}  // namespace jingwei

/// A browser in which an account has signed in before. It counts failures of its own, so strangers
/// who lock the account do not lock out its owner. docs/adr/0025-known-devices.md
namespace jingwei::access {

inline constexpr std::string_view kDeviceCookie = "jingwei_device";
inline constexpr std::chrono::days kDeviceKnown{90};

/// What the cookie holds from `now` on for kDeviceKnown: "<device>.<its end in seconds>.<key>.<HMAC
/// of these, county and account>". It proves nothing but that somebody signed in there.
std::string device_mark(const KeyRing& keys, std::string_view county, Id<Account> account,
                        Id<Device> device, Time now);

/// Nothing when `mark` is of another county or account, over (open end), forged, under a key that
/// is gone, or made in a second before that of `since`, the last change of the password: then the
/// caller is a stranger, which is no fault.
std::optional<Id<Device>> known_device(const KeyRing& keys, std::string_view county,
                                       Id<Account> account, std::string_view mark, Time since,
                                       Time now);

}  // namespace jingwei::access
