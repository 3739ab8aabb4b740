#include "geo/reshape.h"

#include <gmock/gmock.h>

#include "geo/ascii_map.h"
#include "geo/coverage.h"

namespace jingwei::geo {
namespace {

using ::testing::Contains;

/// Every vertex of the ring, so that two areas can be asked for those that they share.
std::vector<Point> vertices(const MultiPolygon& area) {
    std::vector<Point> all;
    for (const auto& polygon : area)
        all.insert(all.end(), polygon.outer.begin(), polygon.outer.end() - 1);
    return all;
}

std::size_t shared(const MultiPolygon& one, const MultiPolygon& other) {
    const auto theirs = vertices(other);
    const auto mine = vertices(one);
    return static_cast<std::size_t>(std::count_if(mine.begin(), mine.end(), [&](Point point) {
        return std::find(theirs.begin(), theirs.end(), point) != theirs.end();
    }));
}

/// A square of some 900 m by 1,100 m whose lower left corner is (118, 35).
const MultiPolygon kSquare = ascii_map({"A"})['A'];

TEST(Split, cuts_an_area_in_two_that_share_their_border_to_the_vertex) {
    const auto parts = split(kSquare, {{117.99, 35.0041}, {118.005, 35.0053}, {118.02, 35.0037}});
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 2U);
    EXPECT_EQ(shared((*parts)[0], (*parts)[1]), 3U);
    EXPECT_TRUE(check_coverage(kSquare, *parts, {0.001, 0}).empty());
    EXPECT_GE(area_m2((*parts)[0]), area_m2((*parts)[1]));
}

TEST(Split, draws_a_line_on_that_stops_just_short_of_the_border) {
    // 2 m short on both sides.
    const auto parts = split(kSquare, {{118.00002, 35.005}, {118.00998, 35.005}});
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->size(), 2U);
}

TEST(Split, meets_a_corner_that_the_line_almost_hits) {
    const double near = 0.5 / 111'195;
    const auto parts = split(kSquare, {{118 + near, 35}, {118.01, 35.01 - near}});
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->size(), 2U);
}

TEST(Split, refuses_a_line_that_leaves_one_part) {
    for (const std::vector<Point>& line :
         {std::vector<Point>{{118.1, 35}, {118.1, 35.1}}, {{118.004, 35.005}, {118.006, 35.005}}}) {
        EXPECT_EQ(split(kSquare, line).error().code, "split_line_misses");
    }
    EXPECT_EQ(split(kSquare, {{118, 35}}).error().code, "split_line_short");
    EXPECT_EQ(split(kSquare, {{118, 35}, {118, 35}}).error().code, "split_line_short");
    EXPECT_EQ(split({}, {{118, 35}, {118.1, 35}}).error().code, "split_line_misses");
}

TEST(Split, leaves_pieces_that_the_line_does_not_touch_with_the_largest_part) {
    const auto two = ascii_map({"A.A"})['A'];
    const auto parts = split(two, {{118.003, 34.99}, {118.003, 35.02}});
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 2U);
    EXPECT_EQ((*parts)[0].size(), 2U);
    EXPECT_EQ((*parts)[1].size(), 1U);
}

TEST(Merge, makes_one_area_of_neighbours) {
    auto map = ascii_map({"AAB", "CCB"});
    const auto merged = merge({map['A'], map['B'], map['C']});
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->size(), 1U);
    EXPECT_TRUE(merged->front().holes.empty());
    EXPECT_NEAR(area_m2(*merged), area_m2(map['A']) + area_m2(map['B']) + area_m2(map['C']), 1);
}

TEST(Merge, closes_a_slit_between_them) {
    auto map = ascii_map({"AB"});
    for (auto& point : map['B'][0].outer)
        if (point.lon < 118.015) point.lon += 0.3 / 111'195;
    const auto merged = merge({map['A'], map['B']});
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->size(), 1U);
}

TEST(Merge, refuses_areas_that_do_not_touch) {
    auto map = ascii_map({"A.B"});
    EXPECT_EQ(merge({map['A'], map['B']}).error().code, "merge_not_adjacent");
    EXPECT_EQ(merge({map['A']}).error().code, "merge_needs_two");
    EXPECT_EQ(merge({map['A'], {}}).error().code, "merge_needs_two");
}

TEST(Snapping, takes_the_vertices_of_the_neighbour) {
    auto map = ascii_map({"AB"});
    auto drawn = map['A'];
    for (auto& point : drawn[0].outer)
        if (point.lon > 118.005) point.lon -= 0.5 / 111'195;
    EXPECT_EQ(shared(drawn, map['B']), 0U);
    EXPECT_EQ(shared(snapped(drawn, {map['B']}), map['B']), 2U);
    EXPECT_EQ(snapped(drawn, {}), drawn);
    EXPECT_TRUE(snapped({}, {map['B']}).empty());
}

TEST(Follow, neighbours_give_what_was_taken_and_get_what_was_left) {
    auto map = ascii_map({"ABC"});
    // A grows into B and leaves its western half, which nobody borders.
    auto grown = ascii_map({"A"}, {118, 35}, 0.01)['A'];
    for (auto& point : grown[0].outer)
        if (point.lon > 118.005) point.lon += 0.004;
    auto after = follow(map['A'], grown, {map['B'], map['C']});
    EXPECT_NEAR(area_m2(after[0]), area_m2(map['B']) * 0.6, 5);
    EXPECT_EQ(after[1], map['C']);
    EXPECT_EQ(shared(grown, after[0]), 2U);

    auto shrunk = map['A'];
    for (auto& point : shrunk[0].outer)
        if (point.lon > 118.005) point.lon -= 0.004;
    after = follow(map['A'], shrunk, {map['B'], map['C']});
    EXPECT_NEAR(area_m2(after[0]), area_m2(map['B']) * 1.4, 5);
    EXPECT_EQ(after[1], map['C']);
    EXPECT_TRUE(check_coverage(ascii_map({"AAA"})['A'], {shrunk, after[0], after[1]}).empty());
}

TEST(Follow, a_neighbour_of_which_nothing_is_left_is_empty) {
    auto map = ascii_map({"AB"});
    const auto after = follow(map['A'], ascii_map({"AA"})['A'], {map['B']});
    EXPECT_TRUE(after[0].empty());
}

}  // namespace
}  // namespace jingwei::geo
