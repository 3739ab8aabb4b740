#include "demo/lattice.h"

#include <algorithm>
#include <cmath>

namespace jingwei::demo {

namespace {

constexpr std::array<double, 8> kColumns_m{-1880, -1190, -650, -215, 215, 650, 1180, 1870};
constexpr std::array<double, 7> kRows_m{1500, 900, 440, 0, -430, -880, -1480};  // from the north

/// The land as it lies: everything follows the river near it and straightens away from it.
Point bent(double x, double y) {
    const double near_river = std::exp(-(y / 800) * (y / 800));
    const double river = 185 * std::sin(x / 560 + 0.5) + 60 * std::sin(x / 240 + 2.1);
    const double east = 85 * std::sin(y / 520 + 1.1) + 34 * std::sin(x / 330 + y / 380);
    const double north = near_river * river + 40 * std::sin(x / 900 - 0.8 + y / 1500);
    const double turn = -0.13;  // nobody builds a town by the compass
    const Point p{x + east, y + north};
    return {p.x * std::cos(turn) - p.y * std::sin(turn),
            p.x * std::sin(turn) + p.y * std::cos(turn)};
}

template <std::size_t N>
double between(const std::array<double, N>& lines, int fine) {
    const std::size_t low = std::min(static_cast<std::size_t>(fine / kFine), N - 2);
    const double part = fine / static_cast<double>(kFine) - static_cast<double>(low);
    return lines[low] + part * (lines[low + 1] - lines[low]);
}

}  // namespace

Lattice::Lattice(Mesh& mesh, Random& random) : mesh_(mesh) {
    for (double& phase : phases_)
        phase = random.between(0, 6.28);
}

Mesh::Node Lattice::at(int i, int j) {
    int& node = nodes_[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    if (node == 0) node = mesh_.add_node(place(i, j)) + 1;
    return node - 1;
}

std::vector<Mesh::Node> Lattice::column_line(int column) {
    std::vector<Mesh::Node> line;
    for (int j = 0; j <= kRowCount * kFine; ++j)
        line.push_back(at(column * kFine, j));
    return line;
}

std::vector<Mesh::Node> Lattice::row_line(int row) {
    std::vector<Mesh::Node> line;
    for (int i = 0; i <= kColumnCount * kFine; ++i)
        line.push_back(at(i, row * kFine));
    return line;
}

std::vector<Mesh::Node> Lattice::quarter(int column, int row) {
    std::vector<Mesh::Node> ring;
    const int west = column * kFine, north = row * kFine;
    for (int k = 0; k < kFine; ++k)
        ring.push_back(at(west, north + k));
    for (int k = 0; k < kFine; ++k)
        ring.push_back(at(west + k, north + kFine));
    for (int k = 0; k < kFine; ++k)
        ring.push_back(at(west + kFine, north + kFine - k));
    for (int k = 0; k < kFine; ++k)
        ring.push_back(at(west + kFine - k, north));
    return ring;
}

double Lattice::wander(int step, std::size_t side) const {
    return 95 * std::sin(step / 3.7 + phases_[side]) +
           38 * std::sin(step / 1.3 + phases_[side + 4]);
}

Point Lattice::place(int i, int j) const {
    double x = between(kColumns_m, i);
    double y = between(kRows_m, j);
    if (i == 0) x -= 90 + wander(j, 0);
    if (i == kColumnCount * kFine) x += 90 + wander(j, 1);
    if (j == 0) y += 90 + wander(i, 2);
    if (j == kRowCount * kFine) y -= 90 + wander(i, 3);
    return bent(x, y);
}

}  // namespace jingwei::demo
