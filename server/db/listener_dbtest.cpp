#include <gmock/gmock.h>

#include <condition_variable>
#include <mutex>

#include "db/listener.h"
#include "db/notifier.h"
#include "db/session.h"
#include "testing/database.h"
#include "testing/test_cluster.h"

namespace jingwei::db {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::Each;

/// Remembers what was heard, and waits for it.
class Ear {
public:
    Listener::Subscriber subscriber() {
        return [this](std::string_view payload) {
            const std::lock_guard lock{mutex_};
            heard_.emplace_back(payload);
            changed_.notify_all();
        };
    }
    /// So many times altogether; false after half a minute.
    bool hears(const std::string& payload, std::ptrdiff_t times = 1) {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(
            lock, 30s, [&] { return std::count(heard_.begin(), heard_.end(), payload) >= times; });
    }
    std::vector<std::string> heard() {
        const std::lock_guard lock{mutex_};
        return heard_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> heard_;
};

class Announcements : public ::testing::Test {
protected:
    Announcements() {
        listener_.on("cases", ear_.subscriber());
        listener_.on("other", other_.subscriber());
        listener_.start();
        EXPECT_TRUE(ear_.hears("")) << "told to look when the connection stands";
        EXPECT_TRUE(other_.hears(""));
    }

    testing::Database db_;
    Ear ear_, other_;
    Listener listener_{db_.pool().options()};
};

TEST_F(Announcements, reach_the_subscribers_of_their_channel) {
    Notifier notifier{db_.pool()};
    notifier.announce("cases", "371323 a");
    notifier.announce("other", "371323 b");
    EXPECT_TRUE(ear_.hears("371323 a"));
    EXPECT_TRUE(other_.hears("371323 b"));
    EXPECT_THAT(ear_.heard(), ::testing::Not(Contains("371323 b")));
}

TEST_F(Announcements, of_the_same_are_made_once_an_interval) {
    {
        Notifier notifier{db_.pool(), 10min};
        notifier.announce("cases", "first");
        EXPECT_TRUE(ear_.hears("first"));
        for (int time = 0; time < 50; ++time)
            notifier.announce("cases", "again");
        EXPECT_EQ(notifier.sent(), 1U) << "the rest waits for the interval, or the end";
    }
    EXPECT_TRUE(ear_.hears("again"));
    const auto heard = ear_.heard();
    EXPECT_EQ(std::count(heard.begin(), heard.end(), "again"), 1);
}

TEST_F(Announcements, too_many_at_once_become_one_call_to_look_anew) {
    {
        Notifier notifier{db_.pool(), 10min};
        notifier.announce("cases", "first");
        EXPECT_TRUE(ear_.hears("first"));
        for (std::size_t made = 0; made <= Notifier::kMostPending + 5; ++made) {
            notifier.announce("cases", std::to_string(made));
        }
    }
    EXPECT_TRUE(ear_.hears("", 2));
    EXPECT_EQ(ear_.heard().size(), 3U);
}

TEST_F(Announcements, are_heard_again_after_the_connection_was_lost) {
    Session admin{db_.url(), testing::TestCluster::superuser()};
    admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND usename = 'jingwei_app'");
    EXPECT_TRUE(ear_.hears("", 2)) << "told to look anew";
    Notifier notifier{db_.pool()};
    notifier.announce("cases", "after");
    EXPECT_TRUE(ear_.hears("after"));
}

TEST_F(Announcements, survive_a_subscriber_that_throws) {
    Listener fragile{db_.pool().options()};
    Ear ear;
    fragile.on("cases", [](std::string_view) { throw std::runtime_error("made up"); });
    fragile.on("cases", ear.subscriber());
    fragile.start();
    EXPECT_TRUE(ear.hears(""));
    Session{db_.url(), testing::TestCluster::superuser()}.execute("NOTIFY cases, 'x'");
    EXPECT_TRUE(ear.hears("x"));
}

TEST_F(Announcements, have_a_size) {
    Notifier notifier{db_.pool()};
    EXPECT_THROW(notifier.announce("cases", ""), std::invalid_argument);
    EXPECT_THROW(notifier.announce("cases", std::string(201, 'x')), std::invalid_argument);
}

}  // namespace
}  // namespace jingwei::db
