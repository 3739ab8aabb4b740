#include "http/routes.h"

#include <fmt/format.h>

#include <stdexcept>

#include "core/messages.h"

namespace jingwei::http {
namespace {

bool takes_query(Method method) { return method == Method::kGet || method == Method::kDelete; }

/// A query string and a form have no place for an object inside an object.
bool fits_into_pairs(const dto::Shape& shape, bool inside_list) {
    switch (shape.kind) {
        case dto::Kind::kOptional:
            return fits_into_pairs(*shape.element, inside_list);
        case dto::Kind::kList:
            return !inside_list && fits_into_pairs(*shape.element, true);
        case dto::Kind::kMap:
        case dto::Kind::kObject:
            return false;
        default:
            return true;
    }
}

void check_takes(const Endpoint& endpoint) {
    const bool body = !takes_query(endpoint.method) && endpoint.speaks == Endpoint::Speaks::kJson;
    if (body) return;
    for (const auto& field : endpoint.takes->fields) {
        if (!fits_into_pairs(*field.shape, false)) {
            throw std::logic_error(fmt::format("{}: {} does not fit into a query string or form",
                                               endpoint.path, field.name));
        }
    }
}

}  // namespace

std::string_view Exchange::path_text(std::string_view name) const {
    for (const auto& [known, value] : path) {
        if (known == name) return value;
    }
    throw std::logic_error(fmt::format("the route has no parameter {}", name));
}

void Routes::add(Endpoint endpoint) {
    check_takes(endpoint);
    endpoints_.push_back(std::make_unique<Endpoint>(std::move(endpoint)));
}

Result<void> Routes::read_input(Endpoint::Speaks speaks, Method method, const dto::Shape& shape,
                                void* into, Exchange& exchange) {
    const Request& request = exchange.request;
    if (speaks == Endpoint::Speaks::kUpload) return dto::read_fields(shape, into, request.fields);
    if (takes_query(method)) return dto::read_query(shape, into, request.query);
    const bool nothing = shape.kind == dto::Kind::kObject && shape.fields.empty();
    if (nothing && request.body.empty()) return {};
    return dto::read_json(shape, into, request.body);
}

Reply Routes::written(const dto::Shape& shape, const void* answer) {
    if (shape.kind == dto::Kind::kObject && shape.fields.empty()) return Reply::nothing();
    Reply reply = Reply::json({});
    dto::write_json(shape, answer, reply.body);
    return reply;
}

}  // namespace jingwei::http
