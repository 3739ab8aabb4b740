#include "grid/coverage.h"

#include <gtest/gtest.h>

#include "core/enum_name.h"

namespace jingwei::grid {
namespace {

const Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

/// A rectangle of hundredths of a degree, some 900 m by 1,100 m each.
geo::MultiPolygon box(int west, int south, int east, int north) {
    const auto at = [](int x, int y) { return Point{118 + x / 100.0, 35 + y / 100.0}; };
    return {{{at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)},
             {}}};
}

class DrawingCoverageTest : public ::testing::Test {
protected:
    std::vector<Node> nodes;

    void add(std::string path, Level level, geo::MultiPolygon boundary,
             NodeKind kind = NodeKind::kGeneral) {
        Node node;
        node.id = Id<Node>::make(kNow);
        node.code = node.name = path;
        for (const auto& above : nodes) {
            if (parent_path(path) == above.path) node.parent = above.id;
        }
        node.path = std::move(path);
        node.level = level;
        node.kind = kind;
        node.boundary = std::move(boundary);
        nodes.push_back(std::move(node));
    }
    void village(geo::MultiPolygon boundary) {
        add("371323", Level::kCounty, {});
        add("371323/101", Level::kTown, {});
        add("371323/101/204", Level::kVillage, std::move(boundary));
    }
    void grid(const std::string& segment, geo::MultiPolygon boundary,
              NodeKind kind = NodeKind::kGeneral) {
        add("371323/101/204/" + segment, Level::kGrid, std::move(boundary), kind);
    }

    std::string faults() const {
        const Territory territory("371323", 1, nodes);
        std::string told;
        for (const auto& fault : drawing_coverage(territory, *territory.root()).faults) {
            told += enum_name(fault.kind) + " " + fault.node->path.substr(11);
            if (fault.other) told += " " + fault.other->path.substr(11);
            told += "; ";
        }
        return told;
    }
};

TEST_F(DrawingCoverageTest, GridsThatTileTheirVillageAreWell) {
    village(box(0, 0, 4, 2));
    grid("001", box(0, 0, 2, 2));
    grid("002", box(2, 0, 4, 2));
    EXPECT_EQ(faults(), "");
}

TEST_F(DrawingCoverageTest, NothingDrawnIsOnlyThat) {
    village({});
    grid("001", {});
    EXPECT_EQ(faults(), "not_drawn 204/001; ");
    const Territory territory("371323", 1, nodes);
    const auto coverage = drawing_coverage(territory, *territory.root());
    EXPECT_EQ(coverage.grids, 1);
    EXPECT_EQ(coverage.drawn, 0);
}

TEST_F(DrawingCoverageTest, NamesGapsOverlapsAndWhatLiesOutside) {
    village(box(0, 0, 4, 2));
    grid("001", box(0, 0, 2, 2));
    grid("002", box(1, 0, 3, 2));
    EXPECT_EQ(faults(), "gap 204; overlap 204/001 204/002; ");
    grid("003", box(3, 0, 5, 2));
    EXPECT_EQ(faults(), "overlap 204/001 204/002; outside 204/003; ");
}

TEST_F(DrawingCoverageTest, ASchoolMayLieInsideAGridAndTwoSchoolsNotInOneAnother) {
    village(box(0, 0, 2, 2));
    grid("001", box(0, 0, 2, 2));
    grid("002", box(0, 0, 1, 1), NodeKind::kDedicated);
    EXPECT_EQ(faults(), "");
    grid("003", box(0, 0, 1, 1), NodeKind::kDedicated);
    EXPECT_EQ(faults(), "overlap 204/002 204/003; ");
}

TEST_F(DrawingCoverageTest, WhereAGridIsNotDrawnItsGapIsNoFault) {
    village(box(0, 0, 4, 2));
    grid("001", box(0, 0, 2, 2));
    grid("002", {});
    EXPECT_EQ(faults(), "not_drawn 204/002; ");
}

TEST_F(DrawingCoverageTest, MicroGridsNeedNotFillTheirGrid) {
    village(box(0, 0, 2, 2));
    grid("001", box(0, 0, 2, 2));
    add("371323/101/204/001/01", Level::kMicro, box(0, 0, 1, 1), NodeKind::kMicro);
    EXPECT_EQ(faults(), "");
    add("371323/101/204/001/02", Level::kMicro, box(1, 1, 3, 2), NodeKind::kMicro);
    EXPECT_EQ(faults(), "outside 204/001/02; ");
}

}  // namespace
}  // namespace jingwei::grid
