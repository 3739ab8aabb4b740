#include "map/tile_rules.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace jingwei::map {
namespace {

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The first part of `text` up to `mark`, which is taken off.
std::string_view cut(std::string_view& text, char mark) {
    const auto at = text.find(mark);
    const auto part = text.substr(0, at);
    text = at == text.npos ? std::string_view{} : text.substr(at + 1);
    return part;
}

/// Of the upper border of a row, in degrees.
double latitude_of(double row, double rows) {
    using std::numbers::pi;
    return std::atan(std::sinh(pi * (1 - 2 * row / rows))) * 180 / pi;
}

bool is_box(const Bounds& box) {
    return -180 <= box.west && box.west < box.east && box.east <= 180 && -90 <= box.south &&
           box.south < box.north && box.north <= 90;
}

}  // namespace

Result<TileAddress> tile_address(std::string_view zoom, std::string_view x, std::string_view y) {
    const Refusal unknown{RefusalKind::kNotFound, "map_tile_unknown"};
    const auto level = number_of<std::int16_t>(zoom);
    if (!level || *level < 0 || *level > TileAddress::kMostZoom) return unknown;
    const std::int32_t across = 1 << *level;
    const auto column = number_of<std::int32_t>(x);
    const auto row = number_of<std::int32_t>(y);
    if (!column || !row || *column < 0 || *column >= across || *row < 0 || *row >= across)
        return unknown;
    return TileAddress{*level, *column, *row};
}

std::optional<TileAddress> tile_address_of_file(std::string_view path) {
    constexpr std::string_view kEnding = ".pbf";
    if (!path.ends_with(kEnding)) return std::nullopt;
    path.remove_suffix(kEnding.size());
    const auto zoom = cut(path, '/');
    const auto x = cut(path, '/');
    const auto address = tile_address(zoom, x, path);
    return address ? std::optional{*address} : std::nullopt;
}

Bounds bounds_of(const TileAddress& tile) {
    const double across = std::ldexp(1.0, tile.zoom);
    return {.west = tile.x / across * 360 - 180,
            .south = latitude_of(tile.y + 1, across),
            .east = (tile.x + 1) / across * 360 - 180,
            .north = latitude_of(tile.y, across)};
}

bool overlap(const Bounds& one, const Bounds& other) {
    return one.west < other.east && other.west < one.east && one.south < other.north &&
           other.south < one.north;
}

std::optional<Bounds> parse_bounds(std::string_view text) {
    std::array<double, 4> sides{};
    for (auto& side : sides) {
        const auto value = number_of<double>(cut(text, ','));
        if (!value || !std::isfinite(*value)) return std::nullopt;
        side = *value;
    }
    const Bounds box{sides[0], sides[1], sides[2], sides[3]};
    return text.empty() && is_box(box) ? std::optional{box} : std::nullopt;
}

bool begins_as_extract(std::string_view head) {
    // The length of the block's head (at most 64 KiB, so two zeros), then field 1: nine octets.
    constexpr std::string_view kType = "\x0a\x09OSMHeader";
    return head.size() >= 4 + kType.size() && head[0] == 0 && head[1] == 0 &&
           head.substr(4, kType.size()) == kType;
}

}  // namespace jingwei::map
