#include "map/external_map.h"

#include <gtest/gtest.h>

namespace jingwei::map {
namespace {

constexpr std::string_view kStreets =
    "https://t0.maps.example/vec/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=k";

TEST(ExternalMap, templates_stand_with_spaces_between) {
    EXPECT_EQ(templates_of(" a  b "), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(templates_of("").empty());
}

TEST(ExternalMap, a_template_names_a_host_and_the_three_numbers) {
    EXPECT_FALSE(fault_of_template(kStreets));
    EXPECT_FALSE(fault_of_template("http://10.0.0.8:8080/{z}/{x}/{y}.png"));
    for (const auto* text :
         {"", "maps.example/{z}/{x}/{y}", "ftp://maps.example/{z}/{x}/{y}", "https:///{z}/{x}/{y}",
          "https://maps.example/{z}/{x}", "https://maps.example;script-src/{z}/{x}/{y}",
          "https://me@maps.example/{z}/{x}/{y}", "https://{s}.maps.example/{z}/{x}/{y}"})
        EXPECT_TRUE(fault_of_template(text)) << text;
}

TEST(ExternalMap, each_origin_is_told_once_and_without_its_key) {
    const ExternalMap external{
        .templates = {std::string{kStreets}, "https://t0.maps.example/cva/{z}/{x}/{y}",
                      "http://10.0.0.8:8080/{z}/{x}/{y}.png"},
        .attribution = "x"};
    EXPECT_EQ(origins_of(external), " https://t0.maps.example http://10.0.0.8:8080");
    EXPECT_EQ(origins_of({}), "");
}

}  // namespace
}  // namespace jingwei::map
