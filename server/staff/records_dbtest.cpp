#include "staff/records_dbtest.h"

#include <algorithm>

#include "core/enum_name.h"

namespace jingwei::staff {
namespace {

class RecordsOnDatabase : public ServiceOnDatabase {
protected:
    AddRecord training(int number, std::int64_t hours,
                       RecordManner manner = RecordManner::kYearly) {
        AddRecord made;
        made.id = Id<StaffRecord>::make(clock.now());
        made.kind = RecordKind::kTraining;
        made.manner = manner;
        made.title = "消防培训";
        made.from_on = on(number);
        made.hours = hours;
        return made;
    }

    RecordView added(const Member& of, const AddRecord& wanted) {
        return add_record(state, keeper(), of.id, wanted).value();
    }

    ChangeRecord change_of(const RecordView& record) {
        ChangeRecord change;
        change.manner = record.manner;
        change.post_id = record.post_id;
        change.title = record.title;
        change.from_on = record.from_on;
        change.to_on = record.to_on;
        if (record.hours) change.hours = *record.hours;
        change.note = record.note;
        change.seen_version = record.version;
        return change;
    }

    std::string due(const DueQuery& query = {}) {
        std::string words;
        for (const auto& one : due_list(state, keeper(), query).value().items)
            words += (words.empty() ? "" : " ") + one.name + ":" + enum_name(one.kind);
        return words;
    }
};

TEST_F(RecordsOnDatabase, WhatIsOnFileIsReadBackTheLatestDayFirst) {
    const auto wang = member("王一");
    const auto first = added(wang, training(2, 4));
    const auto second = added(wang, training(5, 8));
    const auto list = records_of(state, keeper(), wang.id, false).value().items;
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].id, second.id);
    EXPECT_EQ(list[1].hours, 4);
    EXPECT_EQ(list[1].version, 1);
    EXPECT_EQ(list[1].from_on, on(2));
    EXPECT_EQ(dto::print(list[1]), dto::print(first));
}

TEST_F(RecordsOnDatabase, TheSameIdGetsTheSameAnswer) {
    const auto wang = member("王一"), li = member("李二");
    const auto wanted = training(2, 4);
    const auto first = added(wang, wanted);
    EXPECT_EQ(dto::print(added(wang, wanted)), dto::print(first));
    EXPECT_EQ(add_record(state, keeper(), li.id, wanted).error().code, "id_taken");
    EXPECT_EQ(records_of(state, keeper(), wang.id, false)->items.size(), 1U);
}

TEST_F(RecordsOnDatabase, AChangeKeepsWhatWasSaidBefore) {
    const auto wang = member("王一");
    const auto made = added(wang, training(2, 4));
    auto change = change_of(made);
    change.hours = 6;
    const auto after = change_record(state, keeper(), made.id, change).value();
    EXPECT_EQ(after.hours, 6);
    EXPECT_EQ(after.version, 2);
    const auto past = past_of_record(state, keeper(), made.id).value().items;
    ASSERT_EQ(past.size(), 1U);
    EXPECT_EQ(past[0].hours, 4);
    EXPECT_EQ(past[0].version, 1);
    EXPECT_EQ(change_record(state, keeper(), made.id, change)->version, 2) << "the same again";
    change.hours = 7;
    EXPECT_EQ(change_record(state, keeper(), made.id, change).error().code,
              "record_changed_meanwhile");
}

TEST_F(RecordsOnDatabase, WhatWasEnteredByMistakeCountsNoMoreAndStaysReadable) {
    const auto wang = member("王一");
    const auto made = added(wang, training(2, 4));
    EXPECT_EQ(remove_record(state, keeper(), made.id, 2).error().code, "record_changed_meanwhile");
    EXPECT_TRUE(remove_record(state, keeper(), made.id, 1)->removed);
    EXPECT_TRUE(remove_record(state, keeper(), made.id, 1)->removed) << "and again";
    EXPECT_TRUE(records_of(state, keeper(), wang.id, false)->items.empty());
    EXPECT_EQ(records_of(state, keeper(), wang.id, true)->items.size(), 1U);
    EXPECT_EQ(change_record(state, keeper(), made.id, change_of(made)).error().code,
              "record_unknown");
}

TEST_F(RecordsOnDatabase, ItIsReadByThePersonAndByWhoeverKeepsThemAndByNobodyElse) {
    const auto wangs = account("wangyi"), other = account("lier");
    const auto wang = member("王一", wangs);
    member("李二", other);
    const auto made = added(wang, training(2, 4));
    EXPECT_EQ(own_records(state, self(wangs))->items.size(), 1U);
    EXPECT_TRUE(own_records(state, self(other))->items.empty());
    EXPECT_TRUE(own_records(state, self(account("stranger")))->items.empty());
    EXPECT_EQ(records_of(state, of_town(kRecordDuty), wang.id, false)->items.size(), 1U);
    EXPECT_TRUE(records_of(state, of_town(""), wang.id, false)->items.empty())
        << "a transaction about something else sees none";
    const auto beside = with(elsewhere(), kRecordDuty);
    EXPECT_EQ(records_of(state, beside, wang.id, false).error().code, "outside_your_scope");
    EXPECT_EQ(add_record(state, beside, wang.id, training(3, 1)).error().code,
              "outside_your_scope");
    EXPECT_EQ(change_record(state, beside, made.id, change_of(made)).error().code,
              "record_unknown");
    EXPECT_EQ(remove_record(state, beside, made.id, 1).error().code, "record_unknown");
    EXPECT_EQ(past_of_record(state, beside, made.id).error().code, "record_unknown");
}

TEST_F(RecordsOnDatabase, WhatIsNotThereIsSaidSo) {
    const auto wang = member("王一");
    EXPECT_EQ(
        add_record(state, keeper(), Id<Member>::make(clock.now()), training(1, 1)).error().code,
        "member_unknown");
    auto filled = training(1, 1, RecordManner::kElection);
    filled.kind = RecordKind::kFilled;
    filled.hours = std::nullopt;
    filled.post_id = Id<Post>::make(clock.now());
    EXPECT_EQ(add_record(state, keeper(), wang.id, filled).error().code, "post_unknown");
    filled.post_id = post().id;
    EXPECT_TRUE(add_record(state, keeper(), wang.id, filled));
}

TEST_F(RecordsOnDatabase, WhatIsDueFollowsTheRecords) {
    const auto wang = member("王一");
    const auto lead = post();
    ASSERT_TRUE(appoint(lead, wang, Side::kA, day(5)));
    EXPECT_EQ(due(), "王一:untrained 王一:training_short 王一:filled_unrecorded");
    added(wang, training(1, 8, RecordManner::kBeforeDuty));
    added(wang, training(6, 32));
    EXPECT_EQ(due(), "王一:filled_unrecorded") << "8 + 32 hours";
    auto filled = training(4, 1, RecordManner::kElection);
    filled.kind = RecordKind::kFilled;
    filled.hours = std::nullopt;
    filled.post_id = lead.id;
    const auto record = added(wang, filled);
    EXPECT_EQ(due(), "");
    remove_record(state, keeper(), record.id, 1).value();
    EXPECT_EQ(due(), "王一:filled_unrecorded");
    DueQuery before;
    before.on = on(3);
    EXPECT_EQ(due(before), "") << "nobody held the post";
    DueQuery next_year;
    next_year.on = on(400);
    EXPECT_EQ(due(next_year), "王一:training_short 王一:filled_unrecorded");
}

TEST_F(RecordsOnDatabase, TheMinimumIsTheCountysAndItsAlone) {
    const auto wang = member("王一");
    ASSERT_TRUE(appoint(post(), wang, Side::kA, day(5)));
    added(wang, training(6, 10));
    EXPECT_EQ(staff_settings(state, self({}))->training_hours, kShippedTrainingHours);
    EXPECT_TRUE(staff_settings(state, self({}))->shipped);
    StaffSettings ten;
    ten.training_hours = 10;
    EXPECT_EQ(set_staff_settings(state, of_town(""), ten).error().code, "outside_your_scope");
    ASSERT_TRUE(set_staff_settings(state, everything, ten));
    EXPECT_FALSE(staff_settings(state, self({}))->shipped);
    EXPECT_EQ(due(), "王一:untrained 王一:filled_unrecorded");
}

TEST_F(RecordsOnDatabase, DueListsArePlacesThatOneKeepsAndKnows) {
    const auto wang = member("王一");
    ASSERT_TRUE(appoint(post(), wang, Side::kA, day(5)));
    DueQuery query;
    query.path = Text<6, 120>{"371323/101"};
    const auto list = due_list(state, of_town(kRecordDuty), query).value();
    EXPECT_EQ(list.total, 3);
    EXPECT_EQ(list.items[0].full_name, "东镇");
    EXPECT_EQ(due_list(state, with(elsewhere(), kRecordDuty), query).error().code,
              "outside_your_scope");
    EXPECT_EQ(due_list(state, with(elsewhere(), kRecordDuty), {})->total, 0);
    query.path = Text<6, 120>{"371323/999"};
    EXPECT_EQ(due_list(state, keeper(), query).error().code, "node_unknown");
}

}  // namespace
}  // namespace jingwei::staff
