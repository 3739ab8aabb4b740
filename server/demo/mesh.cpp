#include "demo/mesh.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

namespace jingwei::demo {

namespace {

constexpr double kSnap_m = 12;        // a cut that ends this near to a corner ends in it
constexpr double kLeastShare = 0.15;  // no cut leaves less of a face on one side

}  // namespace

Mesh::Node Mesh::add_node(Point at) {
    nodes_.push_back(at);
    return static_cast<Node>(nodes_.size()) - 1;
}

Mesh::Face Mesh::add_face(std::vector<Node> corners, Face parent) {
    faces_.push_back({std::move(corners), {}});
    const Face made = static_cast<Face>(faces_.size()) - 1;
    if (parent != kNone) faces_[index(parent)].children.push_back(made);
    return made;
}

Ring Mesh::ring(Face face) const { return line(corners(face)); }

Line Mesh::line(const std::vector<Node>& nodes) const {
    Line points;
    for (const Node each : nodes)
        points.push_back(node(each));
    return points;
}

std::vector<Mesh::Face> Mesh::leaves(Face face) const {
    if (children(face).empty()) return {face};
    std::vector<Face> found;
    for (const Face child : children(face)) {
        const auto below = leaves(child);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

std::vector<Mesh::Node> Mesh::outline(const std::vector<Face>& faces) const {
    std::map<Node, Node> next;
    std::map<std::pair<Node, Node>, bool> edges;
    for (const Face face : faces) {
        const auto& ring = corners(face);
        for (std::size_t i = 0; i < ring.size(); ++i)
            edges[{ring[i], ring[(i + 1) % ring.size()]}];
    }
    for (const auto& [edge, unused] : edges) {
        if (edges.contains({edge.second, edge.first})) continue;
        assert(!next.contains(edge.first) && "the faces touch in a corner only");
        next[edge.first] = edge.second;
    }
    std::vector<Node> ring;
    if (next.empty()) return ring;
    const Node start = next.begin()->first;
    for (Node at = start; ring.empty() || at != start; at = next.at(at))
        ring.push_back(at);
    assert(ring.size() == next.size() && "the faces do not hang together, or enclose a hole");
    return ring;
}

std::vector<Mesh::Hit> Mesh::hits(Face face, Point from, Point to) const {
    std::vector<Hit> found;
    const auto& ring = corners(face);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto met = crossing(from, to, node(ring[i]), node(ring[(i + 1) % ring.size()]));
        if (met) found.push_back({i, *met, dot(*met - from, to - from)});
    }
    std::sort(found.begin(), found.end(),
              [](const Hit& a, const Hit& b) { return a.along < b.along; });
    return found;
}

void Mesh::insert_between(Node a, Node b, Node node) {
    for (Piece& piece : faces_) {
        auto& ring = piece.corners;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Node here = ring[i];
            const Node then = ring[(i + 1) % ring.size()];
            if ((here != a || then != b) && (here != b || then != a)) continue;
            ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i) + 1, node);
            break;
        }
    }
}

Mesh::Node Mesh::node_at(Node a, Node b, Point at) {
    const double to_a = distance(at, node(a));
    const double to_b = distance(at, node(b));
    if (std::min(to_a, to_b) < kSnap_m) return to_a < to_b ? a : b;
    const Node made = add_node(at);
    insert_between(a, b, made);
    return made;
}

std::vector<Mesh::Node> Mesh::cut(Face face, double share, double tilt, double bend) {
    const Box box = bounding_box(ring(face));
    const Point start = box.at((2 * share - 1) * box.half_length, 0);
    const Point across{-box.along.y, box.along.x};
    const Point way{across.x * std::cos(tilt) - across.y * std::sin(tilt),
                    across.x * std::sin(tilt) + across.y * std::cos(tilt)};
    const double reach = 2 * (box.half_length + box.half_width);
    const auto before = hits(face, start, start - reach * way);
    const auto behind = hits(face, start, start + reach * way);
    if (before.empty() || behind.empty() || !contains(ring(face), start)) return {};

    const auto corner = [&](std::size_t edge) {
        const auto& now = corners(face);
        return std::pair{now[edge], now[(edge + 1) % now.size()]};
    };
    const auto [a, b] = corner(before.front().edge);
    const auto [c, d] = corner(behind.front().edge);
    const Node from = node_at(a, b, before.front().at);
    const Node to = node_at(c, d, behind.front().at);
    if (from == to) return {};

    const Point straight = node(to) - node(from);
    const Point middle = node(from) + 0.5 * straight + bend * Point{-straight.y, straight.x};
    std::vector<Node> path{from, to};
    const bool clean = hits(face, node(from) + 0.02 * (middle - node(from)), middle).empty() &&
                       hits(face, node(to) + 0.02 * (middle - node(to)), middle).empty();
    if (bend != 0 && clean && contains(ring(face), middle))
        path.insert(path.begin() + 1, add_node(middle));
    return divide(face, path) ? path : std::vector<Node>{};
}

bool Mesh::divide(Face face, const std::vector<Node>& way) {
    const std::vector<Node> ring = corners(face);
    const auto arc = [&](Node from, Node to) {
        std::vector<Node> nodes;
        auto at = std::find(ring.begin(), ring.end(), from);
        assert(at != ring.end());
        for (; *at != to; at = at + 1 == ring.end() ? ring.begin() : at + 1)
            nodes.push_back(*at);
        nodes.push_back(to);
        return nodes;
    };
    std::vector<Node> left = arc(way.back(), way.front());
    left.insert(left.end(), way.begin() + 1, way.end() - 1);
    std::vector<Node> right = arc(way.front(), way.back());
    right.insert(right.end(), way.rbegin() + 1, way.rend() - 1);
    const double least = kLeastShare * area(this->ring(face));
    if (left.size() < 3 || right.size() < 3 || area(line(left)) < least ||
        area(line(right)) < least)
        return false;
    add_face(std::move(left), face);
    add_face(std::move(right), face);
    return true;
}

}  // namespace jingwei::demo
