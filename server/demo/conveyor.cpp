#include "demo/conveyor.h"

namespace jingwei::demo {

Conveyor::Conveyor(db::BulkLoad load) : load_(std::move(load)), copying_([this] { copy(); }) {}

Conveyor::~Conveyor() {
    {
        const std::lock_guard lock{mutex_};
        waiting_.clear();
    }
    stop();
}

void Conveyor::put(std::vector<db::CopyBatch> batches) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return failure_ || waiting_.size() < kMostWaiting; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back(std::move(batches));
    changed_.notify_all();
}

void Conveyor::finish() {
    stop();
    if (failure_) std::rethrow_exception(failure_);
    load_.finish();
}

void Conveyor::stop() noexcept {
    {
        const std::lock_guard lock{mutex_};
        over_ = true;
    }
    changed_.notify_all();
    if (copying_.joinable()) copying_.join();
}

void Conveyor::copy() {
    for (;;) {
        std::vector<db::CopyBatch> batches;
        {
            std::unique_lock lock{mutex_};
            changed_.wait(lock, [&] { return over_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            batches = std::move(waiting_.front());
            waiting_.pop_front();
        }
        changed_.notify_all();
        try {
            for (const db::CopyBatch& batch : batches)
                load_.copy(batch);
        } catch (...) {
            const std::lock_guard lock{mutex_};
            failure_ = std::current_exception();
            changed_.notify_all();
            return;
        }
    }
}

}  // namespace jingwei::demo
