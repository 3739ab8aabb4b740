#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace jingwei::db {

class Connection;

struct PoolOptions {
    /// A libpq URL or keyword string ("postgresql:///jingwei?host=/run/jingwei").
    std::string url;
    /// Role to connect as, over what `url` says; empty leaves it to `url`.
    std::string user = "jingwei_app";
    /// Role to take on after connecting as somebody who is a member of it; empty: none.
    std::string role;
    std::size_t most_connections = 16;
    /// Lent at the same time, those aside that are out for longer than `soon`: a database beside
    /// the server does more when few ask it at once. docs/adr/0076-few-connections-at-once.md
    std::size_t few_connections = std::numeric_limits<std::size_t>::max();
    std::chrono::milliseconds soon{50};
    std::chrono::milliseconds acquire_limit{2'000};     ///< then Outage
    std::chrono::milliseconds statement_limit{30'000};  ///< ended by the server, then Outage
    bool waits_for_disk = true;  ///< false: a power cut may take the last commits; for loads only
    int most_attempts = 5;       ///< of one transaction, the first included
    std::chrono::milliseconds first_wait{5};  ///< before the second attempt; then doubled
};

/// A bounded set of connections, opened when first needed and kept. Thread-safe, except
/// refuse_on(). Outlives every Transaction made from it.
class Pool {
public:
    /// Connects to nothing yet.
    explicit Pool(PoolOptions options);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Says what in_transaction() answers when the constraint of that name is violated. Called by
    /// each module while the program is put together, before the first transaction.
    void refuse_on(std::string constraint, Refusal refusal);
    std::optional<Refusal> refusal_of(std::string_view constraint) const;

    const PoolOptions& options() const { return options_; }
    std::size_t idle() const;
    std::size_t open() const;
    /// Threads that wait for a connection.
    std::size_t waiting() const;

    /// For Transaction: a connection of its own until it is given back. Waits at most
    /// `acquire_limit`; throws Outage when all stay busy, Transient when none can be opened.
    std::unique_ptr<Connection> acquire();
    /// A connection that is broken or in an unknown state is closed instead of kept.
    void release(std::unique_ptr<Connection> connection) noexcept;

private:
    using Moment = std::chrono::steady_clock::time_point;

    Moment wait_for_one(std::unique_lock<std::mutex>& lock);
    bool is_one_left() const { return !idle_.empty() || open_ < options_.most_connections; }
    std::multiset<Moment>::const_iterator first_quick(Moment now) const;
    bool may_take(Moment now) const;
    std::unique_ptr<Connection> take_idle();
    void close_one(Moment lent) noexcept;

    PoolOptions options_;
    std::map<std::string, Refusal, std::less<>> refusals_;
    mutable std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::multiset<Moment> lent_;  ///< since when each of those that are out
    std::size_t open_ = 0;
    std::size_t waiting_ = 0;
};

}  // namespace jingwei::db
