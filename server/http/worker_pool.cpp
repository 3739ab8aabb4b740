#include "http/worker_pool.h"

#include <algorithm>

namespace jingwei::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_limit)
    : queue_limit_(queue_limit),
      processors_(std::max<std::size_t>(std::thread::hardware_concurrency(), 1)) {
    for (std::size_t at = 0; at < threads; ++at)
        threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { end(); }

void WorkerPool::end() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    arrived_.notify_all();
    for (auto& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

bool WorkerPool::submit(std::shared_ptr<Task> task) {
    const Moment now = std::chrono::steady_clock::now();
    bool calls = false;
    {
        const std::lock_guard lock(mutex_);
        const std::size_t idle = threads_.size() - busy_;
        // What an idle thread will take does not count as waiting.
        if (ending_ || queue_.size() >= queue_limit_ + idle) return false;
        queue_.push_back({std::move(task), now});
        calls = decide_to_call(now);
    }
    call_if(calls);
    return true;
}

void WorkerPool::look() {
    bool calls = false;
    {
        const std::lock_guard lock(mutex_);
        calls = decide_to_call(std::chrono::steady_clock::now());
    }
    call_if(calls);
}

bool WorkerPool::decide_to_call(Moment now) {
    if (queue_.empty()) return false;
    const auto waited = now - queue_.front().since;
    if (waited > kLongestWaking) called_ = 0;
    if (queue_.size() <= called_ || asleep_ <= called_) return false;
    const bool at_rest = busy_ - waiting_ + called_ < processors_;
    if (!at_rest && waited < kPatience) return false;
    ++called_;
    return true;
}

void WorkerPool::call_if(bool decided) {
    if (decided) arrived_.notify_one();
}

std::size_t WorkerPool::queued() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

std::size_t WorkerPool::busy() const {
    const std::lock_guard lock(mutex_);
    return busy_;
}

void WorkerPool::waits() noexcept {
    bool calls = false;
    {
        const std::lock_guard lock(mutex_);
        ++waiting_;
        if (!queue_.empty()) calls = decide_to_call(std::chrono::steady_clock::now());
    }
    call_if(calls);
}

void WorkerPool::goes_on() noexcept {
    const std::lock_guard lock(mutex_);
    --waiting_;
}

void WorkerPool::work() {
    wait_observer = this;
    std::unique_lock lock(mutex_);
    for (;;) {
        while (!ending_ && queue_.empty()) {
            ++asleep_;
            arrived_.wait(lock);
            --asleep_;
            if (called_ > 0) --called_;
        }
        if (queue_.empty()) return;
        auto task = std::move(queue_.front().task);
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
