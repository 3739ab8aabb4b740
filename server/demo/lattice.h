#pragma once

#include <array>
#include <vector>

#include "demo/mesh.h"
#include "demo/random.h"

namespace jingwei::demo {

constexpr int kColumnCount = 7;
constexpr int kRowCount = 6;
constexpr int kRiverRow = 3;
constexpr int kFine = 6;  // pieces of one side of a quarter, so that it can bend

/// Where the arterials meet: columns from the west, rows from the north. The lines bend along the
/// river, which is one of the rows; the outermost ones are the border of the county and wander.
class Lattice {
public:
    Lattice(Mesh& mesh, Random& random);

    /// The corner at fine steps from the west and from the north.
    Mesh::Node at(int i, int j);
    /// From north to south.
    std::vector<Mesh::Node> column_line(int column);
    /// From west to east.
    std::vector<Mesh::Node> row_line(int row);
    /// The corners of the land between two columns and two rows, anticlockwise.
    std::vector<Mesh::Node> quarter(int column, int row);

private:
    double wander(int step, std::size_t side) const;
    Point place(int i, int j) const;

    Mesh& mesh_;
    std::array<double, 8> phases_{};
    /// One more than the node, so that 0 is none.
    std::array<std::array<int, kRowCount * kFine + 1>, kColumnCount * kFine + 1> nodes_{};
};

}  // namespace jingwei::demo
