#pragma once

#include <cassert>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/id.h"
#include "core/messages.h"
#include "core/text_type.h"
#include "http/gate.h"
#include "http/reply.h"
#include "http/request.h"

namespace jingwei::http {

/// A request on its way through a route: what the router found, who asks, what goes back besides
/// the answer itself.
struct Exchange {
    Request& request;
    std::vector<std::pair<std::string_view, std::string>> path;  ///< decoded parameters
    std::shared_ptr<const Identity> identity;                    ///< null: nobody
    ReplyHead head;
    const Messages* messages = nullptr;  ///< of the server; null in tests that say nothing

    /// The parameter {name} of the route. The route has it, or it is a bug.
    std::string_view path_text(std::string_view name) const;
};

/// What a handler gets: its input, checked, and the exchange around it.
template <class Body = Nothing>
class Call {
public:
    Call(const Body& body_, Exchange& exchange)
        : body(body_),
          request(exchange.request),
          language(exchange.request.language),
          exchange_(exchange) {}

    const Body& body;  ///< of GET and DELETE: the query
    const Request& request;
    const Language language;

    /// The parameter {name} as an id. Routes take only UUIDs for `{id}` and `{…_id}` (anything else
    /// is not found before a handler sees it), so this cannot fail.
    template <class Of>
    Id<Of> path_id(std::string_view name) const {
        const auto id = Id<Of>::parse(exchange_.path_text(name));
        assert(id);
        return *id;
    }
    std::string_view path(std::string_view name) const { return exchange_.path_text(name); }

    /// The sentence of a code, as its reader reads it: where an answer tells of faults.
    std::string sentence(std::string_view code) const {
        return exchange_.messages->sentence(language, code, {});
    }

    bool signed_in() const { return exchange_.identity != nullptr; }
    /// Who asks. Only where the route's permission is not kAnyone, or signed_in() was asked.
    const Identity& identity() const {
        assert(signed_in());
        return *exchange_.identity;
    }
    std::shared_ptr<const Identity> shared_identity() const { return exchange_.identity; }

    void set_cookie(Cookie cookie) const { exchange_.head.cookies.push_back(std::move(cookie)); }
    void set_header(std::string name, std::string value) const {
        exchange_.head.headers.emplace_back(std::move(name), std::move(value));
    }
    /// Files of an upload: move them out of here to keep them.
    std::vector<UploadedFile>& files() const { return exchange_.request.files; }

private:
    Exchange& exchange_;
};

}  // namespace jingwei::http
