#include "http/server.h"

#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <future>
#include <stdexcept>

#include "core/log.h"
#include "http/loop.h"
#include "http/session.h"

namespace jingwei::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::hours kLongestUpload{2};
constexpr std::size_t kQueuedWatchers = 64;

/// TLS 1.2 and newer; nothing when the options name no certificate.
std::unique_ptr<asio::ssl::context> make_tls(const ServerOptions& options) {
    if (options.tls_certificate.empty()) return nullptr;
    auto tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    error_code error;
    tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression,
                     error);
    if (!error) tls->use_certificate_chain_file(options.tls_certificate.string(), error);
    if (error) throw std::runtime_error("tls-cert: cannot use this file: " + error.message());
    tls->use_private_key_file(options.tls_key.string(), asio::ssl::context::pem, error);
    if (error) {
        throw std::runtime_error(
            "tls-key: cannot use this file, or it does not belong to tls-cert: " + error.message());
    }
    return tls;
}

/// Who is gone without a word acknowledges nothing that is sent to him, but the system would try
/// for a quarter of an hour; a listener's heartbeat is taken by the system all that time.
void give_up_silent(tcp::socket& socket, std::chrono::milliseconds after) {
    const auto ms = static_cast<unsigned>(after.count());
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
}

/// Makes the folder; removes what a killed server left there. What is young may be another's.
void clear_uploads(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const auto old = std::filesystem::file_time_type::clock::now() - kLongestUpload;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::error_code gone;
        const bool left =
            entry.path().extension() == ".upload" && entry.last_write_time(gone) < old;
        if (left && !gone) std::filesystem::remove(entry.path(), gone);
    }
}

}  // namespace

struct Server::Parts {
    Parts(ServerOptions options_, const Routes& routes, Gate& gate, Events& events,
          const StaticFiles& files, const Messages& messages, Metrics& metrics)
        : options(std::move(options_)),
          tls(make_tls(options)),
          dispatcher(routes, gate, files),
          pool(std::make_unique<WorkerPool>(options.limits.workers, options.limits.queue)),
          door(
              std::make_unique<WorkerPool>(options.limits.door_workers, options.limits.door_queue)),
          watch(std::make_unique<WorkerPool>(1, kQueuedWatchers)),
          core{options, dispatcher, *pool, *door, *watch, events, messages, metrics} {
        for (std::size_t at = 0; at < std::max<std::size_t>(options.io_threads, 1); ++at) {
            loops.push_back(std::make_unique<Loop>(options.limits.tick, connections));
        }
        acceptor = std::make_unique<tcp::acceptor>(loops[0]->context());
        retry = std::make_unique<asio::steady_timer>(loops[0]->context());
    }

    void listen(ListeningSocket socket) {
        port = socket.port();
        acceptor->assign(socket.is_v6() ? tcp::v6() : tcp::v4(), socket.release());
    }

    void accept() {
        Loop& loop = *loops[next++ % loops.size()];
        acceptor->async_accept(loop.context(), [this, &loop](error_code error, tcp::socket socket) {
            if (!acceptor->is_open()) return;
            if (error) return accept_later();
            begin(loop, std::move(socket));
            accept();
        });
    }

    /// Out of file descriptors, most likely: wait until some connection has gone.
    void accept_later() {
        retry->expires_after(kAcceptPause);
        retry->async_wait([this](error_code error) {
            if (!error && acceptor->is_open()) accept();
        });
    }

    void begin(Loop& loop, tcp::socket socket) {
        error_code error;
        const auto peer = socket.remote_endpoint(error);
        if (error || connections.now() >= options.limits.connections) return;  // closes it
        socket.set_option(tcp::no_delay(true), error);
        give_up_silent(socket, options.limits.write_time);
        connections.up();
        auto session =
            std::make_shared<Session>(core, loop, make_wire(std::move(socket), tls.get()),
                                      peer.address().to_string(), tls != nullptr);
        asio::post(loop.context(), [session = std::move(session)] { session->start(); });
    }

    /// Runs `step` on the thread of every loop and waits for all.
    template <class Step>
    void on_every_loop(Step step) {
        for (const auto& loop : loops) {
            std::promise<void> done;
            asio::post(loop->context(), [&] {
                step(*loop);
                done.set_value();
            });
            done.get_future().wait();
        }
    }

    const ServerOptions options;
    const std::unique_ptr<asio::ssl::context> tls;
    Dispatcher dispatcher;
    std::unique_ptr<WorkerPool> pool;
    std::unique_ptr<WorkerPool> door;
    std::unique_ptr<WorkerPool> watch;
    Core core;
    Count connections;
    std::vector<std::unique_ptr<Loop>> loops;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::unique_ptr<asio::steady_timer> retry;
    std::size_t next = 0;
    std::uint16_t port = 0;
    bool running = false;
};

Server::Server(ServerOptions options, const Routes& routes, Gate& gate, Events& events,
               const StaticFiles& files, const Messages& messages, Metrics& metrics)
    : parts_(std::make_unique<Parts>(std::move(options), routes, gate, events, files, messages,
                                     metrics)) {}

Server::~Server() {
    drain(std::chrono::seconds(2));
    for (WorkerPool* pool : {parts_->pool.get(), parts_->door.get(), parts_->watch.get()})
        pool->end();
    // Whoever answers later still knows the requests, and ends within the limits of the database.
    parts_->core.unanswered.wait_for_none();
    for (const auto& loop : parts_->loops)
        loop->stop();
}

void Server::start() { start({parts_->options.address, parts_->options.port}); }

void Server::start(ListeningSocket socket) {
    const auto& folder = parts_->options.upload_folder;
    if (!folder.empty()) clear_uploads(folder);
    parts_->listen(std::move(socket));
    parts_->accept();
    for (const auto& loop : parts_->loops)
        loop->start();
    parts_->running = true;
}

std::uint16_t Server::port() const { return parts_->port; }

bool Server::drain(std::chrono::milliseconds patience) {
    if (!std::exchange(parts_->running, false)) return true;
    parts_->core.draining = true;
    asio::post(parts_->loops[0]->context(), [parts = parts_.get()] { parts->acceptor->close(); });
    parts_->on_every_loop([](Loop& loop) { loop.drain_all(); });
    const bool finished = parts_->connections.wait_for_none(patience);
    parts_->on_every_loop([](Loop& loop) { loop.close_all(); });
    return finished;
}

std::size_t Server::connection_count() const { return parts_->connections.now(); }

std::size_t Server::queued_requests() const {
    return parts_->pool->queued() + parts_->door->queued();
}

std::size_t Server::busy_workers() const { return parts_->pool->busy() + parts_->door->busy(); }

}  // namespace jingwei::http
