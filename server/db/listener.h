#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "db/pool.h"

struct pg_conn;

namespace jingwei::db {

/// Hears what every server on this database announces (db/notifier.h), on a connection and a thread
/// of its own. Announcements made while the connection is down are lost, so whoever listens is told
/// when it is back and looks for itself.
class Listener {
public:
    /// Called on the listener's thread, one at a time: hand on, do not work. An exception is
    /// logged. An empty payload means "look anew": something may have been missed.
    using Subscriber = std::function<void(std::string_view payload)>;

    /// Of `options`, the place and the user are used. Connects to nothing yet.
    explicit Listener(PoolOptions options);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Before start(). `channel` is [a-z_]+. Each subscriber is first called with an empty payload
    /// when the connection stands.
    void on(const std::string& channel, Subscriber subscriber);

    void start();
    void stop();

private:
    struct Close {
        void operator()(pg_conn* connection) const;
    };
    using Connected = std::unique_ptr<pg_conn, Close>;

    void loop();
    Connected connect() const;
    void hear(pg_conn* connection);
    void deliver(pg_conn* connection);
    void tell(std::string_view channel, std::string_view payload);
    /// False when it is time to stop. Waits for the socket (-1: for none) at most so long.
    bool wait(int socket, int timeout_ms) const;

    PoolOptions options_;
    std::map<std::string, std::vector<Subscriber>, std::less<>> subscribers_;
    std::thread thread_;
    int stop_signal_;  ///< eventfd; readable once stop() was called
};

}  // namespace jingwei::db
