#include "cases/steps_together.h"

#include <algorithm>
#include <utility>

#include "cases/statements.h"
#include "core/log.h"
#include "db/transaction.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

static_assert(StepsTogether::kMost <= audit::kMostTogether, "each step has an audit entry");

bool by_case_id(const ReadyStep* one, const ReadyStep* other) {
    return one->case_id() < other->case_id();
}

template <class Write>
std::vector<const Write*> only(std::span<const ReadyStep* const> steps) {
    std::vector<const Write*> writes;
    for (const ReadyStep* step : steps) {
        if (const auto* write = std::get_if<Write>(&step->write)) writes.push_back(write);
    }
    return writes;
}

void queue_alone(db::Transaction& tx, const StepTogether& step) {
    tx.queue_row<StepWrite>(sql::take_step, step);
}

void queue_alone(db::Transaction& tx, const ReportTogether& report) {
    tx.queue_row<NewCase>(sql::insert_case, report);
    const ReportTogether* const one = &report;
    tx.queue_rows<ReportTogether>(sql::insert_steps, {&one, 1});
}

/// All that they may see and do, for one transaction.
db::Scope scope_of(std::span<const ReadyStep* const> steps) {
    db::Scope all = db::Scope::nobody(steps.front()->scope.county);
    for (const ReadyStep* step : steps)
        db::join(all, step->scope);
    return all;
}

bool fits(const db::Scope& all, const db::Scope& one) {
    return all.paths.size() + one.paths.size() <= db::Scope::kMostEntries &&
           all.units.size() + one.units.size() <= db::Scope::kMostEntries;
}

}  // namespace

Id<Case> ReadyStep::case_id() const {
    return std::visit([](const auto& one) { return one.id; }, write);
}

bool StepsTogether::is_fit(const db::Scope& scope, const CaseRecord& record) {
    if (!scope.duty.empty()) return false;
    if (record.lead_unit && std::ranges::find(scope.units, *record.lead_unit) != scope.units.end())
        return true;
    const bool place = std::ranges::any_of(scope.paths, [&](const std::string& root) {
        return grid::is_within(record.grid_path, root);
    });
    return place && (!record.confidential || scope.secrets);
}

void StepsTogether::Seat::tell() {
    {
        const std::lock_guard lock{mutex_};
        told_ = true;
    }
    told_cv_.notify_one();
}

void StepsTogether::Seat::sleep(std::chrono::milliseconds limit) {
    std::unique_lock lock{mutex_};
    told_cv_.wait_for(lock, limit, [this] { return told_; });
    told_ = false;
}

StepsTogether::SharedSeat StepsTogether::own_seat() {
    thread_local const auto seat = std::make_shared<Seat>();
    return seat;
}

bool StepsTogether::write(const ReadyStep& step) {
    Waiting me{step};
    std::unique_lock lock{mutex_};
    queue_.push_back(&me);
    while (!me.done) {
        if (!lock.owns_lock()) {
            lock.lock();
            continue;  // it may have been done before
        }
        if (!me.taken && may_begin() && lead(lock)) continue;
        if (!sleep(me, lock)) return false;
    }
    if (me.unknown) std::rethrow_exception(me.unknown);
    return me.written;
}

std::size_t StepsTogether::waiting() const {
    const std::lock_guard lock{mutex_};
    return queue_.size();
}

std::size_t StepsTogether::writing() const {
    const std::lock_guard lock{mutex_};
    return writing_;
}

/// What may be written now, the longest waiting first.
StepsTogether::Batch StepsTogether::pick() noexcept {
    Batch batch;
    db::Scope all;
    std::deque<Waiting*> left;
    for (Waiting* waiting : queue_) {
        const ReadyStep& step = waiting->step;
        const bool first = batch.empty();
        const bool joins = batch.size() < kMost && !in_flight_.contains(step.case_id()) &&
                           (first || (step.scope.county == batch.front()->step.scope.county &&
                                      fits(all, step.scope)));
        if (!joins) {
            left.push_back(waiting);
            continue;
        }
        db::join(all, step.scope);
        in_flight_.insert(step.case_id());
        waiting->taken = true;
        batch.push_back(waiting);
    }
    queue_ = std::move(left);
    return batch;
}

bool StepsTogether::lead(std::unique_lock<std::mutex>& lock) noexcept {
    const Batch batch = pick();
    if (batch.empty()) return false;
    ++writing_;
    const auto beside = next_to_wake();
    lock.unlock();
    if (beside) beside->tell();
    bool written = false;
    std::exception_ptr unknown;
    try {
        batch.size() == 1 ? write_alone(batch.front()->step) : write_all(batch);
        written = true;
    } catch (const db::CommitUnknown&) {
        unknown = std::current_exception();
    } catch (const std::logic_error& bug) {
        log::error("{} steps together: bug: {}", batch.size(), log::cause(bug));
    } catch (const std::exception& failure) {
        log::debug("{} steps are not written together: {}", batch.size(), log::cause(failure));
    }
    lock.lock();
    --writing_;
    const auto asleep = finish(batch, written, unknown);
    const auto next = next_to_wake();
    lock.unlock();
    // Told without the lock, which they would only wake up to wait for.
    if (next) next->tell();
    for (const SharedSeat& seat : asleep)
        seat->tell();
    return true;
}

/// Answers who is to be told.
std::vector<StepsTogether::SharedSeat> StepsTogether::finish(const Batch& batch, bool written,
                                                             const std::exception_ptr& unknown) {
    std::vector<SharedSeat> asleep;
    for (Waiting* waiting : batch) {
        in_flight_.erase(waiting->step.case_id());
        waiting->written = written;
        waiting->unknown = unknown;
        if (waiting->asleep) asleep.push_back(waiting->seat);
        waiting->done = true;  // and may be gone
    }
    return asleep;
}

/// Until somebody tells or patience ends. False: it took too long for any transaction to take the
/// step along.
bool StepsTogether::sleep(Waiting& me, std::unique_lock<std::mutex>& lock) {
    const bool patient = !me.taken && !me.impatient;
    me.asleep = true;
    lock.unlock();
    me.seat->sleep(patient ? kPatience : pool_.options().acquire_limit);
    if (me.done) return true;
    lock.lock();
    // Who was picked to begin is no longer marked asleep, also when the word came too late.
    const bool told = !std::exchange(me.asleep, false);
    if (me.taken || told) return true;
    if (!std::exchange(me.impatient, true)) return true;
    return std::erase(queue_, &me) == 0;
}

bool StepsTogether::may_begin() const {
    if (writing_ == 0) return true;
    const bool urgent = queue_.size() >= kFew || std::ranges::any_of(queue_, &Waiting::impatient);
    return urgent && writing_ < at_once_;
}

/// Somebody who waits and may begin now; null: nobody does.
StepsTogether::SharedSeat StepsTogether::next_to_wake() {
    if (!may_begin()) return nullptr;
    const auto next = std::ranges::find_if(queue_, &Waiting::asleep);
    if (next == queue_.end()) return nullptr;
    (*next)->asleep = false;
    return (*next)->seat;
}

void StepsTogether::write_alone(const ReadyStep& step) {
    db::Transaction tx{pool_, step.scope};
    tx.queue(sql::wait_briefly);
    std::visit([&](const auto& write) { queue_alone(tx, write); }, step.write);
    audit::record(tx, step.entry);
    tx.commit();
}

void StepsTogether::write_all(const Batch& batch) {
    std::vector<const ReadyStep*> steps;
    for (const Waiting* waiting : batch)
        steps.push_back(&waiting->step);
    // In one order, so that two servers seldom wait for each other in a circle.
    std::ranges::sort(steps, by_case_id);
    std::vector<audit::Entry> entries;
    for (const ReadyStep* step : steps)
        entries.push_back(step->entry);
    const auto moves = only<StepTogether>(steps);
    const auto reports = only<ReportTogether>(steps);
    db::Transaction tx{pool_, scope_of(steps)};
    tx.queue(sql::wait_briefly);
    if (!moves.empty()) tx.queue_rows<StepTogether>(sql::take_steps, moves);
    if (!reports.empty()) {
        tx.queue_rows<ReportTogether>(sql::insert_cases, reports);
        tx.queue_rows<ReportTogether>(sql::insert_steps, reports);
    }
    audit::record(tx, entries);
    tx.commit();
}

}  // namespace jingwei::cases
