#include "portal/limits.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/octets.h"

namespace jingwei::portal {
namespace {

using std::chrono::seconds;

constexpr std::size_t kAddressOctets = 16;
constexpr std::size_t kHomeOctets = 8;
constexpr std::size_t kSiteOctets = 6;

struct Kind {
    std::string name;
    Allowance of_address;
    Allowance of_county;
};

Kind kind_of(Doing doing) {
    switch (doing) {
        case Doing::kReport:
            return {"report", Limits::kReports, Limits::kReportsOfCounty};
        case Doing::kFollow:
            return {"follow", Limits::kFollows, Limits::kFollowsOfCounty};
        case Doing::kLook:
            break;
    }
    return {"look", Limits::kLooks, Limits::kLooksOfCounty};
}

/// The sentence says minutes, the header seconds.
Refusal later(std::string code, seconds wait) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
    return {RefusalKind::kTooMany,
            std::move(code),
            "",
            {{"retry_after_s", std::to_string(wait.count())},
             {"minutes", std::to_string(minutes.count())}}};
}

/// The address first, then its network.
void add_client(std::vector<Charge>& charges, std::string_view what, std::string_view client,
                Allowance allowance) {
    charges.push_back({std::string{what} + '@' + address_key(client), allowance});
    if (auto network = network_key(client)) {
        allowance.most *= Limits::kOfNetwork;
        charges.push_back({std::string{what} + "@@" + *std::move(network), allowance});
    }
}

Allowance without_reserve(Allowance of_county) {
    of_county.most -= of_county.most / Limits::kReserved;
    return of_county;
}

/// However long the code that somebody sends, a key is short.
std::string short_of(std::string_view code) { return to_hex(sha256(code)).substr(0, 32); }

std::vector<Charge> charges_of(const Try& tried) {
    const auto code = short_of(tried.code);
    if (tried.with_receipt) return {{"receipt/" + code, Limits::kWrongWithReceipt}};
    const std::string tail{tried.tail_key};
    std::vector<Charge> charges;
    add_client(charges, "wrong", tried.client, Limits::kWrongOfAddress);
    charges.push_back({code + '@' + address_key(tried.client), Limits::kWrongOfCodeHere});
    charges.push_back({code, Limits::kWrongOfCode});
    charges.push_back({"hour/" + tail, Limits::kWrongOfTail});
    charges.push_back({"day/" + tail, Limits::kWrongOfTailADay});
    return charges;
}

/// The octets of an address of IPv6; nothing for IPv4, written in whichever way.
std::optional<std::string> octets_of(std::string_view client) {
    std::array<unsigned char, kAddressOctets> octets{};
    const std::string text{client};
    if (inet_pton(AF_INET6, text.c_str(), octets.data()) != 1) return std::nullopt;
    const bool mapped = std::ranges::all_of(octets.begin(), octets.begin() + 10,
                                            [](unsigned char one) { return one == 0; });
    if (mapped) return std::nullopt;
    return std::string{reinterpret_cast<const char*>(octets.data()), octets.size()};
}

}  // namespace

std::string address_key(std::string_view client) {
    const auto octets = octets_of(client);
    return octets ? to_hex(octets->substr(0, kHomeOctets)) : std::string{client};
}

std::optional<std::string> network_key(std::string_view client) {
    const auto octets = octets_of(client);
    if (!octets) return std::nullopt;
    return to_hex(octets->substr(0, kSiteOctets));
}

void Counters::sweep(Time now) {
    if (now < swept_ + kSweepEvery) return;
    swept_ = now;
    for (auto at = windows_.begin(); at != windows_.end();) {
        if (at->until > now) {
            ++at;
            continue;
        }
        by_key_.erase(at->key);
        at = windows_.erase(at);
    }
}

void Counters::charge(const Charge& charge, Time now) {
    const auto found = by_key_.find(charge.key);
    if (found == by_key_.end()) {
        if (windows_.size() >= most_keys_) {
            by_key_.erase(windows_.back().key);
            windows_.pop_back();
        }
        windows_.push_front({charge.key, now + charge.allowance.within, 1});
        by_key_.emplace(windows_.front().key, windows_.begin());
        return;
    }
    Window& window = *found->second;
    if (window.until <= now) {
        window.until = now + charge.allowance.within;
        window.count = 0;
    }
    ++window.count;
    windows_.splice(windows_.begin(), windows_, found->second);
}

std::optional<seconds> Counters::take(std::span<const Charge> charges, Time now) {
    const std::lock_guard lock(mutex_);
    sweep(now);
    for (const Charge& one : charges) {
        const auto found = by_key_.find(one.key);
        if (found == by_key_.end() || found->second->until <= now) continue;
        if (found->second->count >= one.allowance.most)
            return std::chrono::ceil<seconds>(found->second->until - now);
    }
    for (const Charge& one : charges)
        charge(one, now);
    return std::nullopt;
}

void Counters::give_back(std::span<const Charge> charges) {
    const std::lock_guard lock(mutex_);
    for (const Charge& one : charges) {
        const auto found = by_key_.find(one.key);
        if (found != by_key_.end() && found->second->count > 0) --found->second->count;
    }
}

std::uint32_t Counters::count(const std::string& key, Time now) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    return found == by_key_.end() || found->second->until <= now ? 0 : found->second->count;
}

std::size_t Counters::size() const {
    const std::lock_guard lock(mutex_);
    return windows_.size();
}

Result<void> Limits::take(Doing doing, std::string_view client, Time now) {
    const Kind kind = kind_of(doing);
    std::vector<Charge> charges;
    add_client(charges, kind.name, client, kind.of_address);
    const auto little = kind.of_address.most / kLittle;
    const bool asked_little = std::ranges::all_of(
        charges, [&](const Charge& one) { return asked_.count(one.key, now) < little; });
    charges.push_back({kind.name, asked_little ? kind.of_county : without_reserve(kind.of_county)});
    if (const auto wait = asked_.take(charges, now)) return later("portal_too_many", *wait);
    return {};
}

Result<void> Limits::take_with_receipt(std::string_view code, Time now) {
    const Charge of_receipt{"receipt/" + short_of(code), kFollows};
    if (const auto wait = asked_.take({&of_receipt, 1}, now)) {
        return later("portal_too_many", *wait);
    }
    return {};
}

Result<void> Limits::try_code(const Try& tried, Time now) {
    if (const auto wait = wrong_.take(charges_of(tried), now)) {
        return later("portal_locked", *wait);
    }
    return {};
}

void Limits::was_right(const Try& tried) { wrong_.give_back(charges_of(tried)); }

}  // namespace jingwei::portal
