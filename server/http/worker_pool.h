#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace jingwei::http {

/// A fixed number of threads behind a queue of fixed length. Handlers run here and may block.
class WorkerPool {
public:
    /// One piece of work. Must not throw.
    class Task {
    public:
        virtual ~Task() = default;
        virtual void run() = 0;
    };

    WorkerPool(std::size_t threads, std::size_t queue_limit);
    /// Runs what is queued, then ends the threads.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False, and the task is not taken, when all threads are busy and the queue is full.
    bool submit(std::shared_ptr<Task> task);

    std::size_t queued() const;
    std::size_t busy() const;

private:
    void work();

    const std::size_t queue_limit_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::shared_ptr<Task>> queue_;
    std::size_t busy_ = 0;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace jingwei::http
