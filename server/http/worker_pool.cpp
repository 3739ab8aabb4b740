#include "http/worker_pool.h"

namespace jingwei::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_limit) : queue_limit_(queue_limit) {
    for (std::size_t at = 0; at < threads; ++at)
        threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    arrived_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

bool WorkerPool::submit(std::shared_ptr<Task> task) {
    {
        const std::lock_guard lock(mutex_);
        // Who was notified but has not woken yet is not busy: its task does not count as waiting.
        const std::size_t idle = threads_.size() - busy_;
        if (ending_ || queue_.size() >= queue_limit_ + idle) return false;
        queue_.push_back(std::move(task));
    }
    arrived_.notify_one();
    return true;
}

std::size_t WorkerPool::queued() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

std::size_t WorkerPool::busy() const {
    const std::lock_guard lock(mutex_);
    return busy_;
}

void WorkerPool::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        arrived_.wait(lock, [this] { return ending_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto task = std::move(queue_.front());
        queue_.pop_front();
        ++busy_;
        lock.unlock();
        task->run();
        task.reset();
        lock.lock();
        --busy_;
    }
}

}  // namespace jingwei::http
