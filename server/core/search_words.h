#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jingwei {

/// Full-text search without a dictionary, so that every Chinese word of two characters or more is
/// found, whoever coined it. Both functions read valid UTF-8; cost is linear.
///
/// Words of a text are: each pair of neighbouring Han characters, the last character of a run of
/// them, and each run of Latin letters and digits in lower case (full-width forms count as plain
/// ones). Everything else separates.

/// The words of a document, sorted, each once, at most `kMostSearchWords` (the first ones): the
/// lexemes for array_to_tsvector().
std::vector<std::string> search_words(std::string_view text);

/// The query that finds documents holding all of `text`: text of a tsquery ("'路灯' & '灯坏'"),
/// where a single Han character and a Latin run stand for everything that begins with them. Empty
/// when there is nothing to search for.
std::string search_query(std::string_view text);

inline constexpr std::size_t kMostSearchWords = 4'000;

}  // namespace jingwei
