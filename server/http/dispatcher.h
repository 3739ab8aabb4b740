#pragma once

#include <optional>

#include "http/events.h"
#include "http/gate.h"
#include "http/router.h"
#include "http/static_files.h"

namespace jingwei::http {

/// What happens to a request between its arrival and its answer, free of sockets: find the route,
/// ask the gate, run the handler, turn what it throws into a refusal. Thread-safe.
class Dispatcher {
public:
    Dispatcher(const Routes& routes, Gate& gate, const StaticFiles& files)
        : router_(routes), gate_(gate), files_(files) {}

    /// What a request is for: an endpoint, or an answer that is known without one (a page of the
    /// web interface, no such address, a wrong method). Quick; runs on the connection's thread.
    struct Target {
        Router::Match match;
        std::optional<Reply> answer;  ///< set when there is no endpoint
    };
    Target find(const Request& request) const;

    /// Signs in and asks whether the request may pass. Blocks.
    Result<void> admit(const Endpoint& endpoint, Exchange& exchange) const;

    /// Runs the handler. Blocks. Throws nothing.
    Reply run(const Endpoint& endpoint, Exchange& exchange) const;

    /// Runs a handler that may answer later: nothing, when it will by `request`. Blocks. Throws
    /// nothing.
    std::optional<Reply> begin(const Endpoint& endpoint, Exchange& exchange,
                               std::shared_ptr<Unanswered> request) const;

    /// The answer that comes later: what `work` answers. Throws nothing.
    Reply finish(const Endpoint& endpoint, Exchange& exchange, const Unanswered::Work& work) const;

    /// Runs the handler of an event stream. Blocks. Throws nothing.
    Result<Subscription> subscribe(const Endpoint& endpoint, Exchange& exchange) const;

private:
    Router router_;
    Gate& gate_;
    const StaticFiles& files_;
};

}  // namespace jingwei::http
