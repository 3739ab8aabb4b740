#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/area_index.h"
#include "grid/node.h"

namespace jingwei::grid {

/// The territory of one county as in force, whole and immutable, in memory: every question a case
/// asks of it is answered without the database. Nodes are borrowed pointers that live as long as
/// the Territory; null means there is none. Safe to read from many threads.
class Territory {
public:
    /// `nodes` in any order. Nodes whose parent is missing are left out (row-level security or a
    /// half import must not break everybody's screen). A county without nodes is a valid one.
    Territory(std::string county, std::int64_t version, std::vector<Node> nodes,
              std::map<Level, std::string> level_names = {});
    Territory(const Territory&) = delete;
    Territory& operator=(const Territory&) = delete;

    const std::string& county() const { return county_; }
    /// Grows with every change; good as an ETag.
    std::int64_t version() const { return version_; }
    /// The county's word for a level ("网格", "社区"); the wire name when it has set none.
    std::string level_name(Level level) const;

    /// All nodes, by path: a parent stands before its children.
    const std::vector<Node>& nodes() const { return nodes_; }
    /// The county itself; null while it has no territory.
    const Node* root() const;
    const Node* find(Id<Node> id) const;
    const Node* by_path(std::string_view path) const;
    const Node* by_code(std::string_view code) const;

    const Node* parent(const Node& node) const;
    /// From the parent up to the county.
    std::vector<const Node*> ancestors(const Node& node) const;
    /// The node itself or its nearest ancestor of `level`.
    const Node* enclosing(const Node& node, Level level) const;
    std::vector<const Node*> children(const Node& node) const;  ///< by path
    std::vector<const Node*> subtree(const Node& node) const;   ///< itself first, by path
    /// "示例县 / 东镇 / 和平社区 / 第三网格", without the county when there is more.
    std::string full_name(const Node& node) const;

    /// The lowest node that covers the point: first the grid (a dedicated one, such as a school,
    /// before the general one around it; on a common border the smaller path), then whatever is
    /// drawn inside that grid. Null outside everything drawn.
    const Node* at(Point point) const;
    /// The node of that level there, itself drawn or enclosing something drawn.
    const Node* at(Point point, Level level) const;
    /// Nodes of a level with a boundary whose box meets `box`, by path.
    std::vector<const Node*> meeting(const geo::Box& box, Level level) const;

    /// Nodes whose name contains `text` or whose code begins with it: whole name first, then
    /// beginnings, then by path. At most `limit`; none for empty text.
    std::vector<const Node*> search(std::string_view text, std::size_t limit) const;

private:
    void adopt(std::vector<Node> nodes);
    void index();
    std::vector<const Node*> candidates(Point point) const;

    std::string county_;
    std::int64_t version_;
    std::vector<Node> nodes_;
    std::map<Level, std::string> level_names_;
    std::unordered_map<Id<Node>, const Node*> by_id_;
    std::unordered_map<std::string_view, const Node*> by_code_;
    std::unique_ptr<const geo::AreaIndex> areas_;  ///< keys: places in nodes_
};

/// The path of the node above: empty for a county.
std::string_view parent_path(std::string_view path);

/// True for `path` itself and everything below `root` ("371323/101" holds "371323/101/204").
bool is_within(std::string_view path, std::string_view root);

}  // namespace jingwei::grid
