#include "core/messages.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "core/json.h"
#include "core/message_files.h"
#include "core/utf8.h"

namespace jingwei {
namespace {

/// The weight behind ";q=", 1 where there is none.
double weight_of(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == parameters.npos) return 1;
    double weight = 0;
    std::from_chars(parameters.data() + at + 2, parameters.data() + parameters.size(), weight);
    return weight;
}

const std::string* find_detail(const Details& details, std::string_view name) {
    for (const auto& [key, value] : details) {
        if (key == name) return &value;
    }
    return nullptr;
}

/// What a detail is filled in as. One of the form "@code" is a word of ours: the sentence of that
/// code, so that it is said in the reader's language.
std::string said(const Messages& messages, Language language, const std::string& detail) {
    const auto code = std::string_view{detail}.substr(detail.starts_with('@') ? 1 : 0);
    const bool ours = code.size() < detail.size() && messages.knows(language, code);
    return ours ? messages.sentence(language, code, {}) : detail;
}

}  // namespace

Messages Messages::shipped() {
    Messages made;
    for (const auto& [name, text] : message_files())
        made.add_file(name, text);
    return made;
}

void Messages::add_file(std::string_view name, std::string_view text) {
    const bool chinese = name.ends_with("zh-CN.json");
    const auto document = json::Document::parse(text);
    if (!document || document->root().kind != json::Kind::kObject) {
        throw std::logic_error(fmt::format("data/messages/{} is no JSON object", name));
    }
    for (const auto* item = document->root().first; item; item = item->next) {
        if (item->kind != json::Kind::kText) {
            throw std::logic_error(
                fmt::format("data/messages/{}: {} is no text", name, item->name));
        }
        const bool fresh = (chinese ? chinese_ : english_).emplace(item->name, item->text).second;
        if (!fresh) clashes_.emplace_back(item->name);
    }
}

const Messages::Sentences& Messages::of(Language language) const {
    return language == Language::kChinese ? chinese_ : english_;
}

bool Messages::knows(Language language, std::string_view code) const {
    return of(language).contains(code);
}

std::vector<std::string> Messages::codes(Language language) const {
    std::vector<std::string> out;
    for (const auto& [code, sentence] : of(language))
        out.push_back(code);
    return out;
}

std::string Messages::sentence(Language language, std::string_view code,
                               const Details& details) const {
    const auto found = of(language).find(code);
    if (found == of(language).end()) return std::string(code);
    std::string out;
    std::string_view rest = found->second;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        out += rest.substr(0, open);
        if (open == rest.npos) break;
        const auto close = rest.find('}', open);
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        const auto* value = close == rest.npos ? nullptr : find_detail(details, name);
        out += value ? said(*this, language, *value)
                     : std::string(rest.substr(open, close - open + 1));
        rest.remove_prefix(close == rest.npos ? rest.size() : close + 1);
    }
    return out;
}

Language preferred_language(std::string_view accept_language) {
    Language best = Language::kChinese;
    double best_weight = 0;
    while (!accept_language.empty()) {
        const auto item = accept_language.substr(0, accept_language.find(','));
        accept_language.remove_prefix(std::min(item.size() + 1, accept_language.size()));
        const auto tag = utf8::trimmed(item.substr(0, item.find(';')));
        const bool chinese = tag.starts_with("zh");
        if (!chinese && !tag.starts_with("en")) continue;
        const double weight = weight_of(item.substr(std::min(item.find(';'), item.size())));
        if (weight > best_weight) {
            best_weight = weight;
            best = chinese ? Language::kChinese : Language::kEnglish;
        }
    }
    return best;
}

}  // namespace jingwei
