#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace jingwei::grid {

/// How long a snapshot is believed before its version is asked for again. A change made by this
/// process is seen at once; one made by another process within this time.
inline constexpr std::chrono::milliseconds kSnapshotTrust{1'000};

/// One immutable T per county, made again when the county's version has moved. Asking costs nothing
/// but a lock, and at most one small query per county and trust time. Loads of one county exclude
/// each other, those of different counties do not. Thread-safe.
template <class T>
class Snapshots {
public:
    struct Source {
        std::function<std::int64_t(std::string_view county)> version;  ///< 0: nothing there
        std::function<std::shared_ptr<const T>(std::string_view county)> read;
    };

    explicit Snapshots(Source source, std::chrono::milliseconds trust = kSnapshotTrust)
        : source_(std::move(source)), trust_(trust) {}

    /// Shared because readers keep theirs while a newer one takes its place.
    std::shared_ptr<const T> of(std::string_view county) {
        const auto slot = slot_of(county);
        const std::lock_guard lock(slot->mutex);
        const auto now = std::chrono::steady_clock::now();
        if (slot->value && now - slot->checked < trust_) return slot->value;
        const auto version = source_.version(county);
        if (!slot->value || slot->value->version() != version) slot->value = source_.read(county);
        slot->checked = now;
        auto value = slot->value;
        if (version == 0) drop(county);  // so that invented counties leave nothing behind
        return value;
    }

    void forget(std::string_view county) { drop(county); }

private:
    struct Slot {
        std::mutex mutex;
        std::shared_ptr<const T> value;
        std::chrono::steady_clock::time_point checked;
    };

    /// Shared because a slot may be dropped while somebody waits for it.
    std::shared_ptr<Slot> slot_of(std::string_view county) {
        const std::lock_guard lock(mutex_);
        auto found = slots_.find(county);
        if (found == slots_.end()) {
            found = slots_.emplace(std::string(county), std::make_shared<Slot>()).first;
        }
        return found->second;
    }

    void drop(std::string_view county) {
        const std::lock_guard lock(mutex_);
        const auto found = slots_.find(county);
        if (found != slots_.end()) slots_.erase(found);
    }

    Source source_;
    std::chrono::milliseconds trust_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Slot>, std::less<>> slots_;
};

}  // namespace jingwei::grid
