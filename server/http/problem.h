#pragma once

#include <string>
#include <string_view>

#include "core/messages.h"
#include "http/reply.h"

namespace jingwei::http {

/// The status code of an answer: here and nowhere else.
int status_of(const Reply& reply);

/// "404 Not Found".
std::string_view status_line(int status);

/// Makes a refused reply an answer: problem+json (RFC 9457) with a `type` that stays, a `title` in
/// the reader's language, and `errors` with field, code and message of each fault. Adds Retry-After
/// where trying later helps. Other replies stay as they are.
void explain(Reply& reply, Language language, const Messages& messages,
             std::string_view request_id);

}  // namespace jingwei::http
