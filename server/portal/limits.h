#pragma once

#include <chrono>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <span>
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

/// One count, and what bounds it.
struct Charge {
    std::string key;
    Allowance allowance;
};

/// Counts by key. Keeps no more than kMostKeys: a new one takes the place of the one that was
/// charged longest ago. What is over is forgotten at intervals; nothing else walks all keys.
/// Thread-safe. In the memory of this server: a restart forgets.
class Counters {
public:
    static constexpr std::size_t kMostKeys = 100'000;
    static constexpr std::chrono::seconds kSweepEvery{60};

    explicit Counters(std::size_t most_keys = kMostKeys) : most_keys_(most_keys) {}

    /// Counts one more of each, or of none: when one is full, how long until it is not, asked in
    /// the order given. What is refused makes no key.
    std::optional<std::chrono::seconds> take(std::span<const Charge> charges, Time now);
    /// It was none after all.
    void give_back(std::span<const Charge> charges);
    /// How many of that key count now.
    std::uint32_t count(const std::string& key, Time now) const;
    /// How many keys are kept.
    std::size_t size() const;

private:
    struct Window {
        std::string key;
        Time until;
        std::uint32_t count = 0;
    };
    using Windows = std::list<Window>;

    void sweep(Time now);
    void charge(const Charge& charge, Time now);

    const std::size_t most_keys_;
    mutable std::mutex mutex_;
    Windows windows_;  ///< the one that was charged last stands first
    std::unordered_map<std::string_view, Windows::iterator> by_key_;
    Time swept_{};
};

/// What a stranger does, each with an allowance of its own.
enum class Doing {
    kLook,    ///< grids, matters, receipts: costs no round trip to the database
    kReport,  ///< writes a case and photos
    kFollow,  ///< shows code and tail
};

/// A try at a tail.
struct Try {
    std::string_view code;  ///< of whatever length
    /// Stands for the tail and tells it to nobody.
    std::string_view tail_key;
    std::string_view client;
    /// The mark of the receipt was shown and holds (receipt_mark.h).
    bool with_receipt = false;
};

/// The limits of the routes for strangers: per address, per network and for the whole county.
/// Thread-safe.
class Limits {
public:
    /// Many telephones share one address of a carrier, so an address gets more than a person needs.
    static constexpr Allowance kLooks{240, std::chrono::minutes{1}};
    static constexpr Allowance kReports{30, std::chrono::hours{1}};
    static constexpr Allowance kFollows{60, std::chrono::minutes{10}};
    static constexpr Allowance kLooksOfCounty{12'000, std::chrono::minutes{1}};
    static constexpr Allowance kReportsOfCounty{3'000, std::chrono::hours{1}};
    static constexpr Allowance kFollowsOfCounty{6'000, std::chrono::minutes{10}};
    /// What a site of IPv6 (/48) gets of what one address does, times.
    static constexpr std::uint32_t kOfNetwork = 4;

    /// Of what the county gets a quarter is kept for who has asked little: this share of what one
    /// address may.
    static constexpr std::uint32_t kReserved = 4;
    static constexpr std::uint32_t kLittle = 10;

    /// Wrong tries. A tail is one of 10,000: of 20 tries a day one in 500 codes would fall. Whoever
    /// knows a tail does not run it over the codes of a day either.
    static constexpr Allowance kWrongOfAddress{30, std::chrono::hours{1}};
    static constexpr Allowance kWrongOfCodeHere{5, std::chrono::hours{1}};
    static constexpr Allowance kWrongOfCode{20, std::chrono::hours{24}};
    static constexpr Allowance kWrongOfTail{6, std::chrono::hours{1}};
    static constexpr Allowance kWrongOfTailADay{12, std::chrono::hours{24}};
    /// With the receipt in hand: whoever found one tries no more tails than these.
    static constexpr Allowance kWrongWithReceipt{10, std::chrono::hours{24}};

    explicit Limits(std::size_t most_keys = Counters::kMostKeys)
        : asked_(most_keys), wrong_(most_keys) {}

    /// `client` is the address of the other end. Refuses portal_too_many.
    Result<void> take(Doing doing, std::string_view client, Time now);
    /// Following with a genuine receipt in hand: counts for that receipt alone, so nobody else's
    /// asking shuts its holder out. Refuses portal_too_many.
    Result<void> take_with_receipt(std::string_view code, Time now);

    /// Before a tail is compared: counts it as wrong. Refuses portal_locked, whether there is a
    /// case of that code or not, and counts nothing then. With a receipt only its own tries count.
    Result<void> try_code(const Try& tried, Time now);
    /// It was right.
    void was_right(const Try& tried);

    /// How many keys are kept.
    std::size_t size() const { return asked_.size() + wrong_.size(); }

private:
    Counters asked_;
    Counters wrong_;
};

/// Whom an address stands for: itself; of IPv6 the first half, since whoever has one such address
/// has all that share it.
std::string address_key(std::string_view client);

/// The site that an address of IPv6 belongs to (/48); nothing for IPv4.
std::optional<std::string> network_key(std::string_view client);

}  // namespace jingwei::portal
