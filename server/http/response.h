#pragma once

#include <string>
#include <string_view>

#include "http/reply.h"
#include "http/request.h"

namespace jingwei::http {

/// An answer as it goes over the wire.
struct Response {
    int status = 500;
    std::string head;  ///< status line and headers up to the empty line; a small body follows
    std::string body;  ///< a large one
    std::optional<SharedBody> shared;
    std::optional<FileBody> file;
    bool close = false;
    std::uint64_t body_bytes = 0;  ///< of all kinds, for the log
};

struct ResponseContext {
    bool head_only = false;  ///< HEAD: headers as for GET, no body
    bool close = false;
    bool secure = false;
    /// Whose pictures a page may show besides our own: origins with a space before each.
    std::string_view picture_sources = {};
    std::string_view request_id;
};

/// Writes out `reply` with the headers that every answer has (Date, length, and what keeps browsers
/// strict: nosniff, framing, referrer, a content security policy by kind of content).
Response render(Reply reply, const ResponseContext& context);

/// The head of an endless text/event-stream.
std::string stream_head(const ReplyHead& head, bool secure, std::string_view request_id);

/// "Sun, 06 Nov 1994 08:49:37 GMT"; made once a second and thread.
std::string_view http_date();

}  // namespace jingwei::http
