#include "http/router.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "core/enum_name.h"
#include "core/json.h"
#include "core/utf8.h"

namespace jingwei::http {
namespace {

/// Cuts the first segment off "/a/b"; `rest` keeps its leading slash or is empty.
std::string_view take_segment(std::string_view& rest) {
    rest.remove_prefix(1);
    const auto segment = rest.substr(0, rest.find('/'));
    rest.remove_prefix(segment.size());
    return segment;
}

bool is_parameter(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}');
}

bool names_id(std::string_view segment) { return segment == "{id}" || segment.ends_with("_id}"); }

/// The decoded segment when it may stand for a parameter: an id where one is due, otherwise some
/// text without control characters.
std::optional<std::string> parameter_value(std::string_view segment, bool is_id) {
    auto value = json::percent_decoded(segment, false);
    if (!value || value->empty()) return std::nullopt;
    if (is_id) return Uuid::parse(*value) ? value : std::nullopt;
    const bool control = std::ranges::any_of(
        *value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (control || !utf8::length(*value)) return std::nullopt;
    return value;
}

}  // namespace

Router::Router(const Routes& routes) : routes_(routes) {
    for (std::size_t index = 0; index < routes.all().size(); ++index)
        add(index);
}

void Router::add(std::size_t index) {
    const Endpoint& endpoint = *routes_.all()[index];
    names_.push_back(parameter_names(endpoint.path));
    Node* node = &root_;
    for (std::string_view rest = endpoint.path; !rest.empty();) {
        const auto segment = take_segment(rest);
        const bool first_use = !node->parameter;
        auto& next = is_parameter(segment) ? node->parameter : node->literals[std::string(segment)];
        if (is_parameter(segment)) {
            if (!first_use && node->is_id != names_id(segment)) {
                throw std::logic_error(fmt::format(
                    "{}: another route has a parameter of another kind there", endpoint.path));
            }
            node->is_id = names_id(segment);
        }
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    auto& slot = node->endpoints[static_cast<std::size_t>(endpoint.method)];
    if (slot) throw std::logic_error(fmt::format("two routes for one {}", endpoint.path));
    slot = index;
}

std::vector<std::string_view> Router::parameter_names(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const auto segment = take_segment(path);
        if (is_parameter(segment)) names.push_back(segment.substr(1, segment.size() - 2));
    }
    return names;
}

const Router::Node* Router::walk(const Node& node, std::string_view rest,
                                 std::vector<std::string>& values) const {
    if (rest.empty()) return &node;
    const auto segment = take_segment(rest);
    if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
        if (const Node* found = walk(*literal->second, rest, values)) return found;
    }
    if (!node.parameter) return nullptr;
    auto value = parameter_value(segment, node.is_id);
    if (!value) return nullptr;
    values.push_back(std::move(*value));
    if (const Node* found = walk(*node.parameter, rest, values)) return found;
    values.pop_back();
    return nullptr;
}

std::string Router::allowed_at(const Node& node) {
    std::string out;
    for (std::size_t at = 0; at < kMethods; ++at) {
        if (!node.endpoints[at]) continue;
        const auto method = static_cast<Method>(at);
        std::string name = enum_name(method);
        std::ranges::transform(name, name.begin(), [](char c) { return std::toupper(c); });
        out += (out.empty() ? "" : ", ") + name + (method == Method::kGet ? ", HEAD" : "");
    }
    return out;
}

Router::Match Router::find(Method method, std::string_view path) const {
    Match match;
    std::vector<std::string> values;
    if (!path.starts_with('/')) return match;
    const Node* node = walk(root_, path, values);
    if (!node) return match;
    const Method asked = method == Method::kHead ? Method::kGet : method;
    const auto& slot = node->endpoints[static_cast<std::size_t>(asked)];
    if (!slot) {
        match.allowed = allowed_at(*node);
        return match;
    }
    match.index = *slot;
    match.endpoint = routes_.all()[*slot].get();
    for (std::size_t at = 0; at < values.size(); ++at) {
        match.path.emplace_back(names_[*slot][at], std::move(values[at]));
    }
    return match;
}

}  // namespace jingwei::http
