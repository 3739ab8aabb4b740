#pragma once

#include "http/reply.h"
#include "http/request.h"

namespace jingwei::http {

/// Makes a whole answer to GET or HEAD what the reader asked for: kUnchanged when If-None-Match
/// names its ETag, or the one range of `Range` where the answer is a file or shared text. Several
/// ranges, other units and a failed If-Range get the whole (RFC 9110, 13 and 14).
void narrow(Reply& reply, const Request& request);

}  // namespace jingwei::http
