#include "grid/territory.h"

#include <algorithm>
#include <tuple>

#include "core/enum_name.h"

namespace jingwei::grid {
namespace {

std::size_t depth(const Node& node) { return std::count(node.path.begin(), node.path.end(), '/'); }

/// What goes first among nodes of one level that cover the same point.
auto precedence(const Node& node) {
    return std::make_tuple(node.kind != NodeKind::kDedicated, -static_cast<long>(depth(node)),
                           std::string_view(node.path));
}

const Node* first_of_level(const std::vector<const Node*>& candidates, Level level) {
    const Node* best = nullptr;
    for (const Node* node : candidates) {
        if (node->level != level) continue;
        if (!best || precedence(*node) < precedence(*best)) best = node;
    }
    return best;
}

const Node* lowest(const std::vector<const Node*>& candidates) {
    const Node* best = nullptr;
    for (const Node* node : candidates) {
        if (!best || depth(*node) > depth(*best)) best = node;
    }
    return best;
}

}  // namespace

std::string_view parent_path(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

bool is_within(std::string_view path, std::string_view root) {
    return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

Territory::Territory(std::string county, std::int64_t version, std::vector<Node> nodes,
                     std::map<Level, std::string> level_names)
    : county_(std::move(county)), version_(version), level_names_(std::move(level_names)) {
    adopt(std::move(nodes));
    index();
}

void Territory::adopt(std::vector<Node> nodes) {
    std::sort(nodes.begin(), nodes.end(),
              [](const Node& a, const Node& b) { return a.path < b.path; });
    nodes_.reserve(nodes.size());
    for (auto& node : nodes) {
        if (node.parent && !by_path(parent_path(node.path))) continue;
        nodes_.push_back(std::move(node));
    }
}

void Territory::index() {
    std::vector<geo::AreaIndex::Entry> areas;
    for (std::uint32_t place = 0; place < nodes_.size(); ++place) {
        const Node& node = nodes_[place];
        by_id_.emplace(node.id, &node);
        by_code_.emplace(node.code, &node);
        areas.push_back({place, &node.boundary});
    }
    areas_ = std::make_unique<const geo::AreaIndex>(areas);
}

std::string Territory::level_name(Level level) const {
    const auto found = level_names_.find(level);
    return found == level_names_.end() ? enum_name(level) : found->second;
}

const Node* Territory::root() const { return nodes_.empty() ? nullptr : &nodes_.front(); }

const Node* Territory::find(Id<Node> id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

const Node* Territory::by_path(std::string_view path) const {
    const auto found = std::lower_bound(
        nodes_.begin(), nodes_.end(), path,
        [](const Node& node, std::string_view wanted) { return node.path < wanted; });
    return found != nodes_.end() && found->path == path ? &*found : nullptr;
}

const Node* Territory::by_code(std::string_view code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : found->second;
}

const Node* Territory::parent(const Node& node) const {
    return node.parent ? find(*node.parent) : nullptr;
}

std::vector<const Node*> Territory::ancestors(const Node& node) const {
    std::vector<const Node*> above;
    for (const Node* up = parent(node); up; up = parent(*up))
        above.push_back(up);
    return above;
}

const Node* Territory::enclosing(const Node& node, Level level) const {
    const Node* up = &node;
    while (up && up->level != level)
        up = parent(*up);
    return up;
}

std::vector<const Node*> Territory::children(const Node& node) const {
    auto below = subtree(node);
    std::erase_if(below, [&](const Node* one) { return one->parent != node.id; });
    return below;
}

std::vector<const Node*> Territory::subtree(const Node& node) const {
    std::vector<const Node*> below;
    for (const Node* one = by_path(node.path); one && one < nodes_.data() + nodes_.size(); ++one) {
        if (!is_within(one->path, node.path)) break;
        below.push_back(one);
    }
    return below;
}

std::string Territory::full_name(const Node& node) const {
    std::string name = node.name;
    for (const Node* up : ancestors(node)) {
        if (up->level != Level::kCounty) name = up->name + " / " + name;
    }
    return name;
}

std::vector<const Node*> Territory::candidates(Point point) const {
    std::vector<const Node*> covering;
    for (const auto place : areas_->at(point))
        covering.push_back(&nodes_[place]);
    return covering;
}

const Node* Territory::at(Point point) const {
    auto covering = candidates(point);
    if (const Node* grid = first_of_level(covering, Level::kGrid)) {
        std::erase_if(covering,
                      [&](const Node* node) { return !is_within(node->path, grid->path); });
    }
    return lowest(covering);
}

const Node* Territory::at(Point point, Level level) const {
    if (level == Level::kMicro) {
        const Node* node = at(point);
        return node ? enclosing(*node, level) : nullptr;
    }
    if (const Node* drawn = first_of_level(candidates(point), level)) return drawn;
    const Node* node = at(point);
    return node ? enclosing(*node, level) : nullptr;
}

std::vector<const Node*> Territory::meeting(const geo::Box& box, Level level) const {
    std::vector<const Node*> found;
    for (const auto place : areas_->meeting(box)) {
        if (nodes_[place].level == level) found.push_back(&nodes_[place]);
    }
    return found;
}

std::vector<const Node*> Territory::search(std::string_view text, std::size_t limit) const {
    if (text.empty()) return {};
    std::vector<std::pair<int, const Node*>> ranked;  // 0 whole name or code, 1 beginning, 2 within
    for (const Node& node : nodes_) {
        const auto at = node.name.find(text);
        if (node.name == text || node.code == text) {
            ranked.emplace_back(0, &node);
        } else if (at == 0 || node.code.starts_with(text)) {
            ranked.emplace_back(1, &node);
        } else if (at != std::string::npos) {
            ranked.emplace_back(2, &node);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Node*> found;
    for (const auto& [_, node] : ranked) {
        if (found.size() == limit) break;
        found.push_back(node);
    }
    return found;
}

}  // namespace jingwei::grid
