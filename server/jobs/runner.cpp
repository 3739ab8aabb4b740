#include "jobs/runner.h"

#include <algorithm>

#include "core/log.h"

namespace jingwei::jobs {
namespace {

/// Jobs are claimed one by one: a holder that dies then keeps one back, not many.
constexpr int kAtATime = 1;
constexpr std::size_t kLongestError = 1'000;
constexpr auto kPeriodicKey = "every";
/// By how much the clocks of two servers may differ, and one may be set right.
constexpr std::chrono::minutes kSlack{1};

/// 10 s, 20 s, 40 s … after the first, second, third attempt.
std::chrono::microseconds wait_after(int attempts, const RunnerOptions& options) {
    auto wait = options.first_wait;
    for (int made = 1; made < attempts && wait < options.longest_wait; ++made)
        wait *= 2;
    return std::min(wait, options.longest_wait);
}

/// The first turn after `now`, in step with the turns before.
Time next_turn(Time due_at, std::chrono::microseconds period, Time now) {
    if (now < due_at) return due_at + period;
    return due_at + period * ((now - due_at) / period + 1);
}

/// At most kLongestError octets, never ending inside a character.
std::string shortened(std::string text) {
    if (text.size() <= kLongestError) return text;
    std::size_t end = kLongestError;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    text.resize(end);
    return text;
}

}  // namespace

Runner::Runner(db::Pool& pool, const Clock& clock, Counties counties, RunnerOptions options)
    : store_(pool, Uuid::make(clock.now())),
      clock_(clock),
      counties_(std::move(counties)),
      options_(options) {}

Runner::~Runner() { stop(); }

void Runner::on(const std::string& kind, Handler handler) {
    work_.insert_or_assign(kind, Work{std::move(handler), std::nullopt});
    kinds_.push_back(kind);
}

void Runner::every(const std::string& kind, std::chrono::microseconds period, Handler handler) {
    work_.insert_or_assign(kind, Work{std::move(handler), period});
    kinds_.push_back(kind);
}

void Runner::start() {
    for (std::size_t made = 0; made < options_.threads; ++made) {
        threads_.emplace_back([this] { loop(); });
    }
}

void Runner::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

void Runner::wake() {
    {
        const std::lock_guard lock{mutex_};
        awake_ = true;
    }
    changed_.notify_one();
}

bool Runner::stopping() {
    const std::lock_guard lock{mutex_};
    return stopping_;
}

void Runner::loop() {
    while (!stopping()) {
        try {
            run_due();
        } catch (const std::exception& outage) {
            log::warning("jobs: {}", log::cause(outage));
        }
        std::unique_lock lock{mutex_};
        changed_.wait_for(lock, options_.look_every, [&] { return awake_ || stopping_; });
        awake_ = false;
    }
}

std::size_t Runner::run_due() {
    std::size_t made = 0;
    look_at_clock();
    for (const auto& county : counties_()) {
        plan_periodic(county);
        made += run_county(county);
    }
    return made;
}

std::size_t Runner::run_county(const std::string& county) {
    std::size_t made = 0;
    while (!stopping()) {
        const Time now = clock_.now();
        const auto jobs = store_.claim(county, kinds_, kAtATime, now, now + options_.lease);
        if (jobs.empty()) break;
        for (const auto& job : jobs)
            attempt(job), ++made;
    }
    return made;
}

/// When the clock went back, all turns that it planned before lie too far ahead.
void Runner::look_at_clock() {
    const Time now = clock_.now();
    const std::lock_guard lock{mutex_};
    if (now < last_look_ - kSlack) planned_.clear();
    last_look_ = now;
}

void Runner::bring_forward(const std::string& county, const std::string& kind,
                           std::chrono::microseconds period, Time now) {
    const Store::Latest latest{.turn = now + period + kSlack,
                               .retry = now + std::max(period, options_.longest_wait) + kSlack,
                               .lease = now + options_.lease + kSlack};
    if (store_.bring_forward(county, kind, kPeriodicKey, now, latest)) {
        log::warning("job {}: was planned by a clock that ran ahead", log::Word{kind});
    }
}

void Runner::plan_periodic(const std::string& county) {
    {
        const std::lock_guard lock{mutex_};
        if (planned_.contains(county)) return;
    }
    const Time now = clock_.now();
    for (const auto& [kind, work] : work_) {
        if (!work.period) continue;
        store_.plan(county, {.kind = kind, .due_at = now, .once_key = kPeriodicKey}, now);
        bring_forward(county, kind, *work.period, now);
    }
    const std::lock_guard lock{mutex_};
    planned_.insert(county);
}

void Runner::attempt(const Job& job) {
    const Work& work = work_.at(job.kind);
    const auto fault = fault_of(work, job);
    if (fault) {
        log::warning("job {} {}: attempt {}: {}", log::Word{job.kind}, job.id, job.attempts,
                     log::Word{*fault});
    }
    settle(job, work, fault);
}

std::optional<std::string> Runner::fault_of(const Work& work, const Job& job) const {
    // Counted when claimed, so a job that kills its holders ends here as well.
    if (job.attempts > options_.most_attempts) return "its holders died or outlived their lease";
    std::string fault;
    try {
        const auto outcome = work.handler(job);
        if (outcome.has_value()) return std::nullopt;
        fault = outcome.error().code + " " + outcome.error().field;
    } catch (const std::exception& failure) {
        fault = failure.what();
    }
    return shortened(std::move(fault));
}

void Runner::settle(const Job& job, const Work& work, const std::optional<std::string>& fault) {
    const Time now = clock_.now();
    const bool worn_out = job.attempts >= options_.most_attempts;
    bool still_mine = true;
    if (fault && !worn_out) {
        still_mine =
            store_.again(job, now + wait_after(job.attempts, options_), job.attempts, fault);
    } else if (work.period) {
        still_mine = store_.again(job, next_turn(job.due_at, *work.period, now), 0, fault);
    } else {
        still_mine = fault ? store_.bury(job, now, *fault) : store_.done(job);
    }
    if (!still_mine) log::warning("job {} {}: outlived its lease", log::Word{job.kind}, job.id);
}

}  // namespace jingwei::jobs
