#include "portal/limits.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "core/octets.h"

namespace jingwei::portal {
namespace {

using std::chrono::seconds;

struct Kind {
    std::string_view name;
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

struct Keys {
    std::string code_here, code, address;
};

Keys keys_of(std::string_view code, std::string_view client) {
    // However long the code that somebody sends, a key is short.
    const auto digest = to_hex(sha256(code)).substr(0, 32);
    const auto address = address_key(client);
    return {digest + '@' + address, digest, '@' + address};
}

}  // namespace

std::string address_key(std::string_view client) {
    std::array<unsigned char, 16> octets{};
    const std::string text{client};
    if (inet_pton(AF_INET6, text.c_str(), octets.data()) != 1) return text;
    const auto mapped = std::ranges::all_of(octets.begin(), octets.begin() + 10,
                                            [](unsigned char one) { return one == 0; });
    const std::size_t size = mapped ? octets.size() : octets.size() / 2;
    return to_hex({reinterpret_cast<const char*>(octets.data()), size});
}

bool Counters::has_room(Time now) {
    if (windows_.size() < most_keys_) return true;
    std::erase_if(windows_, [&](const auto& one) { return one.second.until <= now; });
    return windows_.size() < most_keys_;
}

std::optional<seconds> Counters::take(const std::string& key, Allowance allowance, Time now) {
    const std::lock_guard lock(mutex_);
    auto found = windows_.find(key);
    if (found == windows_.end()) {
        if (!has_room(now)) return allowance.within;
        found = windows_.emplace(key, Window{now + allowance.within}).first;
    }
    Window& window = found->second;
    if (window.until <= now) window = {now + allowance.within};
    if (window.count >= allowance.most) return std::chrono::ceil<seconds>(window.until - now);
    ++window.count;
    return std::nullopt;
}

void Counters::give_back(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = windows_.find(key);
    if (found != windows_.end() && found->second.count > 0) --found->second.count;
}

Result<void> Limits::take(Doing doing, std::string_view client, Time now) {
    const Kind kind = kind_of(doing);
    const std::string name{kind.name};
    if (const auto wait = asked_.take(name + '@' + address_key(client), kind.of_address, now)) {
        return later("portal_too_many", *wait);
    }
    if (const auto wait = asked_.take(name, kind.of_county, now)) {
        return later("portal_too_many", *wait);
    }
    return {};
}

Result<void> Limits::try_code(std::string_view code, std::string_view client, Time now) {
    const Keys keys = keys_of(code, client);
    if (const auto wait = wrong_.take(keys.code_here, kWrongOfCodeHere, now)) {
        return later("portal_locked", *wait);
    }
    if (const auto wait = wrong_.take(keys.code, kWrongOfCode, now)) {
        return later("portal_locked", *wait);
    }
    if (const auto wait = wrong_.take(keys.address, kWrongOfAddress, now)) {
        return later("portal_locked", *wait);
    }
    return {};
}

void Limits::was_right(std::string_view code, std::string_view client) {
    const Keys keys = keys_of(code, client);
    wrong_.give_back(keys.code_here);
    wrong_.give_back(keys.code);
    wrong_.give_back(keys.address);
}

}  // namespace jingwei::portal
