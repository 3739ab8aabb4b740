#include <gtest/gtest.h>

#include <atomic>

#include "cases/live.h"
#include "cases/small_county.h"
#include "db/listener.h"
#include "db/notifier.h"
#include "db/session.h"
#include "testing/test_cluster.h"

namespace jingwei::cases {
namespace {

using namespace std::chrono_literals;
using enum Action;

/// A screen: remembers what it was sent, and waits for it.
class Screen final : public http::Events::Listener {
public:
    bool deliver(std::shared_ptr<const std::string> chunk) override {
        const std::lock_guard lock{mutex_};
        text_ += *chunk;
        changed_.notify_all();
        return true;
    }
    void end() override { ended_ = true; }
    bool has_ended() const { return ended_; }
    /// False after half a minute.
    bool shows(const std::string& words, int times = 1) {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, 30s, [&] { return count(words) >= times; });
    }
    int seen(const std::string& words) {
        const std::lock_guard lock{mutex_};
        return count(words);
    }

private:
    int count(const std::string& words) const {
        int found = 0;
        for (auto at = text_.find(words); at != text_.npos; at = text_.find(words, at + 1))
            ++found;
        return found;
    }
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string text_;
    std::atomic<bool> ended_ = false;
};

/// One server on the database of the county, as far as live screens go.
class Place {
public:
    explicit Place(SmallCounty& county)
        : pool_(county.pool().options()),
          live(pool_, notifier_, hub_,
               [this](const access::Token& token) { return now(token.secret); }),
          listener_(pool_.options()) {
        register_refusals(pool_);
        auto parts = county.parts();
        cases = std::make_unique<Cases>(CasesParts{.pool = pool_,
                                                   .clock = parts.clock,
                                                   .keys = parts.keys,
                                                   .messages = parts.messages,
                                                   .worlds = parts.worlds,
                                                   .live = &live});
        listener_.on(kCasesChannel, [this](std::string_view payload) { live.heard(payload); });
        const auto probe = std::make_shared<Screen>();
        hub_.attach(probe, {{kCasesChannel}, {}, {}}, {});
        listener_.start();
        EXPECT_TRUE(probe->shows("event: reset")) << "told to look when the connection stands";
        hub_.detach(probe.get());
    }
    ~Place() { listener_.stop(); }

    std::shared_ptr<Screen> screen_of(const access::Principal& who) {
        const auto name = who.display_name();
        sign_in(name, &who);
        auto screen = std::make_shared<Screen>();
        const access::Token token{access::TokenKind::kSession, who.county(), name};
        hub_.attach(screen, subscription_of(live.listen(token, now(name))), {});
        return screen;
    }

    /// Who the session of that name belongs to; null: it has ended.
    void sign_in(const std::string& name, const access::Principal* who) {
        const std::lock_guard lock{mutex_};
        signed_in_[name] = {std::shared_ptr<void>{}, who};
    }

private:
    std::shared_ptr<const access::Principal> now(const std::string& name) {
        const std::lock_guard lock{mutex_};
        return signed_in_[name];
    }

    db::Pool pool_;
    db::Notifier notifier_{pool_};
    http::Events hub_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const access::Principal>> signed_in_;

public:
    LiveCases live;
    std::unique_ptr<Cases> cases;

private:
    db::Listener listener_;
};

std::string moved_to(const StepReceipt& at) {
    return at.case_id.text() + "\",\"code\":\"" + at.code +
           "\",\"step_no\":" + std::to_string(at.step_no);
}

TEST(LiveCases, reach_the_screens_of_another_server_that_may_see_them) {
    SmallCounty county;
    Place here{county}, there{county};
    const auto lead = there.screen_of(county.person("lead"));
    const auto stranger = there.screen_of(county.person("stranger"));
    const auto unit = there.screen_of(county.person("lamp unit"));
    const auto supervisor = there.screen_of(county.person("supervisor"));
    auto at = here.cases->report(county.person("worker"), county.lamp_report()).value();
    EXPECT_TRUE(lead->shows(moved_to(at)));
    StepInput pass = county.input(kPassUp);
    pass.expected_step = at.step_no;
    at = here.cases->act(county.person("lead"), at.case_id, pass).value();
    StepInput assign = county.input(kAssign);
    assign.expected_step = at.step_no;
    at = here.cases->act(county.person("dispatcher"), at.case_id, assign).value();
    EXPECT_TRUE(unit->shows(moved_to(at))) << "from now on it has it";
    EXPECT_TRUE(supervisor->shows(moved_to(at)));
    EXPECT_EQ(stranger->seen(at.code), 0);
}

TEST(LiveCases, tell_of_what_is_confidential_only_those_with_the_right) {
    SmallCounty county;
    Place here{county};
    const auto lead = here.screen_of(county.person("lead"));
    const auto confidant = here.screen_of(county.person("confidant"));
    const auto worker = here.screen_of(county.person("worker"));
    ReportCase report = county.lamp_report();
    report.confidential = true;
    const auto secret = here.cases->report(county.person("worker"), report).value();
    EXPECT_TRUE(confidant->shows(secret.code));
    EXPECT_TRUE(worker->shows(secret.code)) << "who raised it";
    const auto open = here.cases->report(county.person("worker"), county.lamp_report()).value();
    EXPECT_TRUE(lead->shows(open.code));
    EXPECT_EQ(lead->seen(secret.code), 0);
}

TEST(LiveCases, close_for_whom_a_session_has_ended_and_follow_changed_rights) {
    SmallCounty county;
    Place here{county};
    const auto lead = here.screen_of(county.person("lead"));
    const auto stranger = here.screen_of(county.person("stranger"));
    const auto supervisor = here.screen_of(county.person("supervisor"));
    const auto first = here.cases->report(county.person("worker"), county.lamp_report()).value();
    EXPECT_TRUE(lead->shows(first.code));
    EXPECT_TRUE(supervisor->shows(first.code));
    here.sign_in("lead", nullptr);
    here.sign_in("stranger", &county.person("dispatcher"));
    here.live.look_again();
    EXPECT_TRUE(lead->has_ended());
    EXPECT_FALSE(stranger->has_ended());
    EXPECT_FALSE(supervisor->has_ended());
    const auto second = here.cases->report(county.person("worker"), county.lamp_report()).value();
    EXPECT_TRUE(supervisor->shows(second.code));
    EXPECT_TRUE(stranger->shows(second.code)) << "no stranger any more";
    EXPECT_EQ(lead->seen(second.code), 0);
}

TEST(LiveCases, after_a_lost_connection_screens_are_told_to_fetch_afresh) {
    SmallCounty county;
    Place here{county};
    const auto lead = here.screen_of(county.person("lead"));
    const int before = lead->seen("event: reset");
    db::Session admin{county.pool().options().url, testing::TestCluster::superuser()};
    admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND usename = 'jingwei_app'");
    EXPECT_TRUE(lead->shows("event: reset", before + 1));
    const auto at = here.cases->report(county.person("worker"), county.lamp_report()).value();
    EXPECT_TRUE(lead->shows(at.code));
}

TEST(LiveCases, more_than_can_wait_becomes_one_call_to_fetch_afresh) {
    SmallCounty county;
    Place here{county};
    const auto lead = here.screen_of(county.person("lead"));
    for (std::size_t made = 0; made <= LiveCases::kMostWaiting; ++made) {
        here.live.heard(kCountyPath + Id<Case>::make(kMonday).text());
    }
    here.live.heard({});
    EXPECT_TRUE(lead->shows("event: reset"));
}

}  // namespace
}  // namespace jingwei::cases
