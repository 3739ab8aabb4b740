#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "access/token.h"
#include "cases/case_ids.h"
#include "db/pool.h"
#include "http/events.h"

namespace jingwei::db {
class Notifier;
}

namespace jingwei::cases {

/// Where the notifier announces that a case moved, and listeners hear it.
inline constexpr const char* kCasesChannel = "cases";

/// Who holds that token now, without using it: null when its session has ended.
using LookAgain = std::function<std::shared_ptr<const access::Principal>(const access::Token&)>;

/// Somebody who listens. What he may hear follows his rights as they are now.
struct Hearer {
    access::Token token;
    std::atomic<std::shared_ptr<const access::Principal>> who;  ///< null: no longer
};

/// Whether somebody may know that a case moved: what the policy of cases says, from what the event
/// carries.
bool may_hear(const access::Principal& who, const http::Event& event);

/// What of the hub he gets, as long as he is somebody.
http::Subscription subscription_of(std::shared_ptr<const Hearer> hearer);

/// Cases that moved, on their way to the live screens of every server on this database: announced
/// after the commit, heard by all servers (this one too), looked up, and handed to the hub. What
/// is heard while the look-up is busy waits; of more than kMostWaiting cases, or when announcements
/// may have been lost, the screens are told to fetch afresh (event "reset"). Thread-safe.
class LiveCases {
public:
    static constexpr std::size_t kMostWaiting = 2'000;
    static constexpr std::size_t kMostHearers = 20'000;
    /// How long an ended session or a lost right may go on hearing, and its stream stay open.
    static constexpr std::chrono::seconds kLookEvery{2};

    LiveCases(db::Pool& pool, db::Notifier& notifier, http::Events& events, LookAgain look_again);
    ~LiveCases();
    LiveCases(const LiveCases&) = delete;
    LiveCases& operator=(const LiveCases&) = delete;

    /// After the commit. Does not wait.
    void moved(const std::string& county, Id<Case> id);
    /// What a db::Listener heard on kCasesChannel; empty: something may have been missed.
    void heard(std::string_view payload);

    /// Keeps the hearer's rights fresh for as long as somebody holds the answer. Null: too many.
    std::shared_ptr<Hearer> listen(access::Token token,
                                   std::shared_ptr<const access::Principal> who);
    /// Asks of every hearer whether he is still who he was, and closes the streams of those who are
    /// nobody any more. By itself every kLookEvery.
    void look_again();

private:
    using Waiting = std::set<std::pair<std::string, std::string>>;  ///< county, id

    void loop();
    void wait_and_work(std::unique_lock<std::mutex>& lock);
    void publish(const Waiting& waiting);
    void publish(const std::string& county, const std::vector<Id<Case>>& ids);
    void tell_to_fetch_afresh();

    db::Pool& pool_;
    db::Notifier& notifier_;
    http::Events& events_;
    LookAgain look_again_;
    std::mutex mutex_;
    std::condition_variable changed_;
    Waiting waiting_;
    bool missed_ = false;
    bool stopping_ = false;
    std::vector<std::weak_ptr<Hearer>> hearers_;
    std::thread thread_;
};

}  // namespace jingwei::cases
