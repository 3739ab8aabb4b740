#include "map/external_map.h"

#include <fmt/format.h>

#include <algorithm>

namespace jingwei::map {
namespace {

constexpr std::string_view kOfHosts =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";

/// "https://host:8443" of an address; nothing when it begins otherwise. What it lets through cannot
/// end a directive of a policy.
std::optional<std::string_view> origin_of(std::string_view address) {
    std::size_t host = 0;
    for (const std::string_view scheme : {"https://", "http://"})
        if (address.starts_with(scheme)) host = scheme.size();
    if (host == 0) return std::nullopt;
    const auto end = std::min(address.find('/', host), address.size());
    const auto name = address.substr(host, end - host);
    if (name.empty() || name.find_first_not_of(kOfHosts) != name.npos) return std::nullopt;
    return address.substr(0, end);
}

}  // namespace

std::vector<std::string> templates_of(std::string_view setting) {
    std::vector<std::string> found;
    while (!setting.empty()) {
        const auto end = std::min(setting.find(' '), setting.size());
        if (end > 0) found.emplace_back(setting.substr(0, end));
        setting.remove_prefix(std::min(end + 1, setting.size()));
    }
    return found;
}

std::optional<std::string> fault_of_template(std::string_view text) {
    if (!origin_of(text)) {
        return fmt::format("{} is no address of a map: begin with https:// and a host.", text);
    }
    for (const std::string_view place : {"{z}", "{x}", "{y}"}) {
        if (text.find(place) == text.npos) {
            return fmt::format(
                "{} has no {}: write {{z}}, {{x}} and {{y}} where zoom, column and row of a tile "
                "belong.",
                text, place);
        }
    }
    return std::nullopt;
}

std::string origins_of(const ExternalMap& external) {
    std::vector<std::string_view> origins;
    for (const auto& each : external.templates) {
        const auto origin = origin_of(each);
        if (origin && std::ranges::find(origins, *origin) == origins.end())
            origins.push_back(*origin);
    }
    std::string text;
    for (const auto& origin : origins)
        text.append(" ").append(origin);
    return text;
}

}  // namespace jingwei::map
