#include <gtest/gtest.h>

#include <algorithm>

#include "cases/small_county.h"

/// What somebody is to a case, and how that is written down.
namespace jingwei::cases {
namespace {

using enum Action;

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "" : result.error().code;
}

class Hotline : public ::testing::Test {
protected:
    StepReceipt called() {
        ReportCase report = county_.lamp_report();
        report.channel = Channel::kHotline;
        return county_.cases().report(county_.person("call taker"), report).value();
    }
    std::string contact(const std::string& name, const StepReceipt& of) {
        const auto read = county_.cases().read_contact(county_.person(name), of.case_id,
                                                       {Id<Step>::make(kMonday), "回电告知结果"});
        return read ? read->phone : read.error().code;
    }

    SmallCounty county_;
};

TEST_F(Hotline, speaks_for_every_caller_whoever_took_the_call) {
    auto at = called();
    at = county_.done("second call taker", at, county_.input(kUrge, "又来电话了"));
    at = county_.done("second call taker", at, county_.input(kComment, "灯杆编号 12"));
    EXPECT_EQ(contact("second call taker", at), "13812345678");
    EXPECT_EQ(county_.view("second call taker", at).steps.back().capacity, Capacity::kReporter);
}

TEST_F(Hotline, reads_what_came_another_way_and_does_nothing_to_it) {
    const auto at = county_.reported();
    EXPECT_EQ(county_.view("call taker", at).step_no, 1);
    EXPECT_EQ(code_of(county_.act("call taker", at, kUrge)), "case_wrong_capacity");
    EXPECT_EQ(contact("call taker", at), "case_wrong_capacity");
}

TEST_F(Hotline, has_none_of_the_rights_of_a_desk) {
    EXPECT_EQ(code_of(county_.act("second call taker", called(), kAccept)), "case_wrong_capacity");
}

/// A desk of the village who also holds something at the county.
class Duty : public ::testing::Test {
protected:
    static access::Grant grant(std::string_view role, const char* path) {
        access::Grant made;
        made.id = Id<access::RoleGrant>::make(kMonday);
        made.role = role;
        made.path = path;
        made.valid_from = kMonday - std::chrono::days{365};
        return made;
    }
    std::string duty_of_step(std::vector<access::Grant> grants) {
        access::Principal::Who who;
        who.county = kCountyPath;
        who.account = Id<Account>::make(kMonday);
        who.display_name = "张三";
        const access::Principal principal{who, std::move(grants)};
        StepInput accept = county_.input(kAccept);
        const auto at = county_.reported();
        accept.expected_step = at.step_no;
        const auto done = county_.cases().act(principal, at.case_id, accept);
        EXPECT_TRUE(done) << code_of(done);
        return county_.view("lead", done ? *done : at).steps.back().by.duty;
    }

    SmallCounty county_;
};

TEST_F(Duty, is_that_of_the_desk_and_not_of_the_widest_right_to_read) {
    using namespace access::role;
    EXPECT_EQ(duty_of_step({grant(kConfidant, kCountyPath), grant(kDispatcher, kVillagePath)}),
              "居委会");
}

TEST_F(Duty, is_that_of_the_place_of_the_case_when_one_has_several) {
    using namespace access::role;
    EXPECT_EQ(duty_of_step({grant(kDispatcher, "371323/100"), grant(kDispatcher, kVillagePath)}),
              "居委会");
}

}  // namespace
}  // namespace jingwei::cases
