#include "http/openapi.h"

#include <fmt/format.h>

#include <map>

#include "core/enum_name.h"
#include "core/json.h"
#include "core/schema.h"

namespace jingwei::http {
namespace {

using dto::Direction;
using dto::Schemas;
using dto::Shape;

constexpr std::string_view kBase = "/api/v1";

constexpr std::string_view kProblemSchema =
    R"({"type":"object","description":"RFC 9457","properties":{)"
    R"("type":{"type":"string","description":"urn:jingwei:problem:<code>; stays the same"},)"
    R"("title":{"type":"string","description":"a sentence in the reader's language"},)"
    R"("status":{"type":"integer"},"code":{"type":"string"},"request_id":{"type":"string"},)"
    R"("errors":{"type":"array","items":{"type":"object","properties":{)"
    R"("field":{"type":"string","description":"JSON pointer"},"code":{"type":"string"},)"
    R"("message":{"type":"string"}},"required":["field","code","message"]}}},)"
    R"("required":["type","title","status","code","request_id"]})";

constexpr std::string_view kResponses =
    R"({"Problem":{"description":"Why not","content":{"application/problem+json":)"
    R"({"schema":{"$ref":"#/components/schemas/Problem"}}}}})";

constexpr std::string_view kSecuritySchemes =
    R"({"session":{"type":"apiKey","in":"cookie","name":"jingwei_session"},)"
    R"("csrf":{"type":"apiKey","in":"header","name":"X-CSRF-Token"},)"
    R"("token":{"type":"http","scheme":"bearer"}})";

std::string json_text(std::string_view text) {
    std::string out;
    json::append_quoted(out, text);
    return out;
}

/// Texts with commas between.
class Joined {
public:
    void add(std::string_view item) {
        if (!text_.empty()) text_ += ',';
        text_ += item;
    }
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

std::vector<std::string_view> segments(std::string_view path) {
    if (path.starts_with(kBase)) path.remove_prefix(kBase.size());
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        out.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(out.back().size());
    }
    return out;
}

std::string camel(std::string_view word) {
    std::string out;
    bool upper = true;
    for (const char c : word) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter) out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = !letter;
    }
    return out;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

bool has_query(const Endpoint& endpoint) {
    return endpoint.method == Method::kGet || endpoint.method == Method::kDelete;
}

bool is_empty(const Shape& shape) {
    return shape.kind == dto::Kind::kObject && shape.fields.empty();
}

std::string path_parameters(const Endpoint& endpoint) {
    Joined out;
    for (const auto segment : segments(endpoint.path)) {
        if (!is_parameter(segment)) continue;
        const auto name = segment.substr(1, segment.size() - 2);
        const bool id = name == "id" || name.ends_with("_id");
        out.add(fmt::format(
            R"({{"name":{},"in":"path","required":true,"schema":{}}})", json_text(name),
            id ? R"({"type":"string","format":"uuid"})" : R"({"type":"string","minLength":1})"));
    }
    return out.text();
}

std::string query_parameters(const Endpoint& endpoint, const Schemas& schemas) {
    Joined out;
    for (const auto& field : endpoint.takes->fields) {
        const bool optional = field.shape->kind == dto::Kind::kOptional;
        const Shape& shape = optional ? *field.shape->element : *field.shape;
        const bool required = !optional && shape.kind != dto::Kind::kList;
        out.add(fmt::format(R"({{"name":{},"in":"query","required":{},"schema":{}}})",
                            json_text(field.name), required, schemas.of(shape, Direction::kInput)));
    }
    return out.text();
}

std::string form_schema(const Endpoint& endpoint, const Schemas& schemas) {
    Joined members;
    Joined required;
    for (const auto& field : endpoint.takes->fields) {
        const bool optional = field.shape->kind == dto::Kind::kOptional;
        const Shape& shape = optional ? *field.shape->element : *field.shape;
        members.add(json_text(field.name) + ":" + schemas.of(shape, Direction::kInput));
        if (!optional) required.add(json_text(field.name));
    }
    members.add(R"("file":{"type":"string","contentMediaType":"application/octet-stream"})");
    required.add(R"("file")");
    return fmt::format(R"({{"type":"object","properties":{{{}}},"required":[{}]}})", members.text(),
                       required.text());
}

std::string request_body(const Endpoint& endpoint, const Schemas& schemas) {
    const bool form = endpoint.speaks == Endpoint::Speaks::kUpload;
    return fmt::format(
        R"("requestBody":{{"required":true,"content":{{"{}":{{"schema":{}}}}}}})",
        form ? "multipart/form-data" : "application/json",
        form ? form_schema(endpoint, schemas) : schemas.of(*endpoint.takes, Direction::kInput));
}

std::string success(const Endpoint& endpoint, const Schemas& schemas) {
    if (endpoint.answers && is_empty(*endpoint.answers)) {
        return R"("204":{"description":"Done"})";
    }
    std::string type = "application/json";
    std::string schema = R"({"type":"string"})";
    if (endpoint.answers) schema = schemas.of(*endpoint.answers, Direction::kOutput);
    if (endpoint.speaks == Endpoint::Speaks::kRaw) type = endpoint.content_type;
    if (endpoint.speaks == Endpoint::Speaks::kEvents) type = "text/event-stream";
    if (type == "application/json" && !endpoint.answers) schema = "{}";
    return fmt::format(R"("200":{{"description":"The answer","content":{{{}:{{"schema":{}}}}}}})",
                       json_text(type), schema);
}

std::string security(const Endpoint& endpoint) {
    if (endpoint.permission == kAnyone) return "[]";
    if (endpoint.method == Method::kGet) return R"([{"session":[]},{"token":[]}])";
    return R"([{"session":[],"csrf":[]},{"token":[]}])";
}

std::string operation(const Endpoint& endpoint, const Schemas& schemas) {
    const auto parts = segments(endpoint.path);
    const bool in_api = std::string_view(endpoint.path).starts_with(kBase);
    Joined members;
    members.add(fmt::format(R"("operationId":"{}")", operation_id(endpoint.method, endpoint.path)));
    members.add(R"("summary":)" + json_text(endpoint.summary));
    members.add(fmt::format(R"("tags":[{}])", json_text(in_api ? parts.at(0) : "operations")));
    members.add(R"("x-permission":)" + json_text(endpoint.permission));
    members.add(R"("security":)" + security(endpoint));
    Joined parameters;
    if (const auto path = path_parameters(endpoint); !path.empty()) parameters.add(path);
    if (has_query(endpoint) && !is_empty(*endpoint.takes)) {
        parameters.add(query_parameters(endpoint, schemas));
    }
    if (!parameters.empty()) members.add(fmt::format(R"("parameters":[{}])", parameters.text()));
    const bool form = endpoint.speaks == Endpoint::Speaks::kUpload;
    if (!has_query(endpoint) && (form || !is_empty(*endpoint.takes))) {
        members.add(request_body(endpoint, schemas));
    }
    members.add(fmt::format(R"("responses":{{{},"4XX":{{"$ref":"#/components/responses/Problem"}},)"
                            R"("5XX":{{"$ref":"#/components/responses/Problem"}}}})",
                            success(endpoint, schemas)));
    return "{" + members.text() + "}";
}

Schemas schemas_of(const Routes& routes) {
    Schemas schemas;
    for (const auto& endpoint : routes.all()) {
        const bool body = !has_query(*endpoint) && endpoint->speaks == Endpoint::Speaks::kJson;
        if (body && !is_empty(*endpoint->takes)) {
            schemas.add(*endpoint->takes, Direction::kInput);
        } else {
            for (const auto& field : endpoint->takes->fields) {
                schemas.add(*field.shape, Direction::kInput);
            }
        }
        if (endpoint->answers && !is_empty(*endpoint->answers)) {
            schemas.add(*endpoint->answers, Direction::kOutput);
        }
    }
    return schemas;
}

std::string paths_of(const Routes& routes, const Schemas& schemas) {
    std::map<std::string, std::map<std::string, std::string>> paths;
    for (const auto& endpoint : routes.all()) {
        paths[endpoint->path][enum_name(endpoint->method)] = operation(*endpoint, schemas);
    }
    Joined out;
    for (const auto& [path, operations] : paths) {
        Joined methods;
        for (const auto& [method, text] : operations)
            methods.add(json_text(method) + ":" + text);
        out.add(json_text(path) + ":{" + methods.text() + "}");
    }
    return out.text();
}

}  // namespace

std::string operation_id(Method method, std::string_view path) {
    std::string out = enum_name(method);
    for (const auto segment : segments(path)) {
        out += is_parameter(segment) ? "By" + camel(segment.substr(1, segment.size() - 2))
                                     : camel(segment);
    }
    return out;
}

std::string openapi_document(const Routes& routes, std::string_view version) {
    const Schemas schemas = schemas_of(routes);
    std::string components = schemas.components();
    components.pop_back();
    if (components.size() > 1) components += ',';
    components += fmt::format(R"("Problem":{}}})", kProblemSchema);
    return dto::indented(fmt::format(
        R"({{"openapi":"3.1.0","info":{{"title":"Jingwei","version":{},)"
        R"("description":"Grid-based community service of a county.",)"
        R"("license":{{"name":"Apache-2.0","identifier":"Apache-2.0"}}}},)"
        R"("servers":[{{"url":"/"}}],"paths":{{{}}},"components":{{"schemas":{},)"
        R"("responses":{},"securitySchemes":{}}}}})",
        json_text(version), paths_of(routes, schemas), components, kResponses, kSecuritySchemes));
}

}  // namespace jingwei::http
