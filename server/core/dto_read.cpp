#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/dto.h"
#include "core/json.h"
#include "core/utf8.h"

namespace jingwei::dto {
namespace {

using json::Node;

constexpr std::size_t kMaxFaults = 50;
constexpr std::size_t kMaxPointer = 300;
constexpr std::int64_t kLeastWhole = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMostWhole = std::numeric_limits<std::int64_t>::max();
constexpr double kExactWholes = 9'007'199'254'740'992.0;  // 2^53: above, a double skips integers

template <class Number>
std::optional<Number> number_from(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool has_forbidden_control(std::string_view text, TextRule rule) {
    return std::ranges::any_of(text, [&](char c) {
        return is_control(c) && !(rule == TextRule::kLines && (c == '\n' || c == '\t'));
    });
}

/// PostgreSQL keeps no U+0000, neither in text nor in jsonb.
bool has_nul(const Node& node) {
    if (node.text.find('\0') != node.text.npos) return true;
    if (node.name.find('\0') != node.name.npos) return true;
    for (const Node* child = node.first; child; child = child->next) {
        if (has_nul(*child)) return true;
    }
    return false;
}

/// Whether any object in the tree names a member twice.
bool has_twins(const Node& node) {
    std::vector<std::string_view> names;
    for (const Node* child = node.first; child; child = child->next) {
        if (has_twins(*child)) return true;
        if (node.kind == json::Kind::kObject) names.push_back(child->name);
    }
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
}

const Shape& without_optional(const Shape& shape) {
    return shape.kind == Kind::kOptional ? without_optional(*shape.element) : shape;
}

/// Goes down shape and tree together, collecting faults.
class Reader {
public:
    Reader(Absent absent, bool from_pairs) : absent_(absent), from_pairs_(from_pairs) {}

    void read(const Shape& shape, const Node& node, void* into) {
        switch (shape.kind) {
            case Kind::kBool:
                return read_bool(shape, node, into);
            case Kind::kWhole:
                return read_whole(shape, node, into);
            case Kind::kReal:
                return read_real(shape, node, into);
            case Kind::kText:
                return read_text(shape, node, into);
            case Kind::kJson:
                return read_any(shape, node, into);
            case Kind::kOptional:
                return read_optional(shape, node, into);
            case Kind::kList:
                return read_list(shape, node, into);
            case Kind::kMap:
                return read_map(shape, node, into);
            case Kind::kObject:
                return read_object(shape, node, into);
        }
    }

    Result<void> outcome() {
        if (faults_.empty()) return {};
        Refusal refusal{RefusalKind::kInvalid, "invalid_input"};
        refusal.faults = std::move(faults_);
        return refusal;
    }

private:
    void fault(std::string_view code, Details details = {}) {
        if (faults_.size() < kMaxFaults) {
            faults_.push_back({pointer_, std::string(code), std::move(details)});
        }
    }

    template <class Step>
    void below(std::string_view name, Step step) {
        const std::size_t here = pointer_.size();
        pointer_ += '/';
        for (const char c : name.substr(0, kMaxPointer)) {
            if (c == '~') {
                pointer_ += "~0";
            } else if (c == '/') {
                pointer_ += "~1";
            } else {
                pointer_ += c;
            }
        }
        step();
        pointer_.resize(here);
    }

    void read_bool(const Shape& shape, const Node& node, void* into) {
        const bool loose = node.kind == json::Kind::kLoose;
        if (node.kind == json::Kind::kBool) return shape.set_bool(into, node.truth);
        if (loose && node.text == "true") return shape.set_bool(into, true);
        if (loose && node.text == "false") return shape.set_bool(into, false);
        fault("not_a_bool");
    }

    void read_whole(const Shape& shape, const Node& node, void* into) {
        const auto value = whole_in(node);
        if (!value) return fault("not_a_whole_number");
        if (*value < shape.min) return fault("too_small", {{"min", std::to_string(shape.min)}});
        if (*value > shape.max) return fault("too_large", {{"max", std::to_string(shape.max)}});
        shape.set_whole(into, *value);
    }

    static std::optional<std::int64_t> whole_in(const Node& node) {
        if (node.kind == json::Kind::kWhole) return node.whole;
        if (node.kind == json::Kind::kLoose) return number_from<std::int64_t>(node.text);
        // JSON has one kind of number: 3.0 is whole.
        if (node.kind == json::Kind::kReal && std::abs(node.real) <= kExactWholes &&
            node.real == std::trunc(node.real)) {
            return static_cast<std::int64_t>(node.real);
        }
        return std::nullopt;
    }

    void read_real(const Shape& shape, const Node& node, void* into) {
        const auto value = real_in(node);
        if (!value || !std::isfinite(*value)) return fault("not_a_number");
        // The ends of the whole numbers are no bounds of a real.
        if (shape.min != kLeastWhole && *value < static_cast<double>(shape.min)) {
            return fault("too_small", {{"min", std::to_string(shape.min)}});
        }
        if (shape.max != kMostWhole && *value > static_cast<double>(shape.max)) {
            return fault("too_large", {{"max", std::to_string(shape.max)}});
        }
        shape.set_real(into, *value);
    }

    static std::optional<double> real_in(const Node& node) {
        if (node.kind == json::Kind::kWhole) return static_cast<double>(node.whole);
        if (node.kind == json::Kind::kReal) return node.real;
        if (node.kind == json::Kind::kLoose) return number_from<double>(node.text);
        return std::nullopt;
    }

    void read_text(const Shape& shape, const Node& node, void* into) {
        if (node.kind != json::Kind::kText && node.kind != json::Kind::kLoose) {
            return fault("not_a_text");
        }
        std::string_view text =
            shape.rule == TextRule::kVerbatim ? node.text : utf8::trimmed(node.text);
        std::string unix_lines;
        if (shape.rule == TextRule::kLines && text.find('\r') != text.npos) {
            unix_lines = text;
            std::erase(unix_lines, '\r');
            text = unix_lines;
        }
        const auto length = utf8::length(text);
        if (!length) return fault("invalid_utf8");
        if (has_forbidden_control(text, shape.rule)) return fault("control_character");
        const auto count = static_cast<std::int64_t>(*length);
        if (count < shape.min) return fault("too_short", {{"min", std::to_string(shape.min)}});
        if (count > shape.max) return fault("too_long", {{"max", std::to_string(shape.max)}});
        const std::string_view code = shape.set_text(into, text);
        if (code.empty()) return;
        fault(code, shape.choices
                        ? Details{{"choices", fmt::format("{}", fmt::join(shape.choices(), ", "))}}
                        : Details{});
    }

    void read_any(const Shape& shape, const Node& node, void* into) {
        if (node.kind == json::Kind::kLoose) {
            const auto document = json::Document::parse(node.text);
            if (!document) return fault(document.error().code);
            return read_any(shape, document->root(), into);
        }
        if (has_nul(node)) return fault("control_character");
        if (has_twins(node)) return fault("duplicate_field");
        std::string text;
        json::append(text, node);
        shape.set_text(into, text);
    }

    void read_optional(const Shape& shape, const Node& node, void* into) {
        if (node.kind == json::Kind::kNull) return;
        if (node.kind == json::Kind::kLoose && node.text.empty()) return;
        read(*shape.element, node, shape.emplace(into));
    }

    void read_list(const Shape& shape, const Node& node, void* into) {
        if (node.kind != json::Kind::kList) return fault("not_a_list");
        if (!check_count(shape, node.size)) return;
        std::size_t at = 0;
        for (const Node* item = node.first; item; item = item->next, ++at) {
            below(std::to_string(at), [&] { read(*shape.element, *item, shape.append(into)); });
        }
    }

    bool check_count(const Shape& shape, std::size_t size) {
        const auto count = static_cast<std::int64_t>(size);
        if (count < shape.min) fault("too_few", {{"min", std::to_string(shape.min)}});
        if (count > shape.max) fault("too_many", {{"max", std::to_string(shape.max)}});
        return count >= shape.min && count <= shape.max;
    }

    void read_map(const Shape& shape, const Node& node, void* into) {
        if (node.kind != json::Kind::kObject) return fault("not_an_object");
        if (!check_count(shape, node.size)) return;
        if (has_twins(node)) return fault("duplicate_field");
        for (const Node* item = node.first; item; item = item->next) {
            below(item->name, [&] {
                if (has_forbidden_control(item->name, TextRule::kLine)) {
                    return fault("control_character");
                }
                read(*shape.element, *item, shape.insert(into, item->name));
            });
        }
    }

    void read_object(const Shape& shape, const Node& node, void* into) {
        if (node.kind != json::Kind::kObject) return fault("not_an_object");
        for (const Node* item = node.first; item; item = item->next) {
            if (std::ranges::none_of(
                    shape.fields, [&](const Field& field) { return field.name == item->name; })) {
                below(item->name, [&] { fault("unknown_field"); });
            }
        }
        for (const Field& field : shape.fields) {
            below(field.name, [&] { read_field(field, node, field.in(into)); });
        }
    }

    void read_field(const Field& field, const Node& object, void* into) {
        const Node* found = nullptr;
        std::size_t count = 0;
        for (const Node* item = object.first; item; item = item->next) {
            if (item->name != field.name) continue;
            if (!found) found = item;
            ++count;
        }
        if (!found) {
            const bool optional = field.shape->kind == Kind::kOptional;
            // An empty list has no pair to stand for it.
            const bool empty_list = from_pairs_ && field.shape->kind == Kind::kList;
            if (optional || absent_ == Absent::kDefault) return;
            if (!empty_list) return fault("required");
            return static_cast<void>(check_count(*field.shape, 0));
        }
        if (found->kind == json::Kind::kLoose &&
            without_optional(*field.shape).kind == Kind::kList) {
            return read_repeated(*field.shape, *found, count, into);
        }
        if (count > 1) return fault("duplicate_field");
        read(*field.shape, *found, into);
    }

    /// A list in a query string: every pair of that name is one item.
    void read_repeated(const Shape& shape, const Node& first, std::size_t count, void* into) {
        if (shape.kind == Kind::kOptional) {
            return read_repeated(*shape.element, first, count, shape.emplace(into));
        }
        if (!check_count(shape, count)) return;
        std::size_t at = 0;
        for (const Node* item = &first; item; item = item->next) {
            if (item->name != first.name) continue;
            below(std::to_string(at++), [&] { read(*shape.element, *item, shape.append(into)); });
        }
    }

    Absent absent_;
    bool from_pairs_;  ///< a query string or form rather than JSON
    std::string pointer_;
    std::vector<Fault> faults_;
};

Result<void> read_tree(const Shape& shape, void* into, const json::Node& root, Reader reader) {
    reader.read(shape, root, into);
    return reader.outcome();
}

}  // namespace

Result<void> read_json(const Shape& shape, void* into, std::string_view json) {
    const auto document = json::Document::parse(json);
    if (!document) return document.error();
    return read_tree(shape, into, document->root(), Reader(Absent::kFault, false));
}

Result<void> read_query(const Shape& shape, void* into, std::string_view query) {
    const auto document = json::Document::of_query(query);
    if (!document) return document.error();
    return read_tree(shape, into, document->root(), Reader(Absent::kFault, true));
}

Result<void> read_fields(const Shape& shape, void* into, const Details& fields, Absent absent) {
    const auto document = json::Document::of_fields(fields);
    return read_tree(shape, into, document.root(), Reader(absent, true));
}

}  // namespace jingwei::dto
