#include "db/listener.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

#include "core/log.h"
#include "db/connection.h"

namespace jingwei::db {
namespace {

constexpr int kFirstWaitMs = 50;
constexpr int kLongestWaitMs = 1'000;
/// TCP may forget to say that the other side is gone: a look at least so often.
constexpr int kLookEveryMs = 30'000;

}  // namespace

void Listener::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Listener::Listener(PoolOptions options)
    : options_(std::move(options)), stop_signal_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (stop_signal_ < 0) throw std::runtime_error("no eventfd for the listener");
}

Listener::~Listener() {
    stop();
    close(stop_signal_);
}

void Listener::on(const std::string& channel, Subscriber subscriber) {
    subscribers_[channel].push_back(std::move(subscriber));
}

void Listener::start() {
    thread_ = std::thread{[this] { loop(); }};
}

void Listener::stop() {
    if (!thread_.joinable()) return;
    eventfd_write(stop_signal_, 1);
    thread_.join();
}

bool Listener::wait(int socket, int timeout_ms) const {
    pollfd sources[] = {{stop_signal_, POLLIN, 0}, {socket, POLLIN, 0}};
    poll(sources, 2, timeout_ms);
    return sources[0].revents == 0;
}

void Listener::loop() {
    int wait_ms = kFirstWaitMs;
    while (wait(-1, 0)) {
        if (const auto connection = connect()) {
            wait_ms = kFirstWaitMs;
            for (const auto& [channel, ignored] : subscribers_)
                tell(channel, {});
            hear(connection.get());
        }
        if (!wait(-1, wait_ms)) return;
        wait_ms = std::min(wait_ms * 2, kLongestWaitMs);
    }
}

Listener::Connected Listener::connect() const {
    Connected connection{open_session(options_)};
    bool listening = PQstatus(connection.get()) == CONNECTION_OK;
    for (auto at = subscribers_.begin(); listening && at != subscribers_.end(); ++at) {
        PGresult* const result = PQexec(connection.get(), ("LISTEN " + at->first).c_str());
        listening = PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
    }
    if (listening) return connection;
    log::warning("listener: {}", log::Word{PQerrorMessage(connection.get())});
    return nullptr;
}

void Listener::hear(pg_conn* connection) {
    while (wait(PQsocket(connection), kLookEveryMs)) {
        if (PQconsumeInput(connection) != 1 || PQstatus(connection) != CONNECTION_OK) {
            log::warning("listener: {}", log::Word{PQerrorMessage(connection)});
            return;
        }
        deliver(connection);
    }
}

void Listener::deliver(pg_conn* connection) {
    while (PGnotify* const heard = PQnotifies(connection)) {
        tell(heard->relname, heard->extra);
        PQfreemem(heard);
    }
}

void Listener::tell(std::string_view channel, std::string_view payload) {
    const auto found = subscribers_.find(channel);
    if (found == subscribers_.end()) return;
    for (const auto& subscriber : found->second) {
        try {
            subscriber(payload);
        } catch (const std::exception& failure) {
            log::error("a subscriber of {} failed: {}", log::Word{channel}, log::cause(failure));
        }
    }
}

}  // namespace jingwei::db
