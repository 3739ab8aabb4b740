#include "db/pool.h"

#include "core/waiting.h"
#include "db/connection.h"
#include "db/error.h"

namespace jingwei::db {

Pool::Pool(PoolOptions options) : options_(std::move(options)) {}

Pool::~Pool() = default;

void Pool::refuse_on(std::string constraint, Refusal refusal) {
    refusals_.insert_or_assign(std::move(constraint), std::move(refusal));
}

std::optional<Refusal> Pool::refusal_of(std::string_view constraint) const {
    const auto found = refusals_.find(constraint);
    return found == refusals_.end() ? std::nullopt : std::optional{found->second};
}

std::size_t Pool::idle() const {
    const std::lock_guard lock{mutex_};
    return idle_.size();
}

std::size_t Pool::open() const {
    const std::lock_guard lock{mutex_};
    return open_;
}

std::unique_ptr<Connection> Pool::acquire() {
    std::unique_lock lock{mutex_};
    const auto free = [&] { return !idle_.empty() || open_ < options_.most_connections; };
    if (!free()) {
        const Waiting waiting;
        if (!freed_.wait_for(lock, options_.acquire_limit, free))
            throw Outage{"every database connection is busy"};
    }
    if (auto kept = take_idle()) return kept;
    ++open_;  // promised to this thread, so that others cannot go over the limit meanwhile
    lock.unlock();
    const Waiting waiting;
    try {
        return Connection::open(options_);
    } catch (...) {
        close_one();
        throw;
    }
}

/// The one given back last, whose caches are warmest, unless the server has closed it.
std::unique_ptr<Connection> Pool::take_idle() {
    while (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        if (connection->alive()) return connection;
        --open_;
    }
    return nullptr;
}

void Pool::close_one() noexcept {
    {
        const std::lock_guard lock{mutex_};
        --open_;
    }
    freed_.notify_one();
}

void Pool::release(std::unique_ptr<Connection> connection) noexcept {
    if (!connection->reset()) {
        connection.reset();
        return close_one();
    }
    {
        const std::lock_guard lock{mutex_};
        idle_.push_back(std::move(connection));
    }
    freed_.notify_one();
}

}  // namespace jingwei::db
