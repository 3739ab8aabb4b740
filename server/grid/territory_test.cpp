#include "grid/territory.h"

#include <gtest/gtest.h>

#include "geo/ascii_map.h"

namespace jingwei::grid {
namespace {

using Rows = std::vector<std::string_view>;

Node node(const char* path, Level level, const char* name, NodeKind kind = NodeKind::kDivision) {
    Node made;
    made.path = path;
    made.code = path;
    std::erase(made.code, '/');
    made.id = Id<Node>::make(Time{});
    made.name = name;
    made.level = level;
    made.kind = kind;
    return made;
}

/// A county of one town with two villages; `rows` draws the grids by the letter of their name.
std::vector<Node> small_county(const Rows& rows) {
    std::vector<Node> nodes{
        node("371323/101/204/003", Level::kGrid, "C", NodeKind::kDedicated),
        node("371323/101/204/001", Level::kGrid, "A", NodeKind::kGeneral),
        node("371323/101/204/001/01", Level::kMicro, "a", NodeKind::kMicro),
        node("371323/101/205/001", Level::kGrid, "B", NodeKind::kGeneral),
        node("371323", Level::kCounty, "示例县"),
        node("371323/101", Level::kTown, "东镇"),
        node("371323/101/205", Level::kVillage, "和平村"),
        node("371323/101/204", Level::kVillage, "和平社区"),
    };
    for (auto& child : nodes) {
        for (const auto& above : nodes) {
            if (above.path == parent_path(child.path)) child.parent = above.id;
        }
        const auto drawn = geo::ascii_map(rows);
        if (const auto area = drawn.find(child.name[0]); area != drawn.end()) {
            child.boundary = area->second;
        }
    }
    return nodes;
}

std::string names(const std::vector<const Node*>& nodes) {
    std::string all;
    for (const Node* one : nodes)
        all += (all.empty() ? "" : " ") + one->name;
    return all;
}

std::string name_at(const Territory& territory, Point point) {
    const Node* found = territory.at(point);
    return found ? found->name : "nowhere";
}

TEST(Territory, MayBeEmpty) {
    const Territory none("371323", 0, {});
    EXPECT_EQ(none.root(), nullptr);
    EXPECT_EQ(none.at({118, 35}), nullptr);
    EXPECT_EQ(none.by_code("371323"), nullptr);
    EXPECT_TRUE(none.search("镇", 10).empty());
    EXPECT_EQ(none.level_name(Level::kGrid), "grid");
}

TEST(Territory, LeavesOutNodesWhoseParentIsMissing) {
    auto nodes = small_county({});
    std::erase_if(nodes, [](const Node& one) { return one.path == "371323/101/204"; });
    const Territory rest("371323", 1, std::move(nodes));
    std::string left;
    for (const auto& one : rest.nodes())
        left += one.name + " ";
    EXPECT_EQ(left, "示例县 东镇 和平村 B ");
}

TEST(Territory, WalksUpAndDown) {
    const Territory county("371323", 7, small_county({}), {{Level::kVillage, "村社区"}});
    const Node* grid = county.by_path("371323/101/204/001");
    ASSERT_NE(grid, nullptr);
    EXPECT_EQ(county.find(grid->id), grid);
    EXPECT_EQ(county.by_code("371323101204001"), grid);
    EXPECT_EQ(names(county.ancestors(*grid)), "和平社区 东镇 示例县");
    EXPECT_EQ(county.enclosing(*grid, Level::kGrid), grid);
    EXPECT_EQ(county.enclosing(*grid, Level::kTown)->name, "东镇");
    EXPECT_EQ(county.enclosing(*grid, Level::kMicro), nullptr);
    EXPECT_EQ(names(county.children(*county.by_path("371323/101/204"))), "A C");
    EXPECT_EQ(names(county.subtree(*county.by_path("371323/101/204"))), "和平社区 A a C");
    EXPECT_EQ(county.full_name(*grid), "东镇 / 和平社区 / A");
    EXPECT_EQ(county.full_name(*county.root()), "示例县");
    EXPECT_EQ(county.level_name(Level::kVillage), "村社区");
    EXPECT_EQ(county.by_path("371323/10"), nullptr);
    EXPECT_EQ(county.by_path(""), nullptr);
}

TEST(Territory, SearchesByNameAndCode) {
    const Territory county("371323", 1, small_county({}));
    EXPECT_EQ(names(county.search("和平", 10)), "和平社区 和平村");
    EXPECT_EQ(names(county.search("和平村", 10)), "和平村");
    EXPECT_EQ(names(county.search("社区", 10)), "和平社区");
    EXPECT_EQ(names(county.search("371323101204", 2)), "和平社区 A");
    EXPECT_EQ(names(county.search("火星", 10)), "");
}

TEST(Territory, FindsTheGridOfAPoint) {
    const Rows rows{"AAB.", "AABB"};
    const Territory county("371323", 1, small_county(rows));
    EXPECT_EQ(name_at(county, geo::ascii_cell(rows, 0, 0)), "A");
    EXPECT_EQ(name_at(county, geo::ascii_cell(rows, 1, 3)), "B");
    EXPECT_EQ(name_at(county, geo::ascii_cell(rows, 0, 3)), "nowhere");
    EXPECT_EQ(county.at(geo::ascii_cell(rows, 1, 3), Level::kVillage)->name, "和平村");
    EXPECT_EQ(county.at(geo::ascii_cell(rows, 1, 3), Level::kMicro), nullptr);
}

TEST(Territory, OnACommonBorderTheSmallerPathWins) {
    const Rows rows{"BA"};
    const Territory county("371323", 1, small_county(rows));
    EXPECT_EQ(name_at(county, {118.01, 35.005}), "A");
    EXPECT_EQ(name_at(county, {118.01, 35}), "A");
}

TEST(Territory, ADedicatedGridGoesBeforeTheGeneralOneAroundItAndItsMicroGrids) {
    const Rows general{"AAA", "AAA"};
    auto nodes = small_county(general);
    for (auto& one : nodes) {
        if (one.name == "C") one.boundary = geo::ascii_map({"..C", "..."})['C'];
        if (one.name == "a") one.boundary = geo::ascii_map({".aa", "..."})['a'];
    }
    const Territory county("371323", 1, std::move(nodes));
    EXPECT_EQ(name_at(county, geo::ascii_cell(general, 0, 0)), "A");
    EXPECT_EQ(name_at(county, geo::ascii_cell(general, 0, 1)), "a");
    EXPECT_EQ(name_at(county, geo::ascii_cell(general, 0, 2)), "C");
}

TEST(Territory, FindsWhatABoxMeets) {
    const Rows rows{"AAB.", "AABB"};
    const Territory county("371323", 1, small_county(rows));
    EXPECT_EQ(names(county.meeting({118.001, 35.001, 118.002, 35.002}, Level::kGrid)), "A");
    EXPECT_EQ(names(county.meeting({118, 35, 119, 36}, Level::kGrid)), "A B");
    EXPECT_EQ(names(county.meeting({118, 35, 119, 36}, Level::kVillage)), "");
}

TEST(IsWithin, ComparesWholeSegments) {
    EXPECT_TRUE(is_within("371323/101", "371323/101"));
    EXPECT_TRUE(is_within("371323/101/204", "371323/101"));
    EXPECT_FALSE(is_within("371323/1010", "371323/101"));
    EXPECT_FALSE(is_within("371323", "371323/101"));
}

}  // namespace
}  // namespace jingwei::grid
