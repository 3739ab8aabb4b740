#include <gmock/gmock.h>

#include <future>
#include <latch>

#include "jobs/runner.h"
#include "testing/database.h"

namespace jingwei::jobs {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kCounty{testing::county};
const Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 2 / 13} + 1h};

class JobRunner : public ::testing::Test {
protected:
    void add_job(NewJob job) {
        in_county([&](db::Transaction& tx) { add(tx, kCounty, job, clock_.now()); });
    }
    Load load_now() {
        Load found;
        in_county([&](db::Transaction& tx) { found = load(tx, kCounty, clock_.now()); });
        return found;
    }
    void in_county(const std::function<void(db::Transaction&)>& work) {
        db::Transaction tx{db_.pool(), testing::Database::everything()};
        work(tx);
        tx.commit();
    }
    Runner runner(RunnerOptions options = {}) {
        return Runner{db_.pool(), clock_, [] { return std::vector{kCounty}; }, options};
    }
    Runner::Handler remember() {
        return [this](const Job& job) -> Result<void> {
            done_.push_back(job.payload.text);
            return {};
        };
    }
    static Result<void> refuse(const Job&) { return Refusal{RefusalKind::kConflict, "not_yet"}; }

    testing::Database db_;
    ManualClock clock_{kNow};
    std::vector<std::string> done_;
};

TEST_F(JobRunner, is_not_held_up_by_a_clock_that_ran_ahead) {
    auto runner = this->runner();
    runner.every("seal", 1s, remember());
    EXPECT_EQ(runner.run_due(), 1U);
    clock_.advance(31 * 24h);
    EXPECT_EQ(runner.run_due(), 1U);
    clock_.set(kNow - 24h);
    EXPECT_EQ(runner.run_due(), 1U) << "a month is too long";
    EXPECT_EQ(runner.run_due(), 0U);
    clock_.advance(1s);
    EXPECT_EQ(runner.run_due(), 1U);

    clock_.advance(2h);
    EXPECT_EQ(runner.run_due(), 1U);
    clock_.advance(-2h);
    auto successor = this->runner();
    successor.every("seal", 1s, remember());
    EXPECT_EQ(successor.run_due(), 1U) << "who starts later has not seen the clock go back";
}

TEST_F(JobRunner, does_what_is_due_in_order_and_once) {
    add_job({.kind = "greet", .payload = {"1"}, .due_at = kNow - 1s});
    add_job({.kind = "greet", .payload = {"2"}, .due_at = kNow - 2s});
    add_job({.kind = "greet", .payload = {"3"}, .due_at = kNow + 1s});
    auto runner = this->runner();
    runner.on("greet", remember());
    EXPECT_EQ(runner.run_due(), 2U);
    EXPECT_THAT(done_, ElementsAre("2", "1"));
    EXPECT_EQ(runner.run_due(), 0U);
    clock_.advance(1s);
    EXPECT_EQ(runner.run_due(), 1U);
    EXPECT_EQ(load_now().due + load_now().later, 0);
}

TEST_F(JobRunner, leaves_kinds_that_it_does_not_know_to_others) {
    add_job({.kind = "unheard_of", .due_at = kNow});
    auto runner = this->runner();
    runner.on("greet", remember());
    EXPECT_EQ(runner.run_due(), 0U);
    EXPECT_EQ(load_now().due, 1);
}

TEST_F(JobRunner, one_unfinished_job_per_key) {
    add_job({.kind = "greet", .payload = {"1"}, .due_at = kNow, .once_key = "a"});
    add_job({.kind = "greet", .payload = {"2"}, .due_at = kNow, .once_key = "a"});
    auto runner = this->runner();
    runner.on("greet", remember());
    EXPECT_EQ(runner.run_due(), 1U);
    add_job({.kind = "greet", .payload = {"3"}, .due_at = kNow, .once_key = "a"});
    runner.run_due();
    EXPECT_THAT(done_, ElementsAre("1", "3"));
}

TEST_F(JobRunner, a_failing_job_waits_longer_each_time_and_is_put_aside_at_last) {
    add_job({.kind = "greet", .due_at = kNow});
    auto runner = this->runner({.most_attempts = 3, .first_wait = 10s});
    runner.on("greet", &JobRunner::refuse);
    EXPECT_EQ(runner.run_due(), 1U);
    clock_.advance(10s - 1us);
    EXPECT_EQ(runner.run_due(), 0U);
    clock_.advance(1us);
    EXPECT_EQ(runner.run_due(), 1U);
    clock_.advance(20s);
    EXPECT_EQ(runner.run_due(), 1U);
    clock_.advance(24h);
    EXPECT_EQ(runner.run_due(), 0U);
    EXPECT_EQ(load_now().failed, 1);
}

TEST_F(JobRunner, an_exception_is_a_failure_like_any_other) {
    add_job({.kind = "greet", .due_at = kNow});
    auto runner = this->runner({.most_attempts = 1});
    runner.on("greet", [](const Job&) -> Result<void> {
        throw std::runtime_error(std::string(999, 'x') + "经纬");
    });
    EXPECT_EQ(runner.run_due(), 1U);
    EXPECT_EQ(load_now().failed, 1);
}

TEST_F(JobRunner, a_periodic_job_keeps_step_and_does_not_make_up_for_missed_turns) {
    auto runner = this->runner();
    runner.every("tick", 1min, remember());
    auto second = this->runner();
    second.every("tick", 1min, remember());
    EXPECT_EQ(runner.run_due() + second.run_due(), 1U);
    clock_.advance(10min + 20s);
    EXPECT_EQ(runner.run_due() + second.run_due(), 1U);
    clock_.advance(40s - 1us);
    EXPECT_EQ(runner.run_due() + second.run_due(), 0U);
    clock_.advance(1us);
    EXPECT_EQ(runner.run_due() + second.run_due(), 1U);
}

TEST_F(JobRunner, a_periodic_job_is_never_put_aside) {
    auto runner = this->runner({.most_attempts = 1});
    runner.every("tick", 1min, &JobRunner::refuse);
    for (int turn = 0; turn < 3; ++turn, clock_.advance(1min))
        EXPECT_EQ(runner.run_due(), 1U);
    EXPECT_EQ(load_now().failed, 0);
}

TEST_F(JobRunner, a_job_whose_holder_died_comes_back_after_the_lease) {
    add_job({.kind = "greet", .payload = {"1"}, .due_at = kNow});
    Store dead{db_.pool(), Uuid::make(kNow)};
    const auto held = dead.claim(kCounty, {"greet"}, 1, kNow, kNow + 5min);
    ASSERT_EQ(held.size(), 1U);
    auto runner = this->runner();
    runner.on("greet", remember());
    clock_.advance(5min - 1us);
    EXPECT_EQ(runner.run_due(), 0U);
    clock_.advance(1us);
    EXPECT_EQ(runner.run_due(), 1U);
    EXPECT_THAT(done_, ElementsAre("1"));
    EXPECT_FALSE(dead.done(held.front())) << "who lost the lease has nothing left to finish";
}

TEST_F(JobRunner, a_job_that_kills_its_holders_is_put_aside_unrun) {
    add_job({.kind = "greet", .due_at = kNow});
    Store dead{db_.pool(), Uuid::make(kNow)};
    for (int death = 0; death < 2; ++death, clock_.advance(5min)) {
        ASSERT_EQ(dead.claim(kCounty, {"greet"}, 1, clock_.now(), clock_.now() + 5min).size(), 1U);
    }
    auto runner = this->runner({.most_attempts = 2});
    runner.on("greet", remember());
    EXPECT_EQ(runner.run_due(), 1U);
    EXPECT_THAT(done_, IsEmpty());
    EXPECT_EQ(load_now().failed, 1);
}

TEST_F(JobRunner, two_runners_never_do_the_same_job) {
    constexpr int kJobs = 60;
    for (int made = 0; made < kJobs; ++made) {
        add_job({.kind = "greet", .payload = {std::to_string(made)}, .due_at = kNow});
    }
    std::mutex mutex;
    std::map<std::string, int> times;
    std::latch all_done{kJobs};
    const auto count = [&](const Job& job) -> Result<void> {
        const std::lock_guard lock{mutex};
        if (++times[job.payload.text] == 1) all_done.count_down();
        return {};
    };
    auto first = runner(), second = runner();
    first.on("greet", count);
    second.on("greet", count);
    first.start();
    second.start();
    all_done.wait();
    first.stop();
    second.stop();
    for (const auto& [job, done] : times)
        EXPECT_EQ(done, 1) << job;
}

TEST_F(JobRunner, stops_while_nothing_is_due_and_wakes_when_told) {
    std::promise<void> ran;
    auto runner = this->runner({.look_every = 1h});
    runner.on("greet", [&](const Job&) -> Result<void> {
        ran.set_value();
        return {};
    });
    runner.start();
    add_job({.kind = "greet", .due_at = kNow});
    auto waiting = ran.get_future();
    while (waiting.wait_for(10ms) != std::future_status::ready)
        runner.wake();
    runner.stop();
}

}  // namespace
}  // namespace jingwei::jobs
