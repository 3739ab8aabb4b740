#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>

#include "db/pool.h"

namespace jingwei::db {

/// Announces changes to every server on this database (db/listener.h).
///
/// A NOTIFY in each transaction would halve the commits, because PostgreSQL takes one lock for all
/// of them. So announcements are made after the commit, by one thread, and what is announced
/// several times within an interval goes out once: at most ten transactions a second, whatever
/// happens. An announcement may be lost (a crash between commit and sending); it is a hint to look,
/// not data.
class Notifier {
public:
    /// More different announcements than this in one interval become one "look anew" per channel.
    static constexpr std::size_t kMostPending = 1'000;

    explicit Notifier(Pool& pool,
                      std::chrono::milliseconds interval = std::chrono::milliseconds{100});
    /// Sends what is left.
    ~Notifier();
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;

    /// To be called after the commit. Thread-safe, does not wait. `payload` is not empty, names
    /// what changed by its id and holds nothing personal; at most 200 characters.
    void announce(const std::string& channel, const std::string& payload);

    /// How many transactions were begun, for /metrics.
    std::size_t sent() const;

private:
    using Announcements = std::set<std::pair<std::string, std::string>>;

    void loop();
    void send(const Announcements& announcements);

    Pool& pool_;
    std::chrono::milliseconds interval_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    Announcements pending_;
    std::size_t sent_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace jingwei::db
