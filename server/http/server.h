#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/messages.h"
#include "http/events.h"
#include "http/gate.h"
#include "http/listening_socket.h"
#include "http/metrics.h"
#include "http/routes.h"
#include "http/static_files.h"

namespace jingwei::http {

/// How much of everything, and for how long. Times are upper ends; what takes longer is answered
/// with a problem, or cut off where no answer can arrive any more.
struct Limits {
    std::size_t connections = 20'000;
    std::size_t workers = 16;
    std::size_t queue = 512;       ///< requests waiting for a worker; more are answered "busy"
    std::size_t door_workers = 4;  ///< for what anybody may send, so that it starves nobody else
    std::size_t door_queue = 64;
    std::size_t uploads = 64;  ///< arriving at once; more are answered "busy"
    /// Large answers that wait for who reads them, all together; over it, who has not taken all of
    /// his within `deaf_time` is cut off.
    std::size_t unread_bytes = 128 << 20;
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1'000'000;  ///< of a JSON body; uploads have limits of their own
    std::size_t door_bytes = 16 * 1024;  ///< of a body that is kept before it is known whose it is
    std::chrono::milliseconds header_time{10'000};  ///< from the first byte to the end of headers
    std::chrono::milliseconds body_time{20'000};    ///< and one second more per kSlowestBytes
    std::chrono::milliseconds handler_time{30'000};
    std::chrono::milliseconds watch_time{3'000};   ///< of the answer how the server is
    std::chrono::milliseconds write_time{60'000};  ///< without any progress, or any sign
    std::chrono::milliseconds deaf_time{2'000};
    std::chrono::milliseconds idle_time{75'000};         ///< between two requests of a connection
    std::chrono::milliseconds stream_time{15 * 60'000};  ///< then the reader signs in again
    std::chrono::milliseconds heartbeat{20'000};
    std::chrono::milliseconds tick{250};  ///< how exactly the times above are kept

    static constexpr std::uint64_t kSlowestBytes = 8'192;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one
    std::size_t io_threads = 1;
    std::filesystem::path tls_certificate;  ///< PEM chain; empty: no TLS
    std::filesystem::path tls_key;
    std::filesystem::path upload_folder;  ///< for files of requests under way; made when absent
    /// Believe X-Forwarded-For and X-Forwarded-Proto: only behind a proxy that sets them itself.
    bool behind_proxy = false;
    bool access_log = true;
    /// Origins that pages may fetch pictures from besides this server, each with a space before it:
    /// " https://maps.example.org". Nothing of it is checked here.
    std::string picture_sources;
    Limits limits;
};

/// Connections, and everything between them and the routes. What it is given must outlive it.
class Server {
public:
    Server(ServerOptions options, const Routes& routes, Gate& gate, Events& events,
           const StaticFiles& files, const Messages& messages, Metrics& metrics);
    /// Drains for at most two seconds when nobody did before, and waits for whoever is still going
    /// to answer.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens and serves from threads of its own. Throws std::system_error when the address is
    /// taken, and std::runtime_error when certificate and key do not fit.
    void start();
    /// The same, on a socket that is open already.
    void start(ListeningSocket socket);
    std::uint16_t port() const;

    /// Takes no more connections, finishes the requests under way, ends streams and idle
    /// connections; cuts off what is left after `patience`. True when nothing was.
    bool drain(std::chrono::milliseconds patience);

    std::size_t connection_count() const;
    std::size_t queued_requests() const;  ///< waiting for a worker
    std::size_t busy_workers() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace jingwei::http
