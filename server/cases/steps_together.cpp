#include "cases/steps_together.h"

#include <algorithm>
#include <iterator>
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
std::vector<const Write*> only(const std::vector<const ReadyStep*>& steps) {
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
db::Scope scope_of(const std::vector<const ReadyStep*>& steps) {
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

Id<Case> ReadyStep::case_id() const { return record().id; }

const CaseRecord& ReadyStep::record() const {
    return std::visit([](const auto& one) -> const CaseRecord& { return one; }, write);
}

CaseRecord ReadyStep::record_written() && {
    if (auto* report = std::get_if<ReportTogether>(&write)) return std::move(*report);
    CaseRecord record = std::move(std::get<StepTogether>(write));
    ++record.revision;
    return record;
}

StepsTogether::StepsTogether(db::Pool& pool, std::size_t at_once) : pool_(pool) {
    for (std::size_t at = 0; at < at_once; ++at)
        writers_.emplace_back([this] { work(); });
}

StepsTogether::~StepsTogether() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    changed_.notify_all();
    for (auto& writer : writers_)
        writer.join();
}

bool StepsTogether::is_fit(const db::Scope& scope, const CaseRecord& record) {
    if (!scope.duty.empty() || scope.account.is_nil()) return false;
    if (record.lead_unit && std::ranges::find(scope.units, *record.lead_unit) != scope.units.end())
        return true;
    const bool place = std::ranges::any_of(scope.paths, [&](const std::string& root) {
        return grid::is_within(record.grid_path, root);
    });
    return place && (!record.confidential || scope.secrets);
}

StepsTogether::Place StepsTogether::write(ReadyStep step, Tell tell) {
    const Moment now = std::chrono::steady_clock::now();
    Batch given_up;
    bool calls = false;
    {
        const std::lock_guard lock{mutex_};
        given_up = held_up(now);
        if (given_up.empty()) {
            if (count() >= kMostWaiting) return Place::kFull;
            const auto [before, first] = on_the_way_.try_emplace(step.case_id());
            if (!first) {
                if (before->second.size() >= kMostBehind) return Place::kFull;
                before->second.push_back({std::move(step), std::move(tell), now});
                ++behind_;
                return Place::kTaken;
            }
            queue_.push_back({std::move(step), std::move(tell), now});
            // The first is waited for, and with those few another transaction begins; whoever
            // writes looks for the others himself.
            calls = queue_.size() == 1 || queue_.size() == kFew;
        }
    }
    if (calls) changed_.notify_one();
    if (given_up.empty()) return Place::kTaken;
    send_away(given_up);
    return Place::kAlone;
}

/// Whether somebody has waited longer than for a connection of his own.
bool StepsTogether::is_held_up(Moment now) const {
    return !queue_.empty() && now - queue_.front().since > pool_.options().acquire_limit;
}

/// Whoever has, and those behind him.
StepsTogether::Batch StepsTogether::held_up(Moment now) {
    Batch out, followers;
    while (is_held_up(now)) {
        leave(queue_.front(), followers);
        out.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    std::ranges::move(followers, std::back_inserter(out));
    return out;
}

void StepsTogether::send_away(Batch& batch) {
    for (Queued& one : batch)
        one.tell({false, nullptr, std::move(one.step)});
}

/// It is off the way; those behind it join `followers`.
void StepsTogether::leave(const Queued& gone, Batch& followers) {
    auto node = on_the_way_.extract(gone.step.case_id());
    behind_ -= node.mapped().size();
    std::ranges::move(node.mapped(), std::back_inserter(followers));
}

/// Who is held up leaves when the next one comes, so that one is let in.
bool StepsTogether::is_full() const {
    const std::lock_guard lock{mutex_};
    return count() >= kMostWaiting && !is_held_up(std::chrono::steady_clock::now());
}

std::size_t StepsTogether::waiting() const {
    const std::lock_guard lock{mutex_};
    return count();
}

std::size_t StepsTogether::writing() const {
    const std::lock_guard lock{mutex_};
    return writing_;
}

void StepsTogether::work() {
    std::unique_lock lock{mutex_};
    while (!ending_ || !queue_.empty()) {
        Batch batch;
        if (may_begin(std::chrono::steady_clock::now())) batch = pick();
        if (batch.empty()) {
            wait(lock);
            continue;
        }
        // What could not come along is looked after by another.
        if (!queue_.empty()) changed_.notify_one();
        write(std::move(batch), lock);
    }
}

bool StepsTogether::may_begin(Moment now) const {
    if (queue_.empty()) return false;
    return writing_ == 0 || queue_.size() >= kFew || now - queue_.front().since >= kPatience;
}

/// What may be written now, the longest waiting first.
StepsTogether::Batch StepsTogether::pick() {
    Batch batch;
    db::Scope all;
    std::deque<Queued> left;
    for (Queued& one : queue_) {
        const ReadyStep& step = one.step;
        const bool first = batch.empty();
        const bool joins = batch.size() < kMost &&
                           (first || (step.scope.county == batch.front().step.scope.county &&
                                      fits(all, step.scope)));
        if (!joins) {
            left.push_back(std::move(one));
            continue;
        }
        db::join(all, step.scope);
        batch.push_back(std::move(one));
    }
    queue_ = std::move(left);
    return batch;
}

/// Until a step comes, or one has waited long enough. Looks by itself now and then, should the word
/// be lost.
void StepsTogether::wait(std::unique_lock<std::mutex>& lock) {
    static constexpr std::chrono::milliseconds kLook{1'000};
    changed_.wait_for(lock, queue_.empty() ? kLook : kPatience);
}

/// Lets go of the lock meanwhile.
void StepsTogether::write(Batch batch, std::unique_lock<std::mutex>& lock) {
    ++writing_;
    lock.unlock();
    bool written = false;
    std::exception_ptr unknown;
    try {
        batch.size() == 1 ? write_alone(batch.front().step) : write_all(batch);
        written = true;
    } catch (const db::CommitUnknown&) {
        unknown = std::current_exception();
    } catch (const std::logic_error& bug) {
        log::error("{} steps together: bug: {}", batch.size(), log::cause(bug));
    } catch (const std::exception& failure) {
        log::debug("{} steps are not written together: {}", batch.size(), log::cause(failure));
    }
    Batch followers;
    lock.lock();
    --writing_;
    for (const Queued& one : batch)
        leave(one, followers);
    lock.unlock();
    for (Queued& one : batch)
        one.tell({written, unknown, std::move(one.step)});
    send_away(followers);
    // With all that hangs on them, which is much, and not under the lock.
    batch.clear();
    followers.clear();
    lock.lock();
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
    for (const Queued& one : batch)
        steps.push_back(&one.step);
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
