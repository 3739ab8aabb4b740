#include "core/search_words.h"

#include <gtest/gtest.h>

namespace jingwei {
namespace {

using Words = std::vector<std::string>;

TEST(SearchWords, are_pairs_of_neighbours_and_the_last_character) {
    EXPECT_EQ(search_words("路灯坏了"), (Words{"了", "坏了", "灯坏", "路灯"}));
}

TEST(SearchWords, do_not_reach_across_punctuation) {
    EXPECT_EQ(search_words("路灯，坏"), (Words{"坏", "灯", "路灯"}));
}

TEST(SearchWords, hold_latin_runs_in_lower_case_and_plain_width) {
    EXPECT_EQ(search_words("LED灯 Ｂ座3号"), (Words{"3", "b", "led", "号", "座", "灯"}));
}

TEST(SearchWords, are_each_there_once_and_never_too_many) {
    EXPECT_EQ(search_words("灯灯灯"), (Words{"灯", "灯灯"}));
    std::string vast;
    for (int at = 0; at < 10'000; ++at) {
        vast += std::to_string(at);
        vast += ' ';
    }
    EXPECT_EQ(search_words(vast).size(), kMostSearchWords);
}

TEST(SearchWords, of_nothing_are_none) {
    EXPECT_EQ(search_words(""), Words{});
    EXPECT_EQ(search_words(" ，。!? "), Words{});
}

TEST(SearchQuery, asks_for_every_pair) { EXPECT_EQ(search_query("路灯坏"), "'路灯' & '灯坏'"); }

TEST(SearchQuery, of_one_character_asks_for_what_begins_with_it) {
    EXPECT_EQ(search_query("灯"), "'灯':*");
    EXPECT_EQ(search_query("Led"), "'led':*");
}

TEST(SearchQuery, holds_no_sign_of_the_query_language) {
    EXPECT_EQ(search_query("a' | !b:* & (\\c"), "'a':* & 'b':* & 'c':*");
    EXPECT_EQ(search_query("'';!!"), "");
}

}  // namespace
}  // namespace jingwei
