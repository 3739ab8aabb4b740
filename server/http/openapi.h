#pragma once

#include <string>
#include <string_view>

#include "http/routes.h"

namespace jingwei::http {

/// api/openapi.json: OpenAPI 3.1 of every route, sorted by path, so that equal routes give equal
/// text. Each operation carries its permission as `x-permission`.
std::string openapi_document(const Routes& routes, std::string_view version);

/// "post", "/api/v1/cases/{id}/steps" → "postCasesByIdSteps".
std::string operation_id(Method method, std::string_view path);

}  // namespace jingwei::http
