#include "http/worker_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <optional>

namespace jingwei::http {
namespace {

class Doing final : public WorkerPool::Task {
public:
    explicit Doing(std::function<void()> work) : work_(std::move(work)) {}
    void run() override { work_(); }

private:
    std::function<void()> work_;
};

class WorkerPoolTest : public ::testing::Test {
protected:
    bool submit(std::function<void()> work) {
        return pool_.submit(std::make_shared<Doing>(std::move(work)));
    }
    /// As many tasks as there are processors, none of which ends before the test does.
    void occupy(bool say_so) {
        for (std::size_t at = 0; at < processors_; ++at) {
            ASSERT_TRUE(submit([this, say_so] {
                std::optional<Waiting> waiting;
                if (say_so) waiting.emplace();
                end_.wait();
            }));
        }
    }
    ~WorkerPoolTest() override { ending_.set_value(); }

    const std::size_t processors_ = std::max(1U, std::thread::hardware_concurrency());
    std::promise<void> ending_;
    std::shared_future<void> end_ = ending_.get_future().share();
    WorkerPool pool_{processors_ + 1, 4};
};

TEST_F(WorkerPoolTest, goes_on_while_those_at_work_wait_for_something_else) {
    occupy(true);
    std::promise<void> done;
    ASSERT_TRUE(submit([&] { done.set_value(); }));
    done.get_future().wait();
}

TEST_F(WorkerPoolTest, goes_on_though_those_at_work_do_not_say_that_they_wait) {
    occupy(false);
    std::promise<void> done;
    ASSERT_TRUE(submit([&] { done.set_value(); }));
    const auto future = done.get_future();
    while (future.wait_for(WorkerPool::kPatience) != std::future_status::ready)
        pool_.look();
}

TEST_F(WorkerPoolTest, takes_no_more_than_its_queue_holds) {
    occupy(true);
    while (pool_.busy() < processors_)
        std::this_thread::yield();
    for (int at = 0; at < 5; ++at)
        EXPECT_TRUE(submit([this] { end_.wait(); })) << at;
    EXPECT_FALSE(submit([] {}));
}

TEST_F(WorkerPoolTest, does_what_was_taken_before_it_ends_and_takes_nothing_after) {
    std::atomic<int> done = 0;
    for (int at = 0; at < 4; ++at)
        EXPECT_TRUE(submit([&] { ++done; }));
    pool_.end();
    EXPECT_EQ(done, 4);
    EXPECT_FALSE(submit([] {}));
}

TEST(WorkerPool, forgets_nobody_when_many_come_and_wait_at_once) {
    constexpr int kTasks = 20'000;
    std::atomic<int> done = 0;
    {
        WorkerPool pool{8, kTasks};
        std::vector<std::thread> callers;
        for (int caller = 0; caller < 4; ++caller) {
            callers.emplace_back([&] {
                for (int at = 0; at < kTasks / 4; ++at) {
                    pool.submit(std::make_shared<Doing>([&, waits = at % 3 == 0] {
                        if (waits) {
                            const Waiting waiting;
                            std::this_thread::yield();
                        }
                        ++done;
                    }));
                }
            });
        }
        for (auto& caller : callers)
            caller.join();
        while (done < kTasks)
            pool.look();
    }
    EXPECT_EQ(done, kTasks);
}

}  // namespace
}  // namespace jingwei::http
