#include "core/schema.h"

#include <fmt/format.h>

#include <stdexcept>

#include "core/json.h"

namespace jingwei::dto {
namespace {

bool is_component(const Shape& shape) { return !shape.type.empty(); }

std::string json_text(std::string_view text) {
    std::string out;
    json::append_quoted(out, text);
    return out;
}

/// True when a reader of inputs and a reader of outputs would see different schemas.
bool differs_by_direction(const Shape& shape) { return shape.kind == Kind::kObject; }

std::string bounds(const Shape& shape, std::string_view lower, std::string_view upper) {
    std::string out;
    const Shape unbounded{.kind = shape.kind, .type = {}};
    if (shape.min != unbounded.min) out += fmt::format(R"(,"{}":{})", lower, shape.min);
    if (shape.max != unbounded.max) out += fmt::format(R"(,"{}":{})", upper, shape.max);
    return out;
}

std::string enum_schema(const Shape& shape) {
    std::string names;
    for (const auto& name : shape.choices()) {
        if (!names.empty()) names += ',';
        names += json_text(name);
    }
    return fmt::format(R"({{"type":"string","enum":[{}]}})", names);
}

std::string text_schema(const Shape& shape) {
    if (!shape.format.empty()) {
        return fmt::format(R"({{"type":"string","format":{}}})", json_text(shape.format));
    }
    std::string length = bounds(shape, "minLength", "maxLength");
    if (shape.min == 0) length = fmt::format(R"(,"maxLength":{})", shape.max);
    const auto* secret = shape.rule == TextRule::kVerbatim ? R"(,"format":"password")" : "";
    return fmt::format(R"({{"type":"string"{}{}}})", length, secret);
}

std::string whole_schema(const Shape& shape) {
    const bool wide = shape.max > 9'007'199'254'740'991;  // beyond what a browser counts exactly
    if (wide) return R"({"type":"integer","format":"int64"})";
    return fmt::format(R"({{"type":"integer"{}}})", bounds(shape, "minimum", "maximum"));
}

void append_indented(std::string& out, const json::Node& node, std::size_t depth) {
    const bool object = node.kind == json::Kind::kObject;
    if ((!object && node.kind != json::Kind::kList) || node.first == nullptr) {
        return json::append(out, node);
    }
    out += object ? '{' : '[';
    for (const json::Node* child = node.first; child; child = child->next) {
        if (child != node.first) out += ',';
        out += '\n';
        out.append(2 * depth + 2, ' ');
        if (object) {
            json::append_quoted(out, child->name);
            out += ": ";
        }
        append_indented(out, *child, depth + 1);
    }
    out += '\n';
    out.append(2 * depth, ' ');
    out += object ? '}' : ']';
}

}  // namespace

std::string component_name(std::string_view cpp_type) {
    const auto open = cpp_type.find('<');
    std::string_view own = cpp_type.substr(0, open);
    if (const auto colon = own.rfind("::"); colon != own.npos) own.remove_prefix(colon + 2);
    if (open == cpp_type.npos) return std::string(own);
    const auto inside = cpp_type.substr(open + 1, cpp_type.rfind('>') - open - 1);
    return component_name(inside) + std::string(own);
}

void Schemas::add(const Shape& shape, Direction direction) {
    if (is_component(shape)) {
        Component& known = components_[component_name(shape.type)];
        if (known.shape && known.shape != &shape) {
            throw std::logic_error(fmt::format("two types would be one schema: {} and {}",
                                               known.shape->type, shape.type));
        }
        known.shape = &shape;
        bool& seen = direction == Direction::kInput ? known.input : known.output;
        if (std::exchange(seen, true)) return;
    }
    if (shape.element) add(*shape.element, direction);
    for (const Field& field : shape.fields)
        add(*field.shape, direction);
}

std::string Schemas::name_of(const Shape& shape, Direction direction) const {
    const std::string name = component_name(shape.type);
    const Component& known = components_.at(name);
    const bool both = known.input && known.output && differs_by_direction(shape);
    return both && direction == Direction::kInput ? name + "Input" : name;
}

std::string Schemas::of(const Shape& shape, Direction direction) const {
    if (is_component(shape)) {
        return fmt::format(R"({{"$ref":"#/components/schemas/{}"}})", name_of(shape, direction));
    }
    switch (shape.kind) {
        case Kind::kBool:
            return R"({"type":"boolean"})";
        case Kind::kWhole:
            return whole_schema(shape);
        case Kind::kReal:
            return fmt::format(R"({{"type":"number"{}}})", bounds(shape, "minimum", "maximum"));
        case Kind::kText:
            return text_schema(shape);
        case Kind::kJson:
            return "{}";
        case Kind::kOptional:
            if (shape.element->kind == Kind::kJson) return "{}";  // null is JSON, too
            return fmt::format(R"({{"anyOf":[{},{{"type":"null"}}]}})",
                               of(*shape.element, direction));
        case Kind::kList:
            return fmt::format(R"({{"type":"array","items":{}{}}})", of(*shape.element, direction),
                               direction == Direction::kInput
                                   ? bounds(shape, "minItems", "maxItems")
                                   : std::string());
        case Kind::kMap:
            return fmt::format(R"({{"type":"object","additionalProperties":{}}})",
                               of(*shape.element, direction));
        case Kind::kObject:
            break;
    }
    throw std::logic_error("an object without a name");
}

std::string Schemas::object_schema(const Shape& shape, Direction direction) const {
    std::string members;
    std::string required;
    for (const Field& field : shape.fields) {
        if (!members.empty()) members += ',';
        members += fmt::format("{}:{}", json_text(field.name), of(*field.shape, direction));
        if (direction == Direction::kInput && field.shape->kind == Kind::kOptional) continue;
        if (!required.empty()) required += ',';
        required += json_text(field.name);
    }
    std::string out = fmt::format(R"({{"type":"object","properties":{{{}}})", members);
    if (!required.empty()) out += fmt::format(R"(,"required":[{}])", required);
    if (direction == Direction::kInput) out += R"(,"additionalProperties":false)";
    return out + '}';
}

std::string Schemas::components() const {
    std::map<std::string, std::string> schemas;
    for (const auto& [name, component] : components_) {
        const Shape& shape = *component.shape;
        for (const auto direction : {Direction::kInput, Direction::kOutput}) {
            const bool used = direction == Direction::kInput ? component.input : component.output;
            if (!used) continue;
            schemas[name_of(shape, direction)] =
                shape.kind == Kind::kObject ? object_schema(shape, direction) : enum_schema(shape);
        }
    }
    std::string out = "{";
    for (const auto& [name, schema] : schemas) {
        if (out.size() > 1) out += ',';
        out += json_text(name) + ":" + schema;
    }
    return out + '}';
}

std::string indented(std::string_view json) {
    const auto document = json::Document::parse(json);
    if (!document) throw std::logic_error("not JSON: " + document.error().code);
    std::string out;
    append_indented(out, document->root(), 0);
    return out + '\n';
}

}  // namespace jingwei::dto
