#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/seal.h"

namespace jingwei::portal {

/// What a receipt promises: seconds since 1970.
struct Promise {
    std::string county;
    std::string code;
    std::int64_t at = 0;             ///< when it was received
    std::optional<std::int64_t> by;  ///< by when it will be answered; nothing: nobody waits
};

/// The proof that this installation gave that receipt: "<key>.<32 hexadecimal digits>", an
/// HMAC-SHA-256 cut to 128 bits, under a key that is not in the database (ADR 22).
std::string receipt_mark(const KeyRing& keys, const Promise& promise);

/// Whether `mark` is the mark of that promise, under any key that the ring still has.
bool is_receipt_mark(const KeyRing& keys, const Promise& promise, std::string_view mark);

}  // namespace jingwei::portal
