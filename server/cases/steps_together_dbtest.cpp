#include <gmock/gmock.h>

#include <atomic>
#include <future>
#include <thread>

#include "cases/actor.h"
#include "cases/case_store.h"
#include "cases/small_county.h"
#include "cases/steps_together.h"
#include "db/in_transaction.h"
#include "db/transaction.h"

/// Steps that are written in one transaction.
namespace jingwei::cases {
namespace {

using ::testing::Each;

constexpr db::Statement kSteps{"test.steps_of",
                               "SELECT count(*) FROM case_step WHERE county = $1 AND action = $2"};
constexpr db::Statement kEntries{
    "test.entries_of",
    "SELECT count(*) FROM audit_entry JOIN audit_pending ON audit_pending.county = "
    "audit_entry.county AND id = ANY (entry_id || more) WHERE audit_entry.county = $1 AND action = "
    "$2"};
constexpr db::Statement kTransactions{
    "test.transactions_of",
    "SELECT count(DISTINCT xmin::text) FROM case_step WHERE county = $1 AND action = $2"};
constexpr db::Statement kHold{"test.hold_case",
                              "SELECT id FROM cases WHERE county = $1 AND id = $2 FOR UPDATE"};

/// Waits until it is told.
bool write(StepsTogether& together, ReadyStep step) {
    std::promise<bool> written;
    const auto place = together.write(std::move(step), [&](const StepsTogether::Outcome& outcome) {
        written.set_value(outcome.written);
    });
    return place == StepsTogether::Place::kTaken && written.get_future().get();
}

class StepsWrittenTogether : public ::testing::Test {
protected:
    /// A comment of that person on the case as it is now, decided and ready.
    ReadyStep comment(const std::string& name, const StepReceipt& on) {
        const auto& who = county_.person(name);
        const db::Scope scope = who.scope();
        auto loaded = db::in_transaction(county_.owner(), db::Scope::whole_county(kCountyPath),
                                         [&](db::Transaction& tx) -> Result<LoadedCase> {
                                             return *hold_and_load(tx, kCountyPath, on.case_id);
                                         });
        CaseRecord record = std::move(loaded->record);
        ++record.step_no;
        StepDone done;
        done.step_id = Id<Step>::make(kMonday);
        done.at = kMonday;
        done.account = who.account();
        done.body = Json{"{}"};
        return {
            scope,
            StepTogether{
                {std::move(record), done}, db::normalised(scope.paths), scope.units, scope.secrets},
            {.county = kCountyPath,
             .account = who.account(),
             .at = kMonday,
             .action = "case.comment",
             .subject_kind = "case",
             .subject = on.case_id.text()}};
    }

    /// Another report of the worker's, like the one before.
    ReadyStep report(const StepReceipt& like, const std::string& code) {
        ReadyStep made = comment("worker", like);
        ReportTogether report;
        static_cast<CaseRecord&>(report) = std::get<StepTogether>(made.write);
        static_cast<StepDone&>(report) = std::get<StepTogether>(made.write);
        report.id = Id<Case>::make(kMonday);
        report.code = code;
        report.step_no = report.revision = 1;
        report.words = {"路灯"};
        made.write = std::move(report);
        return made;
    }

    std::int64_t ask(const db::Statement& question, const std::string& action) {
        db::Scope scope = db::Scope::whole_county(kCountyPath);
        scope.duty = "audit";
        const auto count = db::in_transaction(
            county_.owner(), scope, [&](db::Transaction& tx) -> Result<std::int64_t> {
                return tx.one<std::int64_t>(question, std::string{kCountyPath}, action);
            });
        return count.value();
    }

    /// Writes the first while somebody else holds its case, and the others meanwhile.
    std::vector<bool> write_behind(const std::vector<ReadyStep>& steps) {
        std::vector<std::promise<bool>> written(steps.size());
        const auto write = [&](std::size_t at) {
            const auto tell = [&, at](const StepsTogether::Outcome& outcome) {
                written[at].set_value(outcome.written);
            };
            ASSERT_EQ(together_.write(steps[at], tell), StepsTogether::Place::kTaken);
        };
        {
            db::Transaction holder{county_.owner(), db::Scope::whole_county(kCountyPath)};
            holder.one<Id<Case>>(kHold, std::string{kCountyPath}, steps.front().case_id());
            write(0);
            while (together_.writing() == 0)
                std::this_thread::yield();
            for (std::size_t at = 1; at < steps.size(); ++at)
                write(at);
            while (together_.waiting() + 1 < steps.size() && together_.writing() > 0)
                std::this_thread::yield();
        }
        std::vector<bool> all;
        for (auto& one : written)
            all.push_back(one.get_future().get());
        return all;
    }

    SmallCounty county_;
    StepsTogether together_{county_.pool(), 1};
};

TEST_F(StepsWrittenTogether, are_one_transaction_with_a_line_and_an_audit_entry_for_each) {
    std::vector<ReadyStep> steps{comment("worker", county_.reported())};
    for (const char* name : {"worker", "lead", "dispatcher", "worker"})
        steps.push_back(comment(name, county_.reported()));
    const auto written = write_behind(steps);
    EXPECT_THAT(std::vector(written.begin() + 1, written.end()), Each(true));
    // The first one either had its case in time, or gave up and left nothing.
    const std::int64_t all = written.front() ? 5 : 4;
    EXPECT_EQ(ask(kSteps, "comment"), all);
    EXPECT_EQ(ask(kEntries, "case.comment"), all);
    EXPECT_EQ(ask(kTransactions, "comment"), all - 3);
}

TEST_F(StepsWrittenTogether, begin_beside_a_transaction_that_is_held_up) {
    // A busy machine may hold up the second one until the first has given up: then once more.
    bool beside = false;
    for (int tries = 0; !beside && tries < 10; ++tries) {
        StepsTogether two{county_.pool(), 2};
        const auto held = comment("worker", county_.reported());
        const auto other = comment("lead", county_.reported());
        db::Transaction holder{county_.owner(), db::Scope::whole_county(kCountyPath)};
        holder.one<Id<Case>>(kHold, std::string{kCountyPath}, held.case_id());
        std::thread first{[&] { write(two, held); }};
        while (two.writing() == 0)
            std::this_thread::yield();
        EXPECT_TRUE(write(two, other));
        beside = two.writing() == 1;
        first.join();
    }
    EXPECT_TRUE(beside);
}

TEST_F(StepsWrittenTogether, may_be_reports) {
    const auto like = county_.reported();
    std::vector<ReadyStep> steps{comment("worker", like)};
    steps.push_back(report(like, "T1"));
    steps.push_back(comment("lead", county_.reported()));
    steps.push_back(report(like, "T2"));
    const auto written = write_behind(steps);
    EXPECT_THAT(std::vector(written.begin() + 1, written.end()), Each(true));
    const std::int64_t all = written.front() ? 4 : 3;
    EXPECT_EQ(ask(kSteps, "comment"), all);
    EXPECT_EQ(ask(kTransactions, "comment"), all - 2);
    StepReceipt reported = like;
    reported.case_id = steps[1].case_id();
    EXPECT_EQ(county_.view("worker", reported).code, "T1");
}

TEST_F(StepsWrittenTogether, are_not_written_in_the_name_of_somebody_who_does_not_act_in_them) {
    const auto like = county_.reported();
    std::vector<ReadyStep> steps{comment("worker", like)};
    steps.push_back(report(like, "T1"));
    steps.push_back(report(like, "T2"));
    std::get<ReportTogether>(steps[2].write).reported_by = county_.person("stranger").account();
    const auto written = write_behind(steps);
    EXPECT_FALSE(written[1]);
    EXPECT_FALSE(written[2]);
}

TEST_F(StepsWrittenTogether, are_none_of_them_written_when_one_person_may_not_see_his_case) {
    std::vector<ReadyStep> steps{comment("worker", county_.reported())};
    steps.push_back(comment("worker", county_.reported()));
    steps.push_back(comment("stranger", county_.reported()));
    const auto written = write_behind(steps);
    EXPECT_FALSE(written[1]);
    EXPECT_FALSE(written[2]);
    EXPECT_EQ(ask(kSteps, "comment"), written[0] ? 1 : 0);
    EXPECT_EQ(ask(kEntries, "case.comment"), written[0] ? 1 : 0);
}

TEST_F(StepsWrittenTogether, do_not_put_a_case_out_of_the_sight_of_whoever_takes_the_step) {
    std::vector<ReadyStep> steps{comment("worker", county_.reported())};
    steps.push_back(comment("lead", county_.reported()));
    std::get<StepTogether>(steps.back().write).confidential = true;
    steps.push_back(comment("lead", county_.reported()));
    steps.back().scope.secrets = true;
    std::get<StepTogether>(steps.back().write).reader_secrets = true;
    const auto written = write_behind(steps);
    EXPECT_FALSE(written[1]);
    EXPECT_FALSE(written[2]);
}

TEST_F(StepsWrittenTogether, are_none_of_them_written_when_one_case_has_moved_on) {
    std::vector<ReadyStep> steps{comment("worker", county_.reported())};
    const auto moving = county_.reported();
    steps.push_back(comment("lead", moving));
    steps.push_back(comment("worker", county_.reported()));
    county_.done("lead", moving, Action::kAccept);
    const auto written = write_behind(steps);
    EXPECT_FALSE(written[1]);
    EXPECT_FALSE(written[2]);
    EXPECT_EQ(ask(kSteps, "comment"), written[0] ? 1 : 0);
}

TEST_F(StepsWrittenTogether, are_one_of_each_case_and_those_behind_it_go_alone) {
    const auto held = comment("worker", county_.reported());
    const auto at = county_.reported();
    const auto first = comment("lead", at);
    const auto second = comment("worker", at);
    std::vector<std::promise<bool>> written(2 + StepsTogether::kMostBehind);
    const auto tell = [&](std::size_t one) {
        return [&, one](const StepsTogether::Outcome& outcome) {
            written[one].set_value(outcome.written);
        };
    };
    {
        db::Transaction holder{county_.owner(), db::Scope::whole_county(kCountyPath)};
        holder.one<Id<Case>>(kHold, std::string{kCountyPath}, held.case_id());
        together_.write(held, [](const StepsTogether::Outcome&) {});
        EXPECT_EQ(together_.write(first, tell(0)), StepsTogether::Place::kTaken);
        for (std::size_t behind = 1; behind <= StepsTogether::kMostBehind; ++behind)
            EXPECT_EQ(together_.write(second, tell(behind)), StepsTogether::Place::kTaken);
        EXPECT_EQ(together_.write(second, tell(5)), StepsTogether::Place::kFull);
    }
    EXPECT_TRUE(written[0].get_future().get());
    for (std::size_t behind = 1; behind <= StepsTogether::kMostBehind; ++behind)
        EXPECT_FALSE(written[behind].get_future().get());
    EXPECT_TRUE(write(together_, comment("worker", at))) << "once nothing is on the way";
}

TEST_F(StepsWrittenTogether, go_alone_when_all_transactions_are_held_up) {
    auto options = county_.pool().options();
    options.acquire_limit = std::chrono::milliseconds{20};
    db::Pool hurried{options};
    // What is held gives up after 200 ms, and a busy machine may look too late: then once more.
    bool found = false;
    for (int tries = 0; !found && tries < 10; ++tries) {
        const auto held = comment("worker", county_.reported());
        const auto waiting = comment("lead", county_.reported());
        const auto next = comment("lead", county_.reported());
        std::promise<bool> told;
        StepsTogether together{hurried, 1};
        db::Transaction holder{county_.owner(), db::Scope::whole_county(kCountyPath)};
        holder.one<Id<Case>>(kHold, std::string{kCountyPath}, held.case_id());
        const auto ignore = [](const StepsTogether::Outcome&) {};
        together.write(held, ignore);
        while (together.waiting() > 0)
            std::this_thread::yield();
        together.write(waiting,
                       [&](const StepsTogether::Outcome& one) { told.set_value(one.written); });
        const auto until = std::chrono::steady_clock::now() + 2 * options.acquire_limit;
        while (std::chrono::steady_clock::now() < until)
            std::this_thread::yield();
        found = together.write(next, ignore) == StepsTogether::Place::kAlone;
        EXPECT_NE(told.get_future().get(), found);
    }
    EXPECT_TRUE(found);
}

TEST_F(StepsWrittenTogether, are_refused_when_too_many_wait) {
    const auto held = comment("worker", county_.reported());
    auto unknown = comment("lead", county_.reported());
    std::atomic<std::size_t> told = 0;
    std::size_t taken = 1;
    const auto count = [&](const StepsTogether::Outcome&) { ++told; };
    const auto take_another = [&] {
        std::get<StepTogether>(unknown.write).id = Id<Case>::make(kMonday);
        const auto place = together_.write(unknown, count);
        EXPECT_NE(place, StepsTogether::Place::kAlone);
        return place == StepsTogether::Place::kTaken;
    };
    {
        db::Transaction holder{county_.owner(), db::Scope::whole_county(kCountyPath)};
        holder.one<Id<Case>>(kHold, std::string{kCountyPath}, held.case_id());
        ASSERT_EQ(together_.write(held, count), StepsTogether::Place::kTaken);
        while (together_.waiting() > 0)
            std::this_thread::yield();
        while (take_another())
            ++taken;
        EXPECT_TRUE(together_.is_full());
    }
    EXPECT_GE(taken, StepsTogether::kMostWaiting);
    while (told < taken)
        std::this_thread::yield();
}

TEST_F(StepsWrittenTogether, are_written_before_their_writer_ends) {
    std::atomic<int> written = 0;
    {
        StepsTogether together{county_.pool(), 1};
        for (int at = 0; at < 3; ++at) {
            together.write(comment("worker", county_.reported()),
                           [&](const StepsTogether::Outcome& one) { written += one.written; });
        }
    }
    EXPECT_EQ(written, 3);
}

TEST_F(StepsWrittenTogether, may_be_those_of_people_whose_place_or_unit_the_case_is) {
    CaseRecord record;
    record.grid_path = kGridPath;
    db::Scope scope = db::Scope::nobody(kCountyPath);
    scope.account = county_.person("worker").account();
    EXPECT_FALSE(StepsTogether::is_fit(scope, record));
    scope.paths = {"371323/101/20"};
    EXPECT_FALSE(StepsTogether::is_fit(scope, record)) << "a path ends where a part of it ends";
    scope.paths = {kTownPath};
    EXPECT_TRUE(StepsTogether::is_fit(scope, record));
    record.confidential = true;
    EXPECT_FALSE(StepsTogether::is_fit(scope, record));
    scope.secrets = true;
    EXPECT_TRUE(StepsTogether::is_fit(scope, record));
    scope.secrets = false;
    record.lead_unit = county_.unit("镇中心");
    scope.units = {*record.lead_unit};
    EXPECT_TRUE(StepsTogether::is_fit(scope, record));
    scope.duty = "audit";
    EXPECT_FALSE(StepsTogether::is_fit(scope, record));
    scope.duty.clear();
    scope.account = {};
    EXPECT_FALSE(StepsTogether::is_fit(scope, record)) << "the system acts alone";
}

TEST_F(StepsWrittenTogether, lose_and_double_nothing_when_many_people_act_at_once) {
    constexpr int kPeople = 8, kCasesEach = 6;
    std::atomic<int> closed = 0;
    std::vector<std::thread> people;
    for (int person = 0; person < kPeople; ++person) {
        people.emplace_back([&] {
            for (int at = 0; at < kCasesEach; ++at) {
                const auto receipt = county_.closed();
                if (county_.view("lead", receipt).state == State::kClosed) ++closed;
            }
        });
    }
    for (auto& person : people)
        person.join();
    EXPECT_EQ(closed, kPeople * kCasesEach);
    for (const char* action : {"report", "pass_up", "assign", "sign", "handle", "close"}) {
        EXPECT_EQ(ask(kSteps, action), kPeople * kCasesEach) << action;
        EXPECT_EQ(ask(kEntries, std::string{"case."} + action), kPeople * kCasesEach) << action;
    }
}

}  // namespace
}  // namespace jingwei::cases
