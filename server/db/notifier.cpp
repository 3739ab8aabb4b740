#include "db/notifier.h"

#include <stdexcept>

#include "core/log.h"
#include "db/in_transaction.h"
#include "db/statements.h"

namespace jingwei::db {
namespace {

constexpr std::size_t kLongestPayload = 200;

/// Notifications belong to no county, and a scope needs one.
Scope no_county() { return Scope::nobody("000000"); }

}  // namespace

Notifier::Notifier(Pool& pool, std::chrono::milliseconds interval)
    : pool_(pool), interval_(interval), thread_([this] { loop(); }) {}

Notifier::~Notifier() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Notifier::announce(const std::string& channel, const std::string& payload) {
    if (payload.empty() || payload.size() > kLongestPayload) {
        throw std::invalid_argument("an announcement has 1 to 200 characters");
    }
    bool first = false;
    {
        const std::lock_guard lock{mutex_};
        if (pending_.contains({channel, {}})) return;
        first = pending_.empty();
        if (pending_.size() < kMostPending) {
            pending_.emplace(channel, payload);
        } else {
            std::erase_if(pending_, [&](const auto& one) { return one.first == channel; });
            pending_.emplace(channel, std::string{});
        }
    }
    // Further ones are found when the interval is over.
    if (first) changed_.notify_all();
}

std::size_t Notifier::sent() const {
    const std::lock_guard lock{mutex_};
    return sent_;
}

void Notifier::loop() {
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [&] { return stopping_ || !pending_.empty(); });
        const Announcements batch = std::exchange(pending_, {});
        if (!batch.empty()) {
            ++sent_;
            lock.unlock();
            send(batch);
            lock.lock();
        }
        if (stopping_ && pending_.empty()) return;
        // What comes meanwhile waits for the next batch.
        changed_.wait_for(lock, interval_, [&] { return stopping_; });
    }
}

void Notifier::send(const Announcements& announcements) {
    try {
        (void)in_transaction(pool_, no_county(), [&](Transaction& transaction) -> Result<void> {
            for (const auto& [channel, payload] : announcements) {
                transaction.queue(sql::notify, channel, payload);
            }
            return {};
        });
    } catch (const std::exception& outage) {
        // Listeners that lost their connection as well look anew when it is back.
        log::warning("{} announcements were lost: {}", announcements.size(), log::cause(outage));
    }
}

}  // namespace jingwei::db
