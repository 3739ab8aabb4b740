#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/dto.h"
#include "http/call.h"
#include "http/events.h"
#include "http/later.h"

namespace jingwei::http {

/// A request that has not been answered: who answers it later.
class Unanswered {
public:
    using Work = std::function<Result<Reply>()>;
    virtual ~Unanswered() = default;
    virtual void answer(Work work) = 0;  ///< see Later
    virtual void go_on(Work work) = 0;
};

/// Limits of a route that takes files.
struct UploadLimits {
    std::uint64_t file_bytes = 20'000'000;
    std::size_t files = 1;
};

/// One route: what the router, the gate and api/openapi.json know about it.
struct Endpoint {
    enum class Speaks { kJson, kUpload, kRaw, kEvents };

    Method method = Method::kGet;
    std::string path;  ///< "/api/v1/cases/{id}"; a `{…id}` takes a UUID, others one segment
    std::string permission;
    std::string summary;
    Speaks speaks = Speaks::kJson;
    const dto::Shape* takes = nullptr;    ///< body, or query of GET and DELETE
    const dto::Shape* answers = nullptr;  ///< null when kRaw or kEvents
    /// Reads JSON as that type and writes it again: nobody's work but the fuzzers'. Null like the
    /// shape.
    using Echo = Result<std::string> (*)(std::string_view json);
    Echo echo_takes = nullptr;
    Echo echo_answers = nullptr;
    std::string content_type;  ///< of kRaw
    /// Runs on the thread of the connection, without gate and pool, so that it answers when all
    /// workers are busy. Never blocks. For /healthz and /metrics.
    bool immediate = false;
    /// Runs on a worker of its own, so that it answers when all others are busy. For /readyz.
    bool watching = false;
    UploadLimits upload;
    std::function<Result<Reply>(Exchange&)> run;  ///< all but kEvents
    /// Instead of `run`, of what may be answered later. Once it has returned nothing, nobody but
    /// whoever answers touches the exchange.
    std::function<std::optional<Result<Reply>>(Exchange&, std::shared_ptr<Unanswered>)> begin;
    /// Whether one more that needs a place would find none now: each is answered "server_busy"
    /// before anything is done for it, whether it would have needed one or not. Quick. Null: never.
    std::function<bool()> is_full;
    std::function<Result<Subscription>(Exchange&)> subscribe;  ///< of kEvents
};

/// The routes of the whole server. Built once at start; read-only and thread-safe afterwards.
///
/// A handler is any callable `Result<Answer>(const Call<Takes>&)`: a free function bound to its
/// service by a lambda. It runs on a worker thread and may block.
class Routes {
public:
    template <class Query, class Answer, class Handler>
    void get(std::string path, std::string_view permission, Handler handler, std::string summary) {
        add<Query, Answer>(Method::kGet, std::move(path), permission, std::move(handler),
                           std::move(summary));
    }
    template <class Body, class Answer, class Handler>
    void post(std::string path, std::string_view permission, Handler handler, std::string summary) {
        add<Body, Answer>(Method::kPost, std::move(path), permission, std::move(handler),
                          std::move(summary));
    }
    /// A POST that may be answered later, so that nobody waits for its answer:
    /// `std::optional<Result<Answer>>(const Call<Body>&, const Postpone<Answer>&)`. What it goes on
    /// with may refer to the identity of the call, and to nothing else of it. `is_full` as in
    /// Endpoint.
    template <class Body, class Answer, class Handler>
    void post_later(std::string path, std::string_view permission, Handler handler,
                    std::string summary, std::function<bool()> is_full) {
        Endpoint made =
            endpoint<Body>(Method::kPost, std::move(path), permission, std::move(summary));
        made.is_full = std::move(is_full);
        made.answers = &dto::shape_of<Answer>();
        made.echo_answers = &echo<Answer>;
        made.begin = [handler = std::move(handler)](
                         Exchange& exchange,
                         std::shared_ptr<Unanswered> request) -> std::optional<Result<Reply>> {
            const auto input = read<Body>(Endpoint::Speaks::kJson, Method::kPost, exchange);
            if (!input) return input.error();
            const Postpone<Answer> postpone = [request = std::move(request)] {
                return std::make_shared<LaterReply<Answer>>(request);
            };
            const std::optional<Result<Answer>> now =
                handler(Call<Body>(*input, exchange), postpone);
            if (!now) return std::nullopt;
            return reply_of(*now);
        };
        add(std::move(made));
    }
    template <class Body, class Answer, class Handler>
    void put(std::string path, std::string_view permission, Handler handler, std::string summary) {
        add<Body, Answer>(Method::kPut, std::move(path), permission, std::move(handler),
                          std::move(summary));
    }
    template <class Body, class Answer, class Handler>
    void patch(std::string path, std::string_view permission, Handler handler,
               std::string summary) {
        add<Body, Answer>(Method::kPatch, std::move(path), permission, std::move(handler),
                          std::move(summary));
    }
    template <class Query, class Answer, class Handler>
    void del(std::string path, std::string_view permission, Handler handler, std::string summary) {
        add<Query, Answer>(Method::kDelete, std::move(path), permission, std::move(handler),
                           std::move(summary));
    }

    /// A GET that answers something else than JSON: `Result<Reply>(const Call<Query>&)`.
    template <class Query, class Handler>
    void get_raw(std::string path, std::string_view permission, Handler handler,
                 std::string summary, std::string content_type) {
        Endpoint made =
            endpoint<Query>(Method::kGet, std::move(path), permission, std::move(summary));
        made.speaks = Endpoint::Speaks::kRaw;
        made.content_type = std::move(content_type);
        made.run = [handler = std::move(handler)](Exchange& exchange) -> Result<Reply> {
            const auto query = read<Query>(Endpoint::Speaks::kRaw, Method::kGet, exchange);
            if (!query) return query.error();
            return handler(Call<Query>(*query, exchange));
        };
        add(std::move(made));
    }

    /// A POST of multipart/form-data. `Form` is made of the text fields; the files are in
    /// call.files(), on disk, within the limits.
    template <class Form, class Answer, class Handler>
    void upload(std::string path, std::string_view permission, UploadLimits limits, Handler handler,
                std::string summary) {
        Endpoint made =
            endpoint<Form>(Method::kPost, std::move(path), permission, std::move(summary));
        made.speaks = Endpoint::Speaks::kUpload;
        made.upload = limits;
        answer_with<Form, Answer>(made, std::move(handler));
        add(std::move(made));
    }

    /// A stream of server-sent events: `Result<Subscription>(const Call<Query>&)` says what of
    /// the hub reaches this reader.
    template <class Query, class Handler>
    void events(std::string path, std::string_view permission, Handler handler,
                std::string summary) {
        Endpoint made =
            endpoint<Query>(Method::kGet, std::move(path), permission, std::move(summary));
        made.speaks = Endpoint::Speaks::kEvents;
        made.subscribe = [handler =
                              std::move(handler)](Exchange& exchange) -> Result<Subscription> {
            const auto query = read<Query>(Endpoint::Speaks::kRaw, Method::kGet, exchange);
            if (!query) return query.error();
            return handler(Call<Query>(*query, exchange));
        };
        add(std::move(made));
    }

    /// A query or form that holds objects is a bug and ends the program; so do, in the router, two
    /// routes of one method and shape of path.
    void add(Endpoint endpoint);

    const std::vector<std::unique_ptr<Endpoint>>& all() const { return endpoints_; }

private:
    template <class Takes>
    static Result<Takes> read(Endpoint::Speaks speaks, Method method, Exchange& exchange) {
        Takes value{};
        const auto outcome = read_input(speaks, method, dto::shape_of<Takes>(), &value, exchange);
        if (!outcome) return outcome.error();
        return value;
    }
    static Result<void> read_input(Endpoint::Speaks speaks, Method method, const dto::Shape& shape,
                                   void* into, Exchange& exchange);
    static Reply written(const dto::Shape& shape, const void* answer);

    template <class Answer>
    static Result<Reply> reply_of(const Result<Answer>& answer) {
        if (!answer) return answer.error();
        return written(dto::shape_of<Answer>(), &*answer);
    }

    template <class Answer>
    class LaterReply final : public Later<Answer> {
    public:
        using Work = typename Later<Answer>::Work;
        explicit LaterReply(std::shared_ptr<Unanswered> request) : request_(std::move(request)) {}
        void answer(Work work) override { request_->answer(replying(std::move(work))); }
        void go_on(Work work) override { request_->go_on(replying(std::move(work))); }

    private:
        static Unanswered::Work replying(Work work) {
            return [work = std::move(work)] { return reply_of(work()); };
        }

        const std::shared_ptr<Unanswered> request_;
    };

    template <class T>
    static Result<std::string> echo(std::string_view json) {
        const auto value = dto::parse<T>(json);
        if (!value) return value.error();
        return dto::print(*value);
    }

    template <class Takes>
    static Endpoint endpoint(Method method, std::string path, std::string_view permission,
                             std::string summary) {
        Endpoint made;
        made.method = method;
        made.path = std::move(path);
        made.permission = permission;
        made.summary = std::move(summary);
        made.takes = &dto::shape_of<Takes>();
        made.echo_takes = &echo<Takes>;
        return made;
    }

    template <class Takes, class Answer, class Handler>
    static void answer_with(Endpoint& made, Handler handler) {
        made.answers = &dto::shape_of<Answer>();
        made.echo_answers = &echo<Answer>;
        made.run = [method = made.method, speaks = made.speaks,
                    handler = std::move(handler)](Exchange& exchange) -> Result<Reply> {
            const auto input = read<Takes>(speaks, method, exchange);
            if (!input) return input.error();
            return reply_of<Answer>(handler(Call<Takes>(*input, exchange)));
        };
    }

    template <class Takes, class Answer, class Handler>
    void add(Method method, std::string path, std::string_view permission, Handler handler,
             std::string summary) {
        Endpoint made = endpoint<Takes>(method, std::move(path), permission, std::move(summary));
        answer_with<Takes, Answer>(made, std::move(handler));
        add(std::move(made));
    }

    std::vector<std::unique_ptr<Endpoint>> endpoints_;
};

}  // namespace jingwei::http
