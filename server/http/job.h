#pragma once

#include <boost/beast/http/parser.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "http/body_sink.h"
#include "http/count.h"
#include "http/dispatcher.h"
#include "http/multipart.h"
#include "http/response.h"
#include "http/server.h"
#include "http/worker_pool.h"

namespace jingwei::http {

class Session;

/// What all connections share.
struct Core {
    const ServerOptions& options;
    const Dispatcher& dispatcher;
    WorkerPool& pool;
    WorkerPool& door;   ///< of what anybody may send: who signs in waits for who signs in
    WorkerPool& watch;  ///< of who asks how the server is
    Events& events;
    const Messages& messages;
    Metrics& metrics;
    std::atomic<bool> draining = false;
    mutable std::atomic<std::size_t> uploads = 0;  ///< arriving now
    std::atomic<std::size_t> unread_bytes = 0;     ///< of large answers under way
    mutable Count unanswered{};                    ///< begun, and answered later
};

/// One request: arriving, then on a worker, then answered. It owns all that a handler may look at,
/// so a connection that gave up on it (time over) can go while the handler is still at it.
class Job final : public WorkerPool::Task,
                  public Unanswered,
                  public std::enable_shared_from_this<Job> {
public:
    using Parser = boost::beast::http::request_parser<SinkBody>;

    Job(const Core& core, std::shared_ptr<Session> session, std::string_view peer, bool secure);
    ~Job() override;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    /// Takes the request over from the parser, whose head is complete, and finds its target. A
    /// refusal is about the protocol: nothing more can be read from this connection.
    Result<void> take_head();

    bool is_upload() const;
    /// Whether it must be admitted before its body is read: uploads, and bodies too large to keep
    /// for whom nobody knows.
    bool is_admitted_first() const;
    /// Whether nobody need be signed in to send it.
    bool is_at_the_door() const;
    /// Whether it asks how the server is.
    bool is_watching() const;
    /// Whether there is no place for it, so that it is not run at all.
    bool is_in_excess() const;
    /// The threads that run it.
    WorkerPool& pool() const;
    /// Whether a body is to come.
    bool has_body() const;
    bool expects_continue() const;
    /// Runs at once, without a worker.
    bool is_immediate() const;

    /// On a worker: admits, runs the handler, or both; then tells the connection, unless the answer
    /// comes later.
    void run() override;
    void answer(Work work) override;
    void go_on(Work work) override;
    void run_immediate();

    /// Makes `reply` ready for the wire.
    Response finished(Reply reply) const;
    std::string_view route_name() const;
    std::size_t route_index() const;

    Parser parser;
    Request request;
    Exchange exchange{request, {}, {}, {}};
    Dispatcher::Target target;
    std::string id;
    std::chrono::steady_clock::time_point began;
    bool keep_alive = false;
    bool admitted = false;
    bool admit_only = false;  ///< what run() is to do now

    // What run() leaves behind: a response, or a subscription to stream, or an upload to read on.
    std::optional<Response> response;
    std::optional<Subscription> subscription;

private:
    Result<void> choose_sink();
    Result<void> choose_form_sink();
    Result<void> check_host() const;
    void count_no_more();
    std::uint64_t most_body_bytes() const;
    void read_forwarded();
    Reply outcome();
    void begin();
    void settle(Reply reply);

    const Core& core_;
    std::shared_ptr<Session> session_;
    std::optional<StringSink> string_sink_;
    std::unique_ptr<BodySink> form_sink_;
    bool counts_as_upload_ = false;
    Work left_;  ///< to be done by a worker before it is answered
};

}  // namespace jingwei::http
