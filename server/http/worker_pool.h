#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "core/waiting.h"

namespace jingwei::http {

/// A fixed number of threads behind a queue of fixed length. Handlers run here and may block.
///
/// No more threads are woken than there are processors, as long as those are at work: to wake one
/// costs more than many a task. Who waits for the database or does what takes long
/// (core/waiting.h) has another woken in his place. Whatever those at work do, a task that has
/// waited for kPatience gets a thread when the next one comes or somebody looks.
class WorkerPool : private WaitObserver {
public:
    static constexpr std::chrono::milliseconds kPatience{2};
    /// Who was woken is awake by then, or the word was lost.
    static constexpr std::chrono::milliseconds kLongestWaking{50};

    /// One piece of work. Must not throw.
    class Task {
    public:
        virtual ~Task() = default;
        virtual void run() = 0;
    };

    WorkerPool(std::size_t threads, std::size_t queue_limit);
    ~WorkerPool() override;  ///< end()
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False, and the task is not taken, when all threads are busy and the queue is full, or after
    /// end().
    bool submit(std::shared_ptr<Task> task);

    /// Wakes a thread for what has waited too long: called now and then by whoever waits.
    void look();

    /// Runs what is queued, then ends the threads; takes nothing more.
    void end();

    std::size_t queued() const;
    std::size_t busy() const;

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Queued {
        std::shared_ptr<Task> task;
        Moment since;
    };

    void work();
    /// Decides under the lock whether to wake a thread for what is queued; then call() without.
    bool decide_to_call(Moment now);
    void call_if(bool decided);
    void waits() noexcept override;
    void goes_on() noexcept override;

    const std::size_t queue_limit_;
    const std::size_t processors_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Queued> queue_;
    std::size_t busy_ = 0;     ///< threads that have a task
    std::size_t waiting_ = 0;  ///< of these
    std::size_t asleep_ = 0;   ///< threads that wait for a task
    std::size_t called_ = 0;   ///< of these: woken, and not awake yet
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace jingwei::http
