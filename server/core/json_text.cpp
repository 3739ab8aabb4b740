#include <fmt/format.h>

#include <cmath>

#include "core/json.h"

namespace jingwei::json {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    }
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '%') {
            if (at + 2 >= text.size()) return std::nullopt;
            const int high = hex_value(text[at + 1]);
            const int low = hex_value(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high << 4 | low);
            at += 2;
        } else {
            out += c == '+' && plus_is_space ? ' ' : c;
        }
    }
    return out;
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!needs_escape(text[at])) continue;
        out.append(text, plain, at - plain);
        append_escape(out, text[at]);
        plain = at + 1;
    }
    out.append(text, plain);
    out += '"';
}

void append_real(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";
    } else {
        fmt::format_to(std::back_inserter(out), "{}", value);
    }
}

void append(std::string& out, const Node& node) {
    const auto append_children = [&](char open, char close) {
        out += open;
        for (const Node* child = node.first; child; child = child->next) {
            if (child != node.first) out += ',';
            if (node.kind == Kind::kObject) {
                append_quoted(out, child->name);
                out += ':';
            }
            append(out, *child);
        }
        out += close;
    };
    switch (node.kind) {
        case Kind::kNull:
            out += "null";
            return;
        case Kind::kBool:
            out += node.truth ? "true" : "false";
            return;
        case Kind::kWhole:
            fmt::format_to(std::back_inserter(out), "{}", node.whole);
            return;
        case Kind::kReal:
            append_real(out, node.real);
            return;
        case Kind::kText:
        case Kind::kLoose:
            append_quoted(out, node.text);
            return;
        case Kind::kList:
            append_children('[', ']');
            return;
        case Kind::kObject:
            append_children('{', '}');
            return;
    }
}

}  // namespace jingwei::json
