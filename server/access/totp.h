#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"

/// Time-based one-time passwords, RFC 6238 over RFC 4226: HMAC-SHA-1, 30 seconds, six digits, as
/// every authenticator app has them.
namespace jingwei::access::totp {

inline constexpr std::size_t kSecretSize = 20;  ///< octets; RFC 4226 asks for 160 bits
inline constexpr std::chrono::seconds kStep{30};

/// How many whole steps since 1970.
std::int64_t step_of(Time now);

/// The code of one step: `digits` decimal digits with leading zeros.
std::string code(std::string_view secret, std::int64_t step, int digits = 6);

/// The step whose code this is, among the present one and one to either side (clocks drift), but
/// later than `last_used`: a code that was accepted once is never accepted again. Nothing when
/// there is none. Takes the same time for every six-digit code.
std::optional<std::int64_t> accept(std::string_view secret, std::string_view code, Time now,
                                   std::optional<std::int64_t> last_used);

/// Random octets from the operating system.
std::string make_secret();

/// RFC 4648 base 32 without padding, as people type it into an app.
std::string base32(std::string_view octets);

/// "otpauth://totp/Jingwei:wang?secret=…&issuer=Jingwei", what the QR code holds.
std::string address(std::string_view login, std::string_view secret);

}  // namespace jingwei::access::totp
