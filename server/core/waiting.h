#pragma once

namespace jingwei {

/// Told when a thread begins to wait for something outside the program, and when it goes on: so
/// that a pool of threads knows how many of them are at work. Called on that thread.
class WaitObserver {
public:
    virtual ~WaitObserver() = default;
    virtual void waits() noexcept = 0;
    virtual void goes_on() noexcept = 0;
};

/// Of this thread; null: nobody asks.
inline thread_local WaitObserver* wait_observer = nullptr;

/// While it lives, this thread waits.
class Waiting {
public:
    Waiting() {
        if (wait_observer != nullptr) wait_observer->waits();
    }
    ~Waiting() {
        if (wait_observer != nullptr) wait_observer->goes_on();
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
};

}  // namespace jingwei
