#include "cases/live.h"

#include <algorithm>
#include <map>

#include "cases/case_views.h"
#include "cases/statements.h"
#include "core/dto.h"
#include "core/log.h"
#include "db/in_transaction.h"
#include "db/notifier.h"

namespace jingwei::cases {
namespace {

namespace held = access::permission;

constexpr std::string_view kTopic = "cases";
constexpr std::string_view kReset = "reset";
constexpr std::string_view kSecret = "confidential";
constexpr std::size_t kCountySize = 6;

struct MovedRow {
    Id<Case> id;
    std::string code;
    std::int32_t step_no = 1;
    Action action = Action::kComment;
    State state = State::kReported;
    std::string grid_path;
    bool confidential = false;
    std::optional<Id<Account>> reported_by;
    std::optional<Id<Unit>> lead_unit;
    std::vector<Id<Unit>> helping;
};
BOOST_DESCRIBE_STRUCT(MovedRow, (),
                      (id, code, step_no, action, state, grid_path, confidential, reported_by,
                       lead_unit, helping))

http::Event event_of(const MovedRow& row, const std::string& county) {
    http::Event event;
    event.topic = kTopic;
    event.kind = "case_changed";
    event.data = dto::print(CaseChanged{row.id, row.code, row.step_no, row.action, row.state});
    event.county = county;
    event.path = row.grid_path;
    if (row.reported_by) event.marks.push_back(row.reported_by->text());
    if (row.lead_unit) event.marks.push_back(row.lead_unit->text());
    if (row.confidential) {
        event.marks.emplace_back(kSecret);
    } else {
        for (const Id<Unit> unit : row.helping)
            event.marks.push_back(unit.text());
    }
    return event;
}

bool is_marked(const access::Principal& who, const std::string& mark) {
    if (mark == who.account().text()) return true;
    const auto unit = Id<Unit>::parse(mark);
    return unit && who.can_for_unit(held::kCaseRead, *unit);
}

}  // namespace

bool may_hear(const access::Principal& who, const http::Event& event) {
    if (event.kind == kReset) return true;
    if (event.county != who.county()) return false;
    const bool secret = std::ranges::find(event.marks, kSecret) != event.marks.end();
    if (who.can(held::kCaseRead, event.path) && (!secret || who.scope().secrets)) return true;
    return std::ranges::any_of(event.marks,
                               [&](const std::string& mark) { return is_marked(who, mark); });
}

http::Subscription subscription_of(std::shared_ptr<const Hearer> hearer) {
    return {{std::string{kTopic}},
            [hearer](const http::Event& event) {
                const auto now = hearer->who.load();
                return now != nullptr && may_hear(*now, event);
            },
            [hearer] { return hearer->who.load() == nullptr; }};
}

LiveCases::LiveCases(db::Pool& pool, db::Notifier& notifier, http::Events& events,
                     LookAgain look_again)
    : pool_(pool),
      notifier_(notifier),
      events_(events),
      look_again_(std::move(look_again)),
      thread_([this] { loop(); }) {}

LiveCases::~LiveCases() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void LiveCases::moved(const std::string& county, Id<Case> id) {
    notifier_.announce(kCasesChannel, county + id.text());
}

void LiveCases::heard(std::string_view payload) {
    {
        const std::lock_guard lock{mutex_};
        if (payload.size() <= kCountySize || waiting_.size() >= kMostWaiting) {
            missed_ = true;
            waiting_.clear();
        } else if (!missed_) {
            waiting_.emplace(payload.substr(0, kCountySize), payload.substr(kCountySize));
        }
    }
    changed_.notify_all();
}

std::shared_ptr<Hearer> LiveCases::listen(access::Token token,
                                          std::shared_ptr<const access::Principal> who) {
    auto hearer = std::make_shared<Hearer>();
    hearer->token = std::move(token);
    hearer->who = std::move(who);
    const std::lock_guard lock{mutex_};
    std::erase_if(hearers_, [](const auto& one) { return one.expired(); });
    if (hearers_.size() >= kMostHearers) return nullptr;
    hearers_.push_back(hearer);
    return hearer;
}

void LiveCases::look_again() {
    std::vector<std::weak_ptr<Hearer>> hearers;
    {
        const std::lock_guard lock{mutex_};
        hearers = hearers_;
    }
    for (const auto& one : hearers) {
        const auto hearer = one.lock();
        if (hearer && hearer->who.load()) hearer->who = look_again_(hearer->token);
    }
    events_.close_ended();
}

void LiveCases::loop() {
    auto next_look = std::chrono::steady_clock::now() + kLookEvery;
    std::unique_lock lock{mutex_};
    while (!stopping_) {
        changed_.wait_until(lock, next_look,
                            [&] { return stopping_ || missed_ || !waiting_.empty(); });
        try {
            wait_and_work(lock);
            if (std::chrono::steady_clock::now() < next_look) continue;
            next_look = std::chrono::steady_clock::now() + kLookEvery;
            lock.unlock();
            look_again();
        } catch (const std::exception& outage) {
            log::warning("live cases: {}", log::cause(outage));
            if (lock.owns_lock()) lock.unlock();
            tell_to_fetch_afresh();
        }
        if (!lock.owns_lock()) lock.lock();
    }
}

void LiveCases::wait_and_work(std::unique_lock<std::mutex>& lock) {
    const Waiting waiting = std::exchange(waiting_, {});
    const bool missed = std::exchange(missed_, false);
    lock.unlock();
    if (missed) tell_to_fetch_afresh();
    publish(waiting);
    lock.lock();
}

void LiveCases::publish(const Waiting& waiting) {
    std::map<std::string, std::vector<Id<Case>>> by_county;
    for (const auto& [county, text] : waiting) {
        if (const auto id = Id<Case>::parse(text)) by_county[county].push_back(*id);
    }
    for (const auto& [county, ids] : by_county)
        publish(county, ids);
}

void LiveCases::publish(const std::string& county, const std::vector<Id<Case>>& ids) {
    const auto rows = db::in_transaction(pool_, db::Scope::whole_county(county),
                                         [&](db::Transaction& tx) -> Result<std::vector<MovedRow>> {
                                             return tx.all<MovedRow>(sql::list_moved, county, ids);
                                         });
    for (const MovedRow& row : rows.value())
        events_.publish(event_of(row, county));
}

void LiveCases::tell_to_fetch_afresh() {
    http::Event event;
    event.topic = kTopic;
    event.kind = kReset;
    event.data = "null";
    events_.publish(std::move(event));
}

}  // namespace jingwei::cases
