#include "access/device.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "core/octets.h"

namespace jingwei::access {
namespace {

constexpr std::string_view kPurpose = "device";

std::int64_t seconds(Time at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

std::optional<std::string> proof(const KeyRing& keys, KeyRing::KeyId key, std::string_view county,
                                 Id<Account> account, Id<Device> device, std::int64_t end) {
    return keys.digest(key, kPurpose,
                       fmt::format("{}/{}/{}/{}", county, account.text(), device.text(), end));
}

/// All of `text` or nothing.
template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional{number} : std::nullopt;
}

/// What stands between the points; nothing unless there are as many.
std::optional<std::array<std::string_view, 4>> parts_of(std::string_view mark) {
    std::array<std::string_view, 4> parts;
    for (std::size_t nth = 0; nth < parts.size(); ++nth) {
        const auto point = mark.find('.');
        const bool last = nth + 1 == parts.size();
        if (last != (point == mark.npos)) return std::nullopt;
        parts[nth] = mark.substr(0, point);
        mark.remove_prefix(last ? mark.size() : point + 1);
    }
    return parts;
}

}  // namespace

std::string device_mark(const KeyRing& keys, std::string_view county, Id<Account> account,
                        Id<Device> device, Time now) {
    const auto end = seconds(now + kDeviceKnown);
    const auto key = keys.current();
    return fmt::format("{}.{}.{}.{}", device.text(), end, key,
                       to_base64url(proof(keys, key, county, account, device, end).value()));
}

std::optional<Id<Device>> known_device(const KeyRing& keys, std::string_view county,
                                       Id<Account> account, std::string_view mark, Time since,
                                       Time now) {
    const auto parts = parts_of(mark);
    if (!parts) return std::nullopt;
    const auto device = Id<Device>::parse((*parts)[0]);
    const auto end = number_of<std::int64_t>((*parts)[1]);
    const auto key = number_of<KeyRing::KeyId>((*parts)[2]);
    const auto shown = from_base64url((*parts)[3]);
    if (!device || !end || !key || !shown) return std::nullopt;
    const auto expected = proof(keys, *key, county, account, *device, *end);
    const bool genuine = expected && same_octets(*expected, *shown);
    const bool in_time = seconds(now) < *end && *end >= seconds(since + kDeviceKnown);
    return genuine && in_time ? device : std::nullopt;
}

}  // namespace jingwei::access
