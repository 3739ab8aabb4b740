#include <gtest/gtest.h>

#include "cases/cases.h"
#include "cases/small_county.h"
#include "db/in_transaction.h"
#include "db/transaction.h"

/// Steps decided on a case as a server knows it, when it is not so any more.
namespace jingwei::cases {
namespace {

using enum Action;

std::string code_of(const Result<StepReceipt>& result) { return result ? "" : result.error().code; }

/// A second server on the same database: what it does the first does not hear of.
class TwoServers : public ::testing::Test {
protected:
    Result<StepReceipt> elsewhere(const std::string& name, const StepReceipt& on, StepInput input) {
        input.expected_step = on.step_no;
        return other_.act(county_.person(name), on.case_id, input);
    }

    SmallCounty county_;
    Cases other_{county_.parts()};
};

TEST_F(TwoServers, whoever_was_faster_on_another_server_is_found_out) {
    const auto at = county_.reported();
    ASSERT_TRUE(elsewhere("lead", at, county_.input(kPassUp)));
    EXPECT_EQ(code_of(county_.act("lead", at, kAccept)), "case_moved_on");
    EXPECT_EQ(county_.view("lead", at).state, State::kReported);
    EXPECT_EQ(county_.view("lead", at).steps.size(), 2U);
}

TEST_F(TwoServers, the_next_step_is_taken_wherever_the_last_one_was) {
    auto at = county_.reported();
    at = elsewhere("lead", at, county_.input(kPassUp)).value();
    at = county_.done("dispatcher", at, kAssign);
    at = elsewhere("lamp unit", at, county_.input(kSign)).value();
    EXPECT_EQ(county_.view("lead", at).state, State::kHandling);
}

TEST_F(TwoServers, what_was_written_without_a_step_is_not_overwritten_by_one) {
    auto survivor = county_.reported();
    StepInput merge = county_.input(kMerge);
    merge.other = survivor.case_id;
    ASSERT_TRUE(elsewhere("lead", county_.reported(), merge));
    survivor = county_.done("lead", survivor, kAccept);
    const auto reports = db::in_transaction(
        county_.owner(), db::Scope::whole_county(kCountyPath),
        [&](db::Transaction& tx) -> Result<std::int32_t> {
            static constexpr db::Statement kReports{
                "test.merged_reports",
                "SELECT merged_reports FROM cases WHERE county = $1 AND id = $2"};
            return tx.one<std::int32_t>(kReports, std::string{kCountyPath}, survivor.case_id);
        });
    EXPECT_EQ(reports.value(), 1);
}

TEST_F(TwoServers, a_case_that_the_server_knows_is_not_there_for_whoever_may_not_see_it) {
    const auto at = county_.reported();
    EXPECT_EQ(code_of(county_.act("stranger", at, kComment)), "case_not_found");
    EXPECT_EQ(code_of(county_.act("stranger", at, kVerifyPass)), "case_not_found");
}

TEST_F(TwoServers, a_step_that_is_sent_again_gets_its_receipt_from_any_server) {
    const auto at = county_.reported();
    const StepInput accept = county_.input(kAccept);
    const auto first = county_.done("lead", at, accept);
    for (Cases* server : {&county_.cases(), &other_}) {
        StepInput again = accept;
        again.expected_step = at.step_no;
        const auto second = server->act(county_.person("lead"), at.case_id, again);
        ASSERT_TRUE(second);
        EXPECT_EQ(second->step_no, first.step_no);
        EXPECT_EQ(second->at, first.at);
    }
}

}  // namespace
}  // namespace jingwei::cases
