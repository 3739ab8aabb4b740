#pragma once

#include <vector>

#include "demo/plane.h"

namespace jingwei::demo {

/// A map cut into faces that share their corners: whatever is cut, the faces of one level keep
/// tiling the whole exactly, corner by corner, without a gap or an overlap of a micrometre.
/// Faces form a tree; cutting a face makes two children and keeps it. Cost: every insertion of a
/// corner walks all faces, which is nothing for the thousand of them that a county has.
class Mesh {
public:
    using Node = int;
    using Face = int;
    static constexpr Face kNone = -1;

    Node add_node(Point at);
    /// `corners` anticlockwise.
    Face add_face(std::vector<Node> corners, Face parent = kNone);
    /// Cuts a leaf with a way across its middle: `tilt` turns the cut away from the perpendicular
    /// of the longer side (radians), `share` says where along it, `bend` pushes the middle of the
    /// way aside by that share of its length. Returns the way, empty when no clean cut was found.
    std::vector<Node> cut(Face face, double share, double tilt, double bend);

    Point node(Node node) const { return nodes_[static_cast<std::size_t>(node)]; }
    Ring ring(Face face) const;
    const std::vector<Node>& corners(Face face) const { return faces_.at(index(face)).corners; }
    const std::vector<Face>& children(Face face) const { return faces_.at(index(face)).children; }
    /// The faces below with no children, in the order of their making; `face` itself when a leaf.
    std::vector<Face> leaves(Face face) const;
    Line line(const std::vector<Node>& nodes) const;
    /// The outline of several faces that hang together without a hole.
    std::vector<Node> outline(const std::vector<Face>& faces) const;

private:
    struct Piece {
        std::vector<Node> corners;
        std::vector<Face> children;
    };
    struct Hit {
        std::size_t edge;
        Point at;
        double along;
    };

    static std::size_t index(int value) { return static_cast<std::size_t>(value); }
    std::vector<Hit> hits(Face face, Point from, Point to) const;
    Node node_at(Node a, Node b, Point at);
    void insert_between(Node a, Node b, Node node);
    bool divide(Face face, const std::vector<Node>& way);

    std::vector<Point> nodes_;
    std::vector<Piece> faces_;
};

}  // namespace jingwei::demo
