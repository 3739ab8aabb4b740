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
            .caller_history(county_.person(who), {Text<5, 40>{phone}})
            .value()
            .items;
    }

    SmallCounty county_;
};

TEST_F(Callers, are_known_again_by_their_number_however_it_is_written) {
    const auto first = reported("138 1234-5678");
    reported("13900000000");
    const auto found = earlier("call taker", "13812345678");
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

TEST_F(Callers, leave_a_line_in_the_audit_for_each_look_that_does_not_say_the_number) {
    reported("13812345678");
    earlier("call taker", "13812345678");
    static constexpr db::Statement kLook{"test.looks",
                                         "SELECT subject || detail::text FROM audit_entry "
                                         "WHERE county = $1 AND action = 'case.find_caller'"};
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
