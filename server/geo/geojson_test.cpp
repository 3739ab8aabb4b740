#include "geo/geojson.h"

#include <gtest/gtest.h>

namespace jingwei::geo {
namespace {

std::string code_of(std::string_view geojson) {
    const auto area = read_area_text(geojson, "/features/0/geometry");
    return area ? "" : area.error().code + " " + area.error().field;
}

TEST(Geojson, RefusesEverythingThatIsNoArea) {
    const std::string at = " /features/0/geometry";
    EXPECT_EQ(code_of(""), "geojson_not_area" + at);
    EXPECT_EQ(code_of("[]"), "geojson_not_area" + at);
    EXPECT_EQ(code_of("null"), "geojson_not_area" + at);
    EXPECT_EQ(code_of(R"({"type":"Polygon"})"), "geojson_not_area" + at);
    EXPECT_EQ(code_of(R"({"type":"Point","coordinates":[1,2]})"),
              "geojson_not_area" + at + "/coordinates");
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[]})"),
              "geojson_not_area" + at + "/coordinates");
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[]]})"),
              "geojson_not_area" + at + "/coordinates/0");
}

TEST(Geojson, NamesTheVertexAtFault) {
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[[0,0],[1,"x"],[1,1]]]})"),
              "geojson_bad_position /features/0/geometry/coordinates/0/1");
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[[0,0],[1,91],[1,1]]]})"),
              "geojson_bad_position /features/0/geometry/coordinates/0/1");
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[[0],[1,1],[1,1]]]})"),
              "geojson_bad_position /features/0/geometry/coordinates/0/0");
    EXPECT_EQ(code_of(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1e40,1]]]]})"),
              "geojson_bad_position /features/0/geometry/coordinates/0/0/2");
}

TEST(Geojson, RefusesDegenerateRings) {
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[[0,0],[0,0]]]})"),
              "geojson_ring_too_short /features/0/geometry/coordinates/0");
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]})"),
              "geojson_ring_too_short /features/0/geometry/coordinates/0");
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[2,0],[0,0]]]})"),
              "geojson_crosses_itself /features/0/geometry");
    EXPECT_EQ(code_of(R"({"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]})"),
              "geojson_crosses_itself /features/0/geometry");
}

TEST(Geojson, ClosesAndTurnsRingsAndDropsHeights) {
    const auto area = read_area_text(R"({"type":"Polygon","coordinates":[
            [[0,0,7],[0,9,7],[9,9,7],[9,0,7]],
            [[3,3],[4,3],[4,4],[3,4],[3,3]]]})");
    ASSERT_TRUE(area);
    const Ring outer{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}};
    const Ring hole{{3, 3}, {3, 4}, {4, 4}, {4, 3}, {3, 3}};
    EXPECT_EQ(*area, (MultiPolygon{{outer, {hole}}}));
}

TEST(Geojson, WritesWhatItReads) {
    const MultiPolygon area{
        {{{118.1234567890123, 35.1}, {118.3, 35.1}, {118.2, 35.3}, {118.1234567890123, 35.1}}, {}},
        {{{119, 36}, {120, 36}, {120, 37}, {119, 36}}, {}}};
    const auto text = write_area(area);
    EXPECT_EQ(read_area_text(text).value(), area) << text;
}

}  // namespace
}  // namespace jingwei::geo
