#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
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
    db::Scope scope;  ///< of whoever takes it
    std::variant<StepTogether, ReportTogether> write;
    audit::Entry entry;

    Id<Case> case_id() const;
    const CaseRecord& record() const;
    /// The case as it is once this is written.
    CaseRecord record_written() &&;
};

/// Steps that arrive while others are being written wait for each other and go into one
/// transaction, which is opened, checked and committed once for all of them, by one of a few
/// threads. docs/adr/0074-steps-written-together.md
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
    /// Or when a step has waited for so long.
    static constexpr std::chrono::milliseconds kPatience{5};
    /// Steps that wait, those behind others of their case among them.
    static constexpr std::size_t kMostWaiting = 256;
    /// Steps behind another one of their case.
    static constexpr std::size_t kMostBehind = 4;

    enum class Place {
        kTaken,  ///< it will be told
        kAlone,  ///< nobody is told, take it alone: all transactions are held up
        kFull    ///< nobody is told: too many wait, in all or behind one of their case
    };

    /// What became of a step.
    struct Outcome {
        /// True: it is written and durable. False: take it alone, which finds out why it was not
        /// (or that it was, when the answer went missing).
        bool written = false;
        std::exception_ptr unknown;  ///< a db::CommitUnknown: nobody can say
        ReadyStep step;              ///< as it was given
    };
    /// Called once on the thread that writes: hand on, do not wait.
    using Tell = std::function<void(Outcome)>;

    /// Writes at most `at_once` transactions at the same time.
    StepsTogether(db::Pool& pool, std::size_t at_once);
    /// Writes what waits.
    ~StepsTogether();
    StepsTogether(const StepsTogether&) = delete;
    StepsTogether& operator=(const StepsTogether&) = delete;

    /// May this step be written together with others? What the system does is written alone, and
    /// so are cases that a person only sees because he reported them.
    static bool is_fit(const db::Scope& scope, const CaseRecord& record);

    /// Does not wait. Of two steps of one case only the first goes with others: the second one was
    /// decided on what the first one changes, and is told to go alone once that is written.
    Place write(ReadyStep step, Tell tell);
    /// Whether the next one would find no place.
    bool is_full() const;

    /// Steps that wait for the next transaction.
    std::size_t waiting() const;
    /// Transactions that are being written.
    std::size_t writing() const;

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Queued {
        ReadyStep step;
        Tell tell;
        Moment since;
    };
    using Batch = std::vector<Queued>;

    void work();
    bool may_begin(Moment now) const;
    Batch pick();
    bool is_held_up(Moment now) const;
    Batch held_up(Moment now);
    std::size_t count() const { return queue_.size() + behind_; }
    void leave(const Queued& gone, Batch& followers);
    static void send_away(Batch& batch);
    void wait(std::unique_lock<std::mutex>& lock);
    void write_alone(const ReadyStep& step);
    void write_all(const Batch& batch);
    void write(Batch batch, std::unique_lock<std::mutex>& lock);

    db::Pool& pool_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Queued> queue_;
    /// Cases of which a step waits or is being written, and the steps behind it.
    std::unordered_map<Id<Case>, Batch> on_the_way_;
    std::size_t behind_ = 0;  ///< of all of them
    std::size_t writing_ = 0;
    bool ending_ = false;
    std::vector<std::thread> writers_;
};

}  // namespace jingwei::cases
