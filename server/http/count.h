#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace jingwei::http {

/// Counts what is there and wakes whoever waits for the last one to go. Thread-safe.
class Count {
public:
    std::size_t now() const { return count_.load(); }
    void up() { ++count_; }
    void down() {
        // Under the lock, so that whoever waits may end this count once he sees none.
        const std::lock_guard lock(mutex_);
        if (--count_ == 0) none_.notify_all();
    }
    bool wait_for_none(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        return none_.wait_for(lock, patience, [this] { return now() == 0; });
    }
    void wait_for_none() {
        std::unique_lock lock(mutex_);
        none_.wait(lock, [this] { return now() == 0; });
    }

private:
    std::atomic<std::size_t> count_ = 0;
    std::mutex mutex_;
    std::condition_variable none_;
};

}  // namespace jingwei::http
