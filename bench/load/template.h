#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jingwei::load {

class UuidMaker;

/// A text with gaps: {{case}} the id of the journey, {{uuid}} a new one each time, {{word}} the
/// value of that name of whoever makes the journey.
class Template {
public:
    /// `words` are the names that a gap may have besides the two above. Throws std::runtime_error
    /// for another, and for a gap that does not end.
    Template(std::string_view text, std::span<const std::string> words);

    /// `values` stand in the order of `words`.
    void fill(std::string& out, std::string_view journey, std::span<const std::string> values,
              UuidMaker& uuids) const;

private:
    enum class Kind { kText, kJourney, kUuid, kWord };
    struct Piece {
        Kind kind;
        std::string text;
        std::size_t word = 0;
    };

    static Piece gap(std::string_view name, std::span<const std::string> words);

    std::vector<Piece> pieces_;
};

}  // namespace jingwei::load
