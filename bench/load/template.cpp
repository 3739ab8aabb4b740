#include "load/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "load/uuid.h"

namespace jingwei::load {

Template::Piece Template::gap(std::string_view name, std::span<const std::string> words) {
    if (name == "case") return {Kind::kJourney, {}};
    if (name == "uuid") return {Kind::kUuid, {}};
    const auto found = std::ranges::find(words, name);
    if (found == words.end()) {
        throw std::runtime_error(fmt::format("a template wants {}, which nobody has", name));
    }
    return {Kind::kWord, {}, static_cast<std::size_t>(found - words.begin())};
}

Template::Template(std::string_view text, std::span<const std::string> words) {
    while (!text.empty()) {
        const auto open = text.find("{{");
        if (open != 0) pieces_.push_back({Kind::kText, std::string{text.substr(0, open)}});
        if (open == std::string_view::npos) return;
        const auto close = text.find("}}", open);
        if (close == std::string_view::npos) throw std::runtime_error("a gap does not end");
        pieces_.push_back(gap(text.substr(open + 2, close - open - 2), words));
        text.remove_prefix(close + 2);
    }
}

void Template::fill(std::string& out, std::string_view journey, std::span<const std::string> values,
                    UuidMaker& uuids) const {
    for (const Piece& piece : pieces_) {
        switch (piece.kind) {
            case Kind::kText:
                out += piece.text;
                break;
            case Kind::kJourney:
                out += journey;
                break;
            case Kind::kUuid:
                out += uuids.make();
                break;
            case Kind::kWord:
                out += values[piece.word];
                break;
        }
    }
}

}  // namespace jingwei::load
