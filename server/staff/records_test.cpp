#include "staff/records.h"

#include <gtest/gtest.h>

#include "core/time_text.h"
#include "staff/page_mark.h"

namespace jingwei::staff {
namespace {

RecordContent content(std::optional<RecordManner> manner = {}) {
    RecordContent made;
    made.manner = manner;
    made.title = "某事";
    made.from_on = parse_day("2026-03-01").value();
    return made;
}

std::string refusal(RecordKind kind, const RecordContent& content) {
    const auto checked = check_record(kind, content);
    return checked ? "" : checked.error().code + " " + checked.error().field;
}

TEST(StaffRecords, a_manner_belongs_to_filling_and_to_training_each_its_own) {
    using enum RecordKind;
    using enum RecordManner;
    for (const auto kind : {kFilled, kContract, kTraining, kEquipment, kInsurance, kAward}) {
        for (const auto manner : {kElection, kRecruitment, kAppointment, kBeforeDuty, kYearly}) {
            RecordContent made = content(manner);
            made.to_on = made.from_on;
            if (kind == kFilled) made.post_id = Id<Post>::make(Time{});
            if (kind == kTraining) made.hours = 4;
            const bool of_training = manner == kBeforeDuty || manner == kYearly;
            const bool fits = kind == kTraining ? of_training : kind == kFilled && !of_training;
            EXPECT_EQ(refusal(kind, made), fits ? "" : "record_manner_unfit /manner");
        }
    }
    EXPECT_EQ(refusal(kFilled, content()), "record_manner_needed /manner");
    EXPECT_EQ(refusal(kTraining, content()), "record_manner_needed /manner");
    EXPECT_EQ(refusal(kAward, content()), "");
}

TEST(StaffRecords, filling_names_its_post_and_an_award_none) {
    EXPECT_EQ(refusal(RecordKind::kFilled, content(RecordManner::kElection)),
              "record_post_needed /post_id");
    RecordContent made = content();
    made.post_id = Id<Post>::make(Time{});
    EXPECT_EQ(refusal(RecordKind::kAward, made), "record_post_unfit /post_id");
    EXPECT_EQ(refusal(RecordKind::kContract, made), "");
}

TEST(StaffRecords, training_has_hours_and_nothing_else_has) {
    RecordContent made = content(RecordManner::kYearly);
    EXPECT_EQ(refusal(RecordKind::kTraining, made), "record_hours_needed /hours");
    made.hours = 8;
    EXPECT_EQ(refusal(RecordKind::kTraining, made), "");
    made.manner = std::nullopt;
    EXPECT_EQ(refusal(RecordKind::kEquipment, made), "record_hours_unfit /hours");
}

TEST(StaffRecords, days_stand_the_right_way_round_and_an_insurance_ends) {
    RecordContent made = content();
    EXPECT_EQ(refusal(RecordKind::kInsurance, made), "record_end_needed /to_on");
    made.to_on = made.from_on;
    EXPECT_EQ(refusal(RecordKind::kInsurance, made), "");
    made.to_on = made.from_on - std::chrono::days{1};
    EXPECT_EQ(refusal(RecordKind::kContract, made), "record_days_reversed /to_on");
}

TEST(PageMarks, are_read_back_and_nothing_else_is) {
    const PageMark mark{-17, Uuid::make(Time{})};
    const auto read = PageMark::parse(mark.text());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->at, mark.at);
    EXPECT_EQ(read->id, mark.id);
    EXPECT_TRUE(PageMark::parse(PageMark::last().text()));
    const std::string id = '.' + mark.id.text();
    const std::vector<std::string> broken{"",
                                          "1",
                                          "1.",
                                          ".x",
                                          "x" + id,
                                          "1" + mark.id.text(),
                                          "9999999999999999999" + id,
                                          "253402214400000001" + id};
    for (const auto& text : broken)
        EXPECT_FALSE(PageMark::parse(text)) << text;
}

}  // namespace
}  // namespace jingwei::staff
