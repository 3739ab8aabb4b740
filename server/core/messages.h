#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace jingwei {

enum class Language { kChinese, kEnglish };

/// The sentences of all refusal codes, from data/messages/*.{zh-CN,en}.json, embedded at build.
class Messages {
public:
    /// Those that ship with this program. A file that is no flat object of texts is a bug and ends
    /// the program.
    static Messages shipped();

    /// The sentence of `code` with {name} filled from `details`; a {name} without one stays as it
    /// is. A detail of the form "@code" is filled with the sentence of that code, so that a word of
    /// ours is said in the reader's language. A code without a sentence is shown as itself (a test
    /// finds those).
    std::string sentence(Language language, std::string_view code, const Details& details) const;

    bool knows(Language language, std::string_view code) const;
    /// All codes of a language, sorted.
    std::vector<std::string> codes(Language language) const;
    /// Codes that two files claim (the first by name of file wins); a test wants none.
    const std::vector<std::string>& clashes() const { return clashes_; }

private:
    using Sentences = std::map<std::string, std::string, std::less<>>;
    const Sentences& of(Language language) const;
    std::string_view said(Language language, std::string_view detail) const;
    void add_file(std::string_view name, std::string_view text);

    Sentences chinese_;
    Sentences english_;
    std::vector<std::string> clashes_;
};

/// The first of Chinese and English that an Accept-Language header prefers; Chinese otherwise.
Language preferred_language(std::string_view accept_language);

}  // namespace jingwei
