#include <gtest/gtest.h>

#include <cmath>

#include "geo/area_index.h"
#include "geo/ascii_map.h"
#include "geo/coordinates.h"
#include "geo/coverage.h"
#include "geo/geometry.h"

namespace jingwei::geo {
namespace {

using Rows = std::vector<std::string_view>;

TEST(Geometry, AnEmptyAreaHasNeitherBoundsNorSizeNorPoints) {
    EXPECT_FALSE(bounds({}));
    EXPECT_EQ(area_m2({}), 0);
    EXPECT_FALSE(covers({}, {118, 35}));
    EXPECT_FALSE(label_point({}));
}

TEST(Geometry, BordersAndCornersAreCovered) {
    const auto area = ascii_map({"A"})['A'];
    EXPECT_TRUE(covers(area, {118, 35}));
    EXPECT_TRUE(covers(area, {118.005, 35}));
    EXPECT_TRUE(covers(area, {118.005, 35.005}));
    EXPECT_FALSE(covers(area, {118.005, 34.9999999}));
    EXPECT_FALSE(covers(area, {std::nan(""), 35}));
}

TEST(Geometry, AHoleIsNotCovered) {
    const Rows rows{"AAA", "A.A", "AAA"};
    const auto area = ascii_map(rows)['A'];
    ASSERT_EQ(area.size(), 1U);
    ASSERT_EQ(area[0].holes.size(), 1U);
    EXPECT_FALSE(covers(area, ascii_cell(rows, 1, 1)));
    EXPECT_TRUE(covers(area, ascii_cell(rows, 0, 1)));
    EXPECT_TRUE(covers(area, *label_point(area)));
}

TEST(Geometry, MeasuresOneDegreeAtTheEquator) {
    const MultiPolygon degree{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, {}}};
    EXPECT_NEAR(area_m2(degree), 12'308.8e6, 12'308.8e6 * 0.005);  // WGS 84 ellipsoid: 12,308.8 km²
    EXPECT_NEAR(distance_m({0, 0}, {1, 0}), 111'319.5, 111'319.5 * 0.005);
    EXPECT_EQ(distance_m({118, 35}, {118, 35}), 0);
}

TEST(AreaIndex, AgreesWithAskingEveryAreaOnEveryCellAndCorner) {
    const Rows rows{"AAB.", "ADBB", "C.CC", "CCCE"};
    const auto areas = ascii_map(rows);
    std::vector<AreaIndex::Entry> entries;
    for (const auto& [letter, area] : areas) {
        entries.push_back({static_cast<std::uint32_t>(letter), &area});
    }
    const MultiPolygon nothing;
    entries.push_back({1, &nothing});
    const AreaIndex index(entries);
    for (int east = -1; east <= 9; ++east) {
        for (int north = -1; north <= 9; ++north) {
            const Point point{118 + 0.005 * east, 35 + 0.005 * north};
            std::vector<std::uint32_t> slow;
            for (const auto& [letter, area] : areas) {
                if (covers(area, point)) slow.push_back(static_cast<std::uint32_t>(letter));
            }
            EXPECT_EQ(index.at(point), slow) << east << ", " << north;
        }
    }
    EXPECT_EQ(index.meeting({118.036, 35.001, 118.037, 35.002}),
              (std::vector<std::uint32_t>{'C', 'E'}));  // C by its box only
}

std::vector<MultiPolygon> siblings(const std::map<char, MultiPolygon>& areas) {
    std::vector<MultiPolygon> all;
    for (const auto& [_, area] : areas)
        all.push_back(area);
    return all;
}

TEST(Coverage, NothingToCheckHasNoFaults) {
    EXPECT_TRUE(check_coverage({}, {}).empty());
    EXPECT_TRUE(check_coverage({}, {MultiPolygon{}}).empty());
}

TEST(Coverage, ATilingHasNoFaults) {
    const auto parent = ascii_map({"PPP", "PPP"})['P'];
    EXPECT_TRUE(check_coverage(parent, siblings(ascii_map({"AAB", "CBB"}))).empty());
}

TEST(Coverage, FindsTheGapWhereItIs) {
    const Rows rows{"AAB", "A.B", "CCC"};
    const auto parent = ascii_map({"PPP", "PPP", "PPP"})['P'];
    const auto faults = check_coverage(parent, siblings(ascii_map(rows)));
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].kind, CoverageFaultKind::kGap);
    EXPECT_NEAR(faults[0].area_m2, area_m2(ascii_map({"A"})['A']), 1000);
    EXPECT_TRUE(covers(faults[0].where, ascii_cell(rows, 1, 1)));
}

TEST(Coverage, DoesNotLookForGapsWhileASiblingIsNotDrawn) {
    const auto parent = ascii_map({"PP"})['P'];
    EXPECT_TRUE(check_coverage(parent, {ascii_map({"A."})['A'], MultiPolygon{}}).empty());
}

TEST(Coverage, FindsOverlapAndWhatLiesOutside) {
    const auto parent = ascii_map({"PP"})['P'];
    const auto a = ascii_map({"AA"})['A'];
    const auto b = ascii_map({".BB"})['B'];
    const auto faults = check_coverage(parent, {a, b});
    ASSERT_EQ(faults.size(), 2U);
    const auto overlap = faults[0].kind == CoverageFaultKind::kOverlap ? faults[0] : faults[1];
    const auto outside = faults[0].kind == CoverageFaultKind::kOutside ? faults[0] : faults[1];
    EXPECT_EQ(overlap.kind, CoverageFaultKind::kOverlap);
    EXPECT_EQ(overlap.first, 0U);
    EXPECT_EQ(overlap.second, 1U);
    EXPECT_EQ(outside.kind, CoverageFaultKind::kOutside);
    EXPECT_EQ(outside.first, 1U);
}

TEST(Coverage, AreasThatTouchDoNotOverlap) {
    EXPECT_TRUE(check_coverage({}, siblings(ascii_map({"AB", "CD"}))).empty());
}

TEST(Coverage, PassesOverSliversThinnerThanTheTolerance) {
    auto parent = ascii_map({"PP"})['P'];
    const auto pair = ascii_map({"AB"});
    auto a = pair.at('A');
    for (auto& point : a[0].outer) {
        if (point.lon > 118.005) point.lon += 2e-6;  // 0.2 m into B
    }
    EXPECT_TRUE(check_coverage(parent, {a, pair.at('B')}).empty());
    EXPECT_EQ(check_coverage(parent, {a, pair.at('B')}, {.area_m2 = 1, .width_m = 0.01}).size(),
              1U);
}

TEST(Coverage, AnAreaThatCrossesItselfIsReportedAndLeftOut) {
    const MultiPolygon bow{
        {{{118, 35}, {118.01, 35.01}, {118.01, 35}, {118, 35.01}, {118, 35}}, {}}};
    const auto faults = check_coverage(ascii_map({"P"})['P'], {bow});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].kind, CoverageFaultKind::kInvalid);
}

// Check values as the deployed systems give them, for (116.404, 39.915).
TEST(Coordinates, MeetTheCheckValues) {
    const Point start{116.404, 39.915};
    const Point gcj = wgs84_to_gcj02(start);
    EXPECT_NEAR(gcj.lon, 116.41024449916938, 1e-12);
    EXPECT_NEAR(gcj.lat, 39.91640428150164, 1e-12);
    const Point bd = gcj02_to_bd09(start);
    EXPECT_NEAR(bd.lon, 116.41036949371029, 1e-12);
    EXPECT_NEAR(bd.lat, 39.92133699351021, 1e-12);
}

TEST(Coordinates, TheIteratedInverseBeatsTheUsualOneStepInverse) {
    const Point back = bd09_to_gcj02({116.404, 39.915});
    EXPECT_NEAR(back.lon, 116.39762729119315, 2e-6);  // the one-step value is 0.2 m off
    EXPECT_NEAR(back.lat, 39.90865673957631, 2e-6);
    const Point again = gcj02_to_bd09(back);
    EXPECT_NEAR(again.lon, 116.404, 1e-11);
    EXPECT_NEAR(again.lat, 39.915, 1e-11);
}

TEST(Coordinates, GoThereAndBackAllOverTheCountry) {
    for (double lon = 73; lon <= 135; lon += 1.7) {
        for (double lat = 3; lat <= 53; lat += 1.3) {
            const Point start{lon, lat};
            const Point gcj = gcj02_to_wgs84(wgs84_to_gcj02(start));
            const Point bd = bd09_to_wgs84(wgs84_to_bd09(start));
            EXPECT_LT(distance_m(start, gcj), 1e-4) << lon << ", " << lat;
            EXPECT_LT(distance_m(start, bd), 1e-4) << lon << ", " << lat;
        }
    }
}

TEST(Coordinates, LeaveTheRestOfTheWorldAlone) {
    const Point monaco{7.42, 43.73};
    EXPECT_EQ(wgs84_to_gcj02(monaco), monaco);
    EXPECT_EQ(gcj02_to_wgs84(monaco), monaco);
}

}  // namespace
}  // namespace jingwei::geo
