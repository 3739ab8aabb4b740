#include "db/pool.h"

#include <algorithm>
#include <iterator>

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

std::size_t Pool::waiting() const {
    const std::lock_guard lock{mutex_};
    return waiting_;
}

/// Of those that are out, the first that may be expected back soon.
std::multiset<Pool::Moment>::const_iterator Pool::first_quick(Moment now) const {
    return lent_.upper_bound(now - options_.soon);
}

bool Pool::may_take(Moment now) const {
    const auto quick = std::distance(first_quick(now), lent_.end());
    return is_one_left() && static_cast<std::size_t>(quick) < options_.few_connections;
}

/// Until one may be taken; answers when that was.
Pool::Moment Pool::wait_for_one(std::unique_lock<std::mutex>& lock) {
    Moment now = std::chrono::steady_clock::now();
    if (may_take(now)) return now;
    const Waiting waiting;
    const Moment end = now + options_.acquire_limit;
    ++waiting_;
    for (; !may_take(now) && now < end; now = std::chrono::steady_clock::now()) {
        const bool few = is_one_left();
        freed_.wait_until(lock, few ? std::min(end, *first_quick(now) + options_.soon) : end);
    }
    --waiting_;
    if (!may_take(now)) throw Outage{"every database connection is busy"};
    return now;
}

std::unique_ptr<Connection> Pool::acquire() {
    std::unique_lock lock{mutex_};
    const Moment now = wait_for_one(lock);
    lent_.insert(now);
    if (auto kept = take_idle()) {
        kept->lent = now;
        return kept;
    }
    ++open_;  // promised to this thread, so that others cannot go over the limit meanwhile
    lock.unlock();
    const Waiting waiting;
    try {
        auto opened = Connection::open(options_);
        opened->lent = now;
        return opened;
    } catch (...) {
        close_one(now);
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

void Pool::close_one(Moment lent) noexcept {
    {
        const std::lock_guard lock{mutex_};
        lent_.erase(lent_.find(lent));
        --open_;
    }
    freed_.notify_one();
}

void Pool::release(std::unique_ptr<Connection> connection) noexcept {
    const Moment lent = connection->lent;
    if (!connection->reset()) {
        connection.reset();
        return close_one(lent);
    }
    {
        const std::lock_guard lock{mutex_};
        lent_.erase(lent_.find(lent));
        idle_.push_back(std::move(connection));
    }
    freed_.notify_one();
}

}  // namespace jingwei::db
