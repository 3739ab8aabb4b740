#include "geo/ascii_map.h"

#include "geo/geos.h"

namespace jingwei::geo {
namespace {

Polygon square(std::size_t column, std::size_t up, Point corner, double cell) {
    const double west = corner.lon + cell * static_cast<double>(column);
    const double east = corner.lon + cell * static_cast<double>(column + 1);
    const double south = corner.lat + cell * static_cast<double>(up);
    const double north = corner.lat + cell * static_cast<double>(up + 1);
    return {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}};
}

}  // namespace

std::map<char, MultiPolygon> ascii_map(const std::vector<std::string_view>& rows, Point corner,
                                       double cell) {
    const Geos geos;
    std::map<char, std::vector<Geos::Geometry>> cells;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const char letter = rows[row][column];
            if (letter == '.' || letter == ' ') continue;
            cells[letter].push_back(
                geos.area({square(column, rows.size() - 1 - row, corner, cell)}));
        }
    }
    std::map<char, MultiPolygon> areas;
    for (auto& [letter, parts] : cells) {
        areas[letter] = geos.polygons(geos.united(std::move(parts)));
    }
    return areas;
}

Point ascii_cell(const std::vector<std::string_view>& rows, std::size_t row, std::size_t column,
                 Point corner, double cell) {
    return {corner.lon + cell * (static_cast<double>(column) + 0.5),
            corner.lat + cell * (static_cast<double>(rows.size() - 1 - row) + 0.5)};
}

}  // namespace jingwei::geo
