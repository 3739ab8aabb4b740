#include "http/dispatcher.h"

#include "core/log.h"
#include "core/outage.h"
#include "http/conditional.h"

namespace jingwei::http {
namespace {

/// Runs `step`; what it throws becomes a refusal and a line of the log. The one place where
/// exceptions end.
template <class Step>
auto guarded(const Endpoint& endpoint, const Step& step) -> decltype(step()) {
    try {
        return step();
    } catch (const Outage& outage) {
        log::error("{}: outage: {}", log::Word{endpoint.path}, log::cause(outage));
        return Refusal{RefusalKind::kUnavailable, "outage"};
    } catch (const std::exception& bug) {
        log::error("{}: bug: {}", log::Word{endpoint.path}, log::cause(bug));
        return Refusal{RefusalKind::kUnavailable, "internal_error"};
    }
}

Reply completed(Result<Reply> answer, const Exchange& exchange) {
    Reply reply = answer ? std::move(*answer) : Reply::refused(answer.error());
    ReplyHead& head = reply.head;
    head.headers.insert(head.headers.end(), exchange.head.headers.begin(),
                        exchange.head.headers.end());
    head.cookies.insert(head.cookies.end(), exchange.head.cookies.begin(),
                        exchange.head.cookies.end());
    narrow(reply, exchange.request);
    return reply;
}

Reply not_allowed() { return Reply::refused({RefusalKind::kInvalid, "method_not_allowed"}); }

}  // namespace

Dispatcher::Target Dispatcher::find(const Request& request) const {
    Target target{router_.find(request.method, request.path), std::nullopt};
    if (target.match.endpoint) return target;
    if (!target.match.allowed.empty()) {
        const bool asked = request.method == Method::kOptions;
        target.answer = asked ? Reply::nothing() : not_allowed();
        target.answer->with("Allow", target.match.allowed);
        return target;
    }
    target.answer = files_.answer(request);
    if (!target.answer) {
        target.answer = Reply::refused({RefusalKind::kNotFound, "not_found"});
    }
    narrow(*target.answer, request);
    return target;
}

Result<void> Dispatcher::admit(const Endpoint& endpoint, Exchange& exchange) const {
    return guarded(endpoint, [&]() -> Result<void> {
        auto identity = gate_.identify(exchange.request, exchange.head);
        if (!identity) return identity.error();
        exchange.identity = std::move(*identity);
        if (exchange.identity) {
            exchange.request.language =
                exchange.identity->language().value_or(exchange.request.language);
        }
        return gate_.admit(exchange.identity.get(), {endpoint.permission, exchange.request.method},
                           exchange.request);
    });
}

Reply Dispatcher::run(const Endpoint& endpoint, Exchange& exchange) const {
    return completed(guarded(endpoint, [&] { return endpoint.run(exchange); }), exchange);
}

std::optional<Reply> Dispatcher::begin(const Endpoint& endpoint, Exchange& exchange,
                                       std::shared_ptr<Unanswered> request) const {
    auto now = guarded(endpoint, [&]() -> std::optional<Result<Reply>> {
        return endpoint.begin(exchange, std::move(request));
    });
    if (!now) return std::nullopt;
    return completed(std::move(*now), exchange);
}

Reply Dispatcher::finish(const Endpoint& endpoint, Exchange& exchange,
                         const Unanswered::Work& work) const {
    return completed(guarded(endpoint, work), exchange);
}

Result<Subscription> Dispatcher::subscribe(const Endpoint& endpoint, Exchange& exchange) const {
    return guarded(endpoint, [&] { return endpoint.subscribe(exchange); });
}

}  // namespace jingwei::http
