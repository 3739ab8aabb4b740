#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "jobs/jobs.h"
#include "jobs/jobs_store.h"

namespace jingwei::jobs {

struct RunnerOptions {
    std::size_t threads = 2;
    /// How long a holder may keep a job before another may take it: longer than any handler works.
    std::chrono::microseconds lease = std::chrono::minutes{5};
    int most_attempts = 6;
    std::chrono::microseconds first_wait = std::chrono::seconds{10};  ///< then doubled
    std::chrono::microseconds longest_wait = std::chrono::hours{1};
    /// Between two looks at the table when nothing was due (real time, whatever the clock says).
    std::chrono::milliseconds look_every{1'000};
};

/// Does the jobs of some counties, on threads of its own. Any number of runners, in any number of
/// servers, may work on one database: a job is held by one at a time. A job is done at least once
/// (a holder that dies is replaced after the lease), so handlers must bear repetition.
class Runner {
public:
    /// A refusal, or an exception, makes another attempt: after 10, 20, 40 … seconds; at last the
    /// job is put aside with its error.
    using Handler = std::function<Result<void>(const Job&)>;
    /// Which counties, asked at each look.
    using Counties = std::function<std::vector<std::string>()>;

    Runner(db::Pool& pool, const Clock& clock, Counties counties, RunnerOptions options = {});
    /// Waits for the handlers at work.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// Both before start(). `every`: each county has exactly one such job, due each `period`; turns
    /// that were missed are not made up for, and it is never put aside. A clock that goes back by
    /// more than a minute does not hold it up.
    void on(const std::string& kind, Handler handler);
    void every(const std::string& kind, std::chrono::microseconds period, Handler handler);

    void start();
    /// Lets no further job begin, and waits for those at work.
    void stop();
    /// Something was added that is due now.
    void wake();

    /// Does in this thread what is due now, until nothing is; says how many attempts were made.
    /// What the threads do, and what tests call instead.
    std::size_t run_due();

private:
    struct Work {
        Handler handler;
        std::optional<std::chrono::microseconds> period;
    };

    void loop();
    bool stopping();
    std::size_t run_county(const std::string& county);
    void plan_periodic(const std::string& county);
    void look_at_clock();
    void bring_forward(const std::string& county, const std::string& kind,
                       std::chrono::microseconds period, Time now);
    void attempt(const Job& job);
    std::optional<std::string> fault_of(const Work& work, const Job& job) const;
    void settle(const Job& job, const Work& work, const std::optional<std::string>& fault);

    Store store_;
    const Clock& clock_;
    Counties counties_;
    RunnerOptions options_;
    std::map<std::string, Work> work_;
    std::vector<std::string> kinds_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::set<std::string> planned_;  ///< counties whose periodic jobs are there
    Time last_look_{};
    std::vector<std::thread> threads_;
    bool awake_ = false;
    bool stopping_ = false;
};

}  // namespace jingwei::jobs
