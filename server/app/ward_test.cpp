#include "app/ward.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace jingwei::app {
namespace {

using std::chrono::seconds;

int status_of(Ward& ward) {
    for (;;) {
        if (const auto status = ward.ended()) return *status;
        std::this_thread::yield();
    }
}

/// One that ends at once.
void live_shortly(Ward& ward) {
    if (ward.start()) _exit(0);
    status_of(ward);
}

TEST(WardTest, tells_how_its_process_ended) {
    Ward ward("test");
    EXPECT_TRUE(ward.is_due());
    if (ward.start()) _exit(7);
    EXPECT_TRUE(ward.runs());
    EXPECT_FALSE(ward.is_due());
    EXPECT_EQ(status_of(ward), 7);
    EXPECT_FALSE(ward.runs());
    EXPECT_FALSE(ward.was_ready());
}

TEST(WardTest, hears_that_the_work_has_begun) {
    Ward ward("test");
    if (ward.start()) {
        ward.say_ready();
        for (;;)
            pause();
    }
    while (!ward.was_ready())
        std::this_thread::yield();
    ward.signal(SIGKILL);
    EXPECT_EQ(status_of(ward), 128 + SIGKILL);
    EXPECT_TRUE(ward.was_ready());
}

TEST(WardTest, waits_for_its_process_no_longer_than_it_is_told) {
    Ward ward("test");
    if (ward.start()) {
        for (;;)
            pause();
    }
    EXPECT_FALSE(ward.wait(std::chrono::milliseconds(1)));
    ward.signal(SIGKILL);
    EXPECT_TRUE(ward.wait(seconds(60)));
}

TEST(WardTest, is_started_later_when_it_ends_soon_again) {
    Ward ward("test");
    live_shortly(ward);
    EXPECT_TRUE(ward.is_due()) << "once is no sign of worse to come";
    live_shortly(ward);
    EXPECT_FALSE(ward.is_due());
    while (!ward.is_due())
        std::this_thread::yield();
}

}  // namespace
}  // namespace jingwei::app
