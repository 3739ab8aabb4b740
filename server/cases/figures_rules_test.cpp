#include "cases/figures_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "cases/case_numbers.h"
#include "cases/contact.h"
#include "cases/similar_rules.h"

namespace jingwei::cases {
namespace {

TEST(Figures, the_check_vector_of_the_field_comes_out_to_the_digit) {
    const Rates rates = rates_of(
        {.received = 1054, .accepted = 996, .due = 972, .closed = 911, .closed_in_time = 737});
    EXPECT_EQ(std::lround(*rates.closing * 10'000), 9372);
    EXPECT_EQ(std::lround(*rates.in_time_closing * 10'000), 7582);
    EXPECT_EQ(std::lround(*rates.acceptance * 10'000), 9450);
}

TEST(Figures, nothing_divided_by_nothing_is_absent_not_zero) {
    const Rates rates = rates_of({});
    EXPECT_FALSE(rates.closing);
    EXPECT_FALSE(rates.satisfaction);
}

TEST(CaseCode, reads_back_and_finds_every_single_mistyped_digit) {
    const std::string code = case_code(2026, 42);
    EXPECT_EQ(code.substr(0, 12), "2026-000042-");
    ASSERT_TRUE(is_case_code(code));
    for (std::size_t at = 0; at < code.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string typed = code;
            typed[at] = digit;
            EXPECT_EQ(is_case_code(typed), typed == code) << typed;
        }
    }
    EXPECT_TRUE(is_case_code(case_code(2026, 12'345'678)));
    for (const auto* text : {"", "2026", "2026-000042", "2026-000042-x", "2026--7", "路灯"}) {
        EXPECT_FALSE(is_case_code(text)) << text;
    }
}

TEST(CaseCode, is_read_with_and_without_hyphens_and_spaces) {
    const std::string code = case_code(2026, 42);
    for (const std::string& typed :
         {code, "2026000042" + code.substr(12), " 2026 000042 " + code.substr(12)}) {
        EXPECT_EQ(typed_case_code(typed), code) << typed;
    }
    EXPECT_EQ(typed_case_code("13812345678"), std::nullopt);
    EXPECT_EQ(typed_case_code("路灯"), std::nullopt);
    EXPECT_EQ(typed_case_code(""), std::nullopt);
}

TEST(Contact, shows_the_first_character_of_a_name_and_the_ends_of_a_number) {
    EXPECT_EQ(masked_name("王小明"), "王**");
    EXPECT_EQ(masked_name("Li"), "L**");
    EXPECT_EQ(masked_name(""), "");
    EXPECT_EQ(masked_phone("13812345678"), "138****5678");
    EXPECT_EQ(masked_phone("110"), "****");
    EXPECT_EQ(masked_phone(""), "");
}

TEST(Similar, neighbours_of_a_point_are_in_the_nine_squares_around_it) {
    const Point lamp{118.63, 35.79};
    const auto cells = cells_around(lamp);
    for (const double step : {-0.0029, 0.0, 0.0029}) {
        for (const double other : {-0.0029, 0.0, 0.0029}) {
            const auto cell = cell_of({lamp.lon + step, lamp.lat + other});
            EXPECT_NE(std::ranges::find(cells, cell), cells.end());
        }
    }
    EXPECT_NEAR(metres_between(lamp, {118.63, 35.80}), 1112, 2);
}

}  // namespace
}  // namespace jingwei::cases
