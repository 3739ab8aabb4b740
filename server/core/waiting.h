#pragma once

#include <utility>

namespace jingwei {

/// Told when a thread begins to wait for something outside the program, or something that takes
/// long, and when it goes on: so that a pool of threads knows how many of them will soon take
/// another task. Called on that thread.
class WaitObserver {
public:
    virtual ~WaitObserver() = default;
    virtual void waits() noexcept = 0;
    virtual void goes_on() noexcept = 0;
};

/// Of this thread; null: nobody asks.
inline thread_local WaitObserver* wait_observer = nullptr;

/// While it lives, this thread waits. Several may live at once; the first one counts.
class Waiting {
public:
    Waiting() : observer_(std::exchange(wait_observer, nullptr)) {
        if (observer_ != nullptr) observer_->waits();
    }
    ~Waiting() {
        if (observer_ == nullptr) return;
        wait_observer = observer_;
        observer_->goes_on();
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

private:
    WaitObserver* const observer_;
};

}  // namespace jingwei
