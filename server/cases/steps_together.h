#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_set>
#include <variant>
#include <vector>

#include "audit/audit.h"
#include "cases/case_record.h"
#include "db/pool.h"
#include "db/scope.h"

namespace jingwei::cases {

/// A step as it is written together with others: what it may touch goes with it.
struct StepTogether : StepWrite {
    std::vector<std::string> reader_paths;
    std::vector<Id<Unit>> reader_units;
    bool reader_secrets = false;
};
BOOST_DESCRIBE_STRUCT(StepTogether, (StepWrite), (reader_paths, reader_units, reader_secrets))

/// A report as it is written together with others.
struct ReportTogether : NewCase, StepDone {};
BOOST_DESCRIBE_STRUCT(ReportTogether, (NewCase, StepDone), ())

/// A step that writes nothing but its case, or a report that is nothing but its case: decided and
/// ready.
struct ReadyStep {
    const db::Scope& scope;  ///< of whoever takes it
    std::variant<StepTogether, ReportTogether> write;
    audit::Entry entry;

    Id<Case> case_id() const;
};

/// Steps that arrive while others are being written wait for each other and go into one
/// transaction, which is opened, checked and committed once for all of them. Nobody waits when
/// nothing is being written. docs/adr/0074-steps-written-together.md
///
/// A transaction holds steps of one county, of different cases, each within the scope of whoever
/// takes it: the statement asks that of each row, row-level security of all of them together.
/// Thread-safe.
class StepsTogether {
public:
    /// Steps of one transaction.
    static constexpr std::size_t kMost = 32;
    /// While one transaction is being written, the next begins with so many: what a transaction
    /// costs beside its steps is then shared by more of them.
    static constexpr std::size_t kFew = 6;
    /// Or when somebody has waited for so long.
    static constexpr std::chrono::milliseconds kPatience{5};

    /// Writes at most `at_once` transactions at the same time.
    StepsTogether(db::Pool& pool, std::size_t at_once) : pool_(pool), at_once_(at_once) {}

    /// May this step be written together with others? Cases that a person only sees because he
    /// reported them are written alone.
    static bool is_fit(const db::Scope& scope, const CaseRecord& record);

    /// True: it is written and durable. False: nothing of it is written, for whatever reason; take
    /// it alone, which finds out. Throws db::CommitUnknown when nobody can say.
    bool write(const ReadyStep& step);

    /// Steps that wait for the next transaction.
    std::size_t waiting() const;
    /// Transactions that are being written.
    std::size_t writing() const;

private:
    /// Where a thread sleeps until it is told.
    class Seat {
    public:
        void tell();
        /// Until then, or no longer than that.
        void sleep(std::chrono::milliseconds limit);

    private:
        std::mutex mutex_;
        std::condition_variable told_cv_;
        bool told_ = false;
    };
    // Shared by the sleeper and whoever tells him after letting go of the lock: by then he may have
    // looked for himself and be gone.
    using SharedSeat = std::shared_ptr<Seat>;

    struct Waiting {
        const ReadyStep& step;
        SharedSeat seat = own_seat();
        bool asleep = false;
        bool impatient = false;
        bool taken = false;  ///< some transaction has it
        bool written = false;
        std::exception_ptr unknown{};
        std::atomic<bool> done = false;  ///< what stands above it is final
    };
    using Batch = std::vector<Waiting*>;

    static SharedSeat own_seat();
    bool may_begin() const;
    // Without memory these end the program rather than leave somebody waiting for ever; who started
    // it starts it again, and steps may be repeated.
    Batch pick() noexcept;
    /// Writes what waits and may be written now, and lets go of the lock. False: nothing may.
    bool lead(std::unique_lock<std::mutex>& lock) noexcept;
    std::vector<SharedSeat> finish(const Batch& batch, bool written,
                                   const std::exception_ptr& unknown);
    SharedSeat next_to_wake();
    bool sleep(Waiting& me, std::unique_lock<std::mutex>& lock);
    void write_alone(const ReadyStep& step);
    void write_all(const Batch& batch);

    db::Pool& pool_;
    const std::size_t at_once_;
    mutable std::mutex mutex_;
    std::deque<Waiting*> queue_;
    std::unordered_set<Id<Case>> in_flight_;
    std::size_t writing_ = 0;
};

}  // namespace jingwei::cases
