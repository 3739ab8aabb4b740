#include <gtest/gtest.h>

#include "cases/small_county.h"

namespace jingwei::cases {
namespace {

class Callers : public ::testing::Test {
protected:
    StepReceipt reported(const std::string& phone) {
        ReportCase body = county_.lamp_report();
        body.channel = Channel::kHotline;
        body.reporter = ReporterBody{};
        body.reporter->name = Text<1, 60>{"李明"};
        body.reporter->phone = Text<5, 30>{phone};
        return county_.cases().report(county_.person("call taker"), body).value();
    }
    std::vector<CaseRow> earlier(const std::string& who, const std::string& phone) {
        return county_.cases()
            .caller_history(county_.person(who), {phone, "接听来电"})
            .value()
            .items;
    }

    SmallCounty county_;
};

TEST_F(Callers, are_known_again_by_their_number_however_it_is_written) {
    const auto first = reported("138 1234-5678");
    reported("13900000000");
    for (const char* written : {"13812345678", "+86 138 1234 5678", "0086-13812345678"}) {
        const auto found = earlier("call taker", written);
        ASSERT_EQ(found.size(), 1U) << written;
        EXPECT_EQ(found.front().id, first.case_id);
    }
}

TEST_F(Callers, are_known_again_when_their_code_of_the_country_was_written_down) {
    const auto first = reported("+86 13812345678");
    const auto found = earlier("call taker", "138 1234 5678");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().id, first.case_id);
}

TEST_F(Callers, have_no_history_under_a_part_of_their_number) {
    reported("13812345678");
    EXPECT_TRUE(earlier("call taker", "12345678").empty());
    EXPECT_TRUE(earlier("call taker", "(未提供)").empty());
}

TEST_F(Callers, are_seen_by_nobody_beyond_his_own_cases) {
    reported("13812345678");
    EXPECT_TRUE(earlier("lamp unit", "13812345678").empty());
}

TEST_F(Callers, are_seen_only_where_their_contact_may_be_read) {
    reported("13812345678");
    const auto& supervisor = county_.person("supervisor");  // reads every case, and no contact
    auto grants = supervisor.grants();
    grants.push_back({.id = Id<access::RoleGrant>::make(kMonday),
                      .role = std::string{access::role::kHotlineTaker},
                      .path = kOtherVillagePath,
                      .unit = {},
                      .valid_from = kMonday,
                      .valid_to = {}});
    const access::Principal also_takes_calls{supervisor.who(), grants};
    const FindCaller asked{"13812345678", "接听来电"};
    EXPECT_TRUE(county_.cases().caller_history(also_takes_calls, asked)->items.empty());
    grants.back().path = kCountyPath;
    const access::Principal takes_all_calls{supervisor.who(), grants};
    EXPECT_EQ(county_.cases().caller_history(takes_all_calls, asked)->items.size(), 1U);
}

TEST_F(Callers, leave_a_line_in_the_audit_for_each_look_that_does_not_say_the_number) {
    reported("13812345678");
    earlier("call taker", "13812345678");
    static constexpr db::Statement kLook{"test.looks",
                                         "SELECT subject || detail::text FROM audit_entry "
                                         "WHERE county = $1 AND action = 'case.find_caller' "
                                         "AND purpose = '接听来电'"};
    auto scope = db::Scope::whole_county(kCountyPath);
    scope.duty = "audit";
    db::Transaction tx{county_.owner(), scope};
    const auto looks = tx.all<std::string>(kLook, std::string{kCountyPath});
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks.front().find("5678"), std::string::npos);
    EXPECT_EQ(looks.front().size(), 16U + 2U);
}

}  // namespace
}  // namespace jingwei::cases
