#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

#include "core/result.h"

namespace jingwei::access {

/// What a guess costs. The default is the second recommendation of RFC 9106: three passes over
/// 64 MiB, about a tenth of a second of one core.
struct PasswordCost {
    unsigned long long passes = 3;
    std::size_t memory_bytes = std::size_t{64} << 20;
    std::size_t at_once = 2;  ///< so hashing never takes more than at_once * memory_bytes
    /// Callers that may wait for a place; more are turned away. Each keeps a worker waiting, so
    /// well below the number of workers.
    std::size_t waiting = 6;
    std::chrono::milliseconds longest_wait{5'000};
};

/// Hashes and checks passwords with argon2id, a bounded number at once. Thread-safe. Refuses with
/// sign_in_busy (kTooMany) when no place becomes free in time.
class Passwords {
public:
    explicit Passwords(PasswordCost cost = {});

    Result<std::string> hash(std::string_view password);
    Result<bool> matches(const std::string& hash, std::string_view password);
    /// Takes as long as matches() and is false: for a login that nobody has, so that the time of
    /// an answer does not tell which logins exist.
    Result<bool> matches_nobody(std::string_view password);

private:
    class Place;
    std::string hashed(std::string_view password) const;

    const PasswordCost cost_;
    const std::string nobody_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::size_t busy_ = 0;
    std::size_t waiting_ = 0;
};

}  // namespace jingwei::access
