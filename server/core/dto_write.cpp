#include <fmt/format.h>

#include "core/dto.h"
#include "core/json.h"

namespace jingwei::dto {
namespace {

void write_text(const Shape& shape, const void* from, std::string& out) {
    // Ids, times and names of enumerators have nothing to escape.
    if (!shape.format.empty() || shape.choices) {
        out += '"';
        shape.get_text(from, out);
        out += '"';
        return;
    }
    std::string text;
    shape.get_text(from, text);
    json::append_quoted(out, text);
}

void write_list(const Shape& shape, const void* from, std::string& out) {
    out += '[';
    const std::size_t size = shape.size(from);
    for (std::size_t at = 0; at < size; ++at) {
        if (at > 0) out += ',';
        write_json(*shape.element, shape.at(from, at), out);
    }
    out += ']';
}

struct MapWriter {
    const Shape& element;
    std::string& out;
    bool first = true;

    static void visit(void* context, std::string_view key, const void* value) {
        auto& self = *static_cast<MapWriter*>(context);
        if (!self.first) self.out += ',';
        self.first = false;
        json::append_quoted(self.out, key);
        self.out += ':';
        write_json(self.element, value, self.out);
    }
};

void write_map(const Shape& shape, const void* from, std::string& out) {
    out += '{';
    MapWriter writer{*shape.element, out};
    shape.each(from, &writer, &MapWriter::visit);
    out += '}';
}

void write_object(const Shape& shape, const void* from, std::string& out) {
    out += '{';
    bool first = true;
    for (const Field& field : shape.fields) {
        if (!first) out += ',';
        first = false;
        out += '"';
        out += field.name;
        out += "\":";
        // Field::in serves reading and writing; nothing is written through it here.
        write_json(*field.shape, field.in(const_cast<void*>(from)), out);
    }
    out += '}';
}

void write_optional(const Shape& shape, const void* from, std::string& out) {
    if (const void* value = shape.value(from)) {
        write_json(*shape.element, value, out);
    } else {
        out += "null";
    }
}

}  // namespace

void write_json(const Shape& shape, const void* from, std::string& out) {
    switch (shape.kind) {
        case Kind::kBool:
            out += shape.get_bool(from) ? "true" : "false";
            return;
        case Kind::kWhole:
            fmt::format_to(std::back_inserter(out), "{}", shape.get_whole(from));
            return;
        case Kind::kReal:
            json::append_real(out, shape.get_real(from));
            return;
        case Kind::kText:
            write_text(shape, from, out);
            return;
        case Kind::kJson:
            shape.get_text(from, out);
            return;
        case Kind::kOptional:
            write_optional(shape, from, out);
            return;
        case Kind::kList:
            write_list(shape, from, out);
            return;
        case Kind::kMap:
            write_map(shape, from, out);
            return;
        case Kind::kObject:
            write_object(shape, from, out);
            return;
    }
}

}  // namespace jingwei::dto
