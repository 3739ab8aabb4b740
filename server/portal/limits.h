#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/clock.h"
#include "core/result.h"

/// How often strangers may ask. docs/adr/0079-limits-for-strangers.md
namespace jingwei::portal {

/// So many in any stretch that begins with the first of them.
struct Allowance {
    std::uint32_t most = 0;
    std::chrono::seconds within{0};
};

/// Counts by key. Keeps no more than kMostKeys; when all of them are still counting, a new key is
/// refused as if it were full. Thread-safe. In the memory of this server: a restart forgets.
class Counters {
public:
    static constexpr std::size_t kMostKeys = 100'000;

    explicit Counters(std::size_t most_keys = kMostKeys) : most_keys_(most_keys) {}

    /// Counts one more. When there is none left: how long until there is.
    std::optional<std::chrono::seconds> take(const std::string& key, Allowance allowance, Time now);
    /// It was none after all.
    void give_back(const std::string& key);

private:
    struct Window {
        Time until;
        std::uint32_t count = 0;
    };

    bool has_room(Time now);

    const std::size_t most_keys_;
    std::mutex mutex_;
    std::unordered_map<std::string, Window> windows_;
};

/// What a stranger does, each with an allowance of its own.
enum class Doing {
    kLook,    ///< grids, matters, receipts: costs no round trip to the database
    kReport,  ///< writes a case and photos
    kFollow,  ///< shows code and tail
};

/// The limits of the routes for strangers: per address and for the whole county. Thread-safe.
class Limits {
public:
    /// Many telephones share one address of a carrier, so an address gets more than a person needs.
    static constexpr Allowance kLooks{240, std::chrono::minutes{1}};
    static constexpr Allowance kReports{30, std::chrono::hours{1}};
    static constexpr Allowance kFollows{60, std::chrono::minutes{10}};
    static constexpr Allowance kLooksOfCounty{12'000, std::chrono::minutes{1}};
    static constexpr Allowance kReportsOfCounty{3'000, std::chrono::hours{1}};
    static constexpr Allowance kFollowsOfCounty{6'000, std::chrono::minutes{10}};

    /// Wrong tries. A tail is one of 10,000: of 20 tries a day one in 500 codes would fall.
    static constexpr Allowance kWrongOfCodeHere{5, std::chrono::hours{1}};
    static constexpr Allowance kWrongOfCode{20, std::chrono::hours{24}};
    static constexpr Allowance kWrongOfAddress{30, std::chrono::hours{1}};

    /// `client` is the address of the other end. Refuses portal_too_many.
    Result<void> take(Doing doing, std::string_view client, Time now);

    /// Before a tail is compared: counts it as wrong. Refuses portal_locked, whether there is a
    /// case of that code or not.
    Result<void> try_code(std::string_view code, std::string_view client, Time now);
    /// It was right.
    void was_right(std::string_view code, std::string_view client);

private:
    Counters asked_;
    Counters wrong_;
};

/// Whom an address stands for: itself; of IPv6 the first half, since whoever has one such address
/// has all that share it.
std::string address_key(std::string_view client);

}  // namespace jingwei::portal
