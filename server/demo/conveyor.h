#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "db/bulk_load.h"

namespace jingwei::demo {

/// Carries rows from the thread that makes them to the one that copies them, so that both cores
/// work. Bounded: whoever makes rows faster than PostgreSQL takes them waits.
class Conveyor {
public:
    explicit Conveyor(db::BulkLoad load);
    /// Ends the thread; what was not finished is rolled back.
    ~Conveyor();
    Conveyor(const Conveyor&) = delete;
    Conveyor& operator=(const Conveyor&) = delete;

    /// Throws what the copying threw.
    void put(std::vector<db::CopyBatch> batches);
    /// Waits for all rows and commits. Throws likewise.
    void finish();

private:
    static constexpr std::size_t kMostWaiting = 4;

    void copy();
    void stop() noexcept;

    db::BulkLoad load_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::vector<db::CopyBatch>> waiting_;
    std::exception_ptr failure_;
    bool over_ = false;
    std::thread copying_;
};

}  // namespace jingwei::demo
