#include "portal/grid_words.h"

#include <gtest/gtest.h>

namespace jingwei::portal {
namespace {

grid::Node node(const char* path, grid::Level level, const char* name,
                const std::vector<grid::Node>& above) {
    grid::Node made;
    made.id = Id<grid::Node>::make(Time{});
    made.path = path;
    made.code = path;
    made.name = name;
    made.level = level;
    for (const auto& one : above) {
        if (one.path == grid::parent_path(made.path)) made.parent = one.id;
    }
    return made;
}

class FindingGrids : public ::testing::Test {
protected:
    static std::shared_ptr<const grid::Territory> territory() {
        using enum grid::Level;
        std::vector<grid::Node> nodes;
        const auto add = [&](const char* path, grid::Level level, const char* name) {
            nodes.push_back(node(path, level, name, nodes));
        };
        add("371323", kCounty, "示例县");
        add("371323/101", kTown, "东镇");
        add("371323/101/204", kVillage, "和平社区");
        add("371323/101/204/001", kGrid, "第一网格");
        add("371323/101/204/002", kGrid, "第二网格");
        add("371323/101/205", kVillage, "团结社区");
        add("371323/101/205/001", kGrid, "第一网格");
        add("371323/101/205/002", kGrid, "实验小学网格");
        return std::make_shared<const grid::Territory>("371323", 1, std::move(nodes));
    }
    static std::vector<std::string> found(std::string_view words, std::size_t limit = 6) {
        const GridWords all{territory()};
        std::vector<std::string> paths;
        for (const auto* one : all.find(words, limit))
            paths.push_back(one->path);
        return paths;
    }
};

using Paths = std::vector<std::string>;

TEST_F(FindingGrids, GivesEveryGridOfAVillageByItsName) {
    EXPECT_EQ(found("和平"), (Paths{"371323/101/204/001", "371323/101/204/002"}));
    EXPECT_EQ(found("我家在和平社区 3 号楼"), (Paths{"371323/101/204/001", "371323/101/204/002"}));
}

TEST_F(FindingGrids, PutsTheGridThatIsNamedFirst) {
    EXPECT_EQ(found("和平社区第二网格").front(), "371323/101/204/002");
    EXPECT_EQ(found("实验小学门口").front(), "371323/101/205/002");
}

TEST_F(FindingGrids, AnswersNoMoreThanAskedForAndNothingForStrangeWords) {
    EXPECT_EQ(found("网格", 2).size(), 2U);
    EXPECT_EQ(found("长安街"), Paths{});
    EXPECT_EQ(found("…!"), Paths{});
    const auto nothing =
        std::make_shared<const grid::Territory>("371323", 0, std::vector<grid::Node>{});
    EXPECT_TRUE(GridWords{nothing}.find("和平", 6).empty());
}

TEST_F(FindingGrids, ReadsTheNamesOfATerritoryOnce) {
    GridWordsInForce words;
    const auto first = territory();
    const auto made = words.of(first);
    EXPECT_EQ(words.of(first), made);
    const auto next = territory();
    EXPECT_NE(words.of(next), made);
    EXPECT_EQ(&words.of(next)->territory(), next.get());
    EXPECT_EQ(made->find("实验小学", 1).front()->path, "371323/101/205/002") << "still whole";
}

}  // namespace
}  // namespace jingwei::portal
