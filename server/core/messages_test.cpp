#include "core/messages.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace jingwei {
namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The text in quotes that `rest` begins with after white space, or nothing.
std::string quoted_code(std::string_view rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \n"), rest.size()));
    if (!rest.starts_with('"')) return {};
    const auto end = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", 1);
    if (end == rest.npos || rest[end] != '"') return {};
    return std::string(rest.substr(1, end - 1));
}

/// Codes behind `mark`, up to and including the character `before_code`.
void collect(const std::string& text, std::string_view mark, char before_code,
             std::set<std::string>& codes) {
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const auto word_end = text.find_first_of(",;(){}=", at + mark.size() - 1);
        if (word_end == text.npos || text[word_end] != before_code) continue;
        const auto code = quoted_code(std::string_view(text).substr(word_end + 1));
        if (!code.empty()) codes.insert(code);
    }
}

/// Every code that the sources refuse with: Refusal{RefusalKind::kX, "code"}, fault("code"),
/// kFault = "code".
std::set<std::string> codes_in_sources() {
    std::set<std::string> codes;
    const auto server = std::filesystem::path(JINGWEI_SOURCE_DIR) / "server";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server)) {
        const std::string name = entry.path().filename();
        const bool source = name.ends_with(".cpp") || name.ends_with(".h");
        if (!source || name.ends_with("test.cpp")) continue;
        const std::string text = text_of(entry.path());
        collect(text, "RefusalKind::k", ',', codes);
        collect(text, "fault(", '(', codes);
        collect(text, "kFault =", '=', codes);
    }
    return codes;
}

TEST(Messages, every_code_of_the_sources_has_a_sentence_in_both_languages) {
    const Messages messages = Messages::shipped();
    for (const auto& code : codes_in_sources()) {
        EXPECT_TRUE(messages.knows(Language::kChinese, code)) << code << " in zh-CN";
        EXPECT_TRUE(messages.knows(Language::kEnglish, code)) << code << " in en";
    }
}

TEST(Messages, both_languages_know_the_same_codes) {
    const Messages messages = Messages::shipped();
    EXPECT_EQ(messages.codes(Language::kChinese), messages.codes(Language::kEnglish));
}

TEST(Messages, no_two_files_have_a_sentence_for_one_code) {
    EXPECT_EQ(Messages::shipped().clashes(), std::vector<std::string>{});
}

TEST(Messages, fill_in_what_they_are_given) {
    const Messages messages = Messages::shipped();
    EXPECT_EQ(messages.sentence(Language::kEnglish, "too_long", {{"max", "5"}}),
              "Too long: at most 5 characters.");
    EXPECT_EQ(messages.sentence(Language::kEnglish, "too_long", {}),
              "Too long: at most {max} characters.");
    EXPECT_EQ(messages.sentence(Language::kEnglish, "no_such_code", {}), "no_such_code");
}

TEST(Messages, speak_the_language_that_the_reader_prefers) {
    EXPECT_EQ(preferred_language(""), Language::kChinese);
    EXPECT_EQ(preferred_language("en"), Language::kEnglish);
    EXPECT_EQ(preferred_language("fr, en;q=0.5, zh-CN;q=0.9"), Language::kChinese);
    EXPECT_EQ(preferred_language("zh;q=0.1,en-GB;q=0.2"), Language::kEnglish);
    EXPECT_EQ(preferred_language("zh;q=,en;q=x"), Language::kChinese);
}

}  // namespace
}  // namespace jingwei
