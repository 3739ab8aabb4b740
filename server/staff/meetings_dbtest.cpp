#include "staff/meetings.h"
#include "staff/page_mark.h"
#include "staff/records_dbtest.h"

namespace jingwei::staff {
namespace {

class MeetingsOnDatabase : public ServiceOnDatabase {
protected:
    db::Scope everywhere() const { return with(everything, kMeetingDuty); }

    AddMeeting meeting(int number, std::string subject = "周例会") {
        AddMeeting made;
        made.id = Id<Meeting>::make(clock.now());
        made.node_id = town;
        made.held_at = day(number);
        made.subject = std::move(subject);
        return made;
    }
};

TEST_F(MeetingsOnDatabase, AMeetingIsReadBackWithTheNamesOfWhoWasThere) {
    const auto wang = member("王一"), li = member("李二");
    auto wanted = meeting(3);
    wanted.present = {wang.id};
    wanted.excused = {li.id};
    wanted.minutes = "防汛";
    const auto made = add_meeting(state, everywhere(), wanted).value();
    EXPECT_EQ(dto::print(add_meeting(state, everywhere(), wanted).value()), dto::print(made));
    const auto page = list_meetings(state, everywhere(), {}).value();
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items[0].full_name, "东镇");
    EXPECT_EQ(page.items[0].present.at(0).name, "王一");
    EXPECT_EQ(page.items[0].excused.at(0).name, "李二");
    ChangeMeeting change;
    static_cast<MeetingContent&>(change) = wanted;
    change.subject = "月例会";
    EXPECT_EQ(change_meeting(state, everywhere(), made.id, change)->subject, "月例会");
    ASSERT_TRUE(remove_meeting(state, everywhere(), made.id));
    EXPECT_EQ(remove_meeting(state, everywhere(), made.id).error().code, "meeting_unknown");
}

TEST_F(MeetingsOnDatabase, WhatDoesNotFitIsRefusedAtItsField) {
    const auto wang = member("王一");
    auto wanted = meeting(3);
    wanted.present = {wang.id};
    wanted.excused = {wang.id};
    const auto refused = [&](const AddMeeting& one) {
        const auto made = add_meeting(state, everywhere(), one);
        return made ? "" : made.error().code + " " + made.error().field;
    };
    EXPECT_EQ(refused(wanted), "meeting_twice /excused/0");
    wanted.excused = {Id<Member>::make(clock.now())};
    EXPECT_EQ(refused(wanted), "member_unknown /excused/0");
    EXPECT_EQ(refused(meeting(11)), "meeting_in_future /held_at");
    auto nowhere = meeting(3);
    nowhere.node_id = Id<grid::Node>::make(clock.now());
    EXPECT_EQ(refused(nowhere), "node_unknown /node_id");
}

TEST_F(MeetingsOnDatabase, TheyAreListedPageByPageTheLatestFirst) {
    for (int number = 1; number <= 3; ++number)
        add_meeting(state, everywhere(), meeting(number, std::to_string(number))).value();
    MeetingQuery query;
    query.limit = 2;
    const auto first = list_meetings(state, everywhere(), query).value();
    ASSERT_EQ(first.items.size(), 2U);
    EXPECT_EQ(first.items[0].subject, "3");
    query.after = Text<1, 80>{first.next.value()};
    const auto second = list_meetings(state, everywhere(), query).value();
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_EQ(second.items[0].subject, "1");
    EXPECT_FALSE(second.next);
    query.after = Text<1, 80>{"x"};
    EXPECT_EQ(list_meetings(state, everywhere(), query).error().code, "not_a_cursor");
}

TEST_F(MeetingsOnDatabase, TheyAreReadWhereOneWorksAndByWhoWasAsked) {
    const auto wangs = account("wangyi");
    const auto wang = member("王一", wangs);
    auto wanted = meeting(3);
    wanted.excused = {wang.id};
    const auto made = add_meeting(state, everywhere(), wanted).value();
    EXPECT_EQ(list_meetings(state, of_town(kMeetingDuty), {})->items.size(), 1U);
    EXPECT_EQ(list_meetings(state, self(wangs), {})->items.size(), 1U);
    EXPECT_TRUE(list_meetings(state, self(account("stranger")), {})->items.empty());
    const auto beside = with(elsewhere(), kMeetingDuty);
    EXPECT_TRUE(list_meetings(state, beside, {})->items.empty());
    EXPECT_EQ(add_meeting(state, beside, meeting(4)).error().code, "outside_your_scope");
    EXPECT_EQ(remove_meeting(state, beside, made.id).error().code, "meeting_unknown");
}

class WorkLogOnDatabase : public ServiceOnDatabase {
protected:
    Id<Account> wangs;
    Member wang;

    void SetUp() override {
        ServiceOnDatabase::SetUp();
        wangs = account("wangyi");
        wang = member("王一", wangs);
        appoint(post(), wang, Side::kA, day(1)).value();
    }

    AddLogEntry entry(int number, std::string text = "走访三户") {
        AddLogEntry made;
        made.id = Id<LogEntry>::make(clock.now());
        made.day = on(number);
        made.text = std::move(text);
        return made;
    }
};

TEST_F(WorkLogOnDatabase, OneNotesChangesAndRemovesOnesOwn) {
    const auto wanted = entry(9);
    const auto made = add_log_entry(state, self(wangs), wanted).value();
    EXPECT_EQ(made.full_name, "东镇");
    EXPECT_EQ(dto::print(add_log_entry(state, self(wangs), wanted).value()), dto::print(made));
    EXPECT_EQ(change_log_entry(state, self(wangs), made.id, {"走访四户"})->text, "走访四户");
    EXPECT_EQ(own_log(state, self(wangs), {})->items.size(), 1U);
    ASSERT_TRUE(remove_log_entry(state, self(wangs), made.id));
    EXPECT_TRUE(own_log(state, self(wangs), {})->items.empty());
}

TEST_F(WorkLogOnDatabase, NobodyWritesInTheLogOfAnother) {
    const auto made = add_log_entry(state, self(wangs), entry(9)).value();
    const auto lis = account("lier");
    member("李二", lis);
    EXPECT_EQ(change_log_entry(state, self(lis), made.id, {"别人"}).error().code, "log_unknown");
    EXPECT_EQ(remove_log_entry(state, self(lis), made.id).error().code, "log_unknown");
    EXPECT_EQ(add_log_entry(state, self(lis), entry(9)).error().code, "log_no_post");
    EXPECT_TRUE(own_log(state, self(lis), {})->items.empty());
    EXPECT_TRUE(own_log(state, self(account("stranger")), {})->items.empty());
}

TEST_F(WorkLogOnDatabase, WhoeverLeadsThereReadsItAndNobodyBeside) {
    add_log_entry(state, self(wangs), entry(9)).value();
    EXPECT_EQ(list_log(state, of_town(kLogDuty), {})->items.at(0).name, "王一");
    EXPECT_TRUE(list_log(state, of_town(""), {})->items.empty());
    EXPECT_TRUE(list_log(state, with(elsewhere(), kLogDuty), {})->items.empty());
    LogQuery query;
    query.member_id = member("李二").id;
    EXPECT_TRUE(list_log(state, of_town(kLogDuty), query)->items.empty());
}

TEST_F(WorkLogOnDatabase, ANoteIsOfAPlaceOfOnesPostsAndOfNoDayToCome) {
    auto elsewhere_entry = entry(9);
    elsewhere_entry.node_id = county;
    EXPECT_EQ(add_log_entry(state, self(wangs), elsewhere_entry).error().code, "log_elsewhere");
    EXPECT_EQ(add_log_entry(state, self(wangs), entry(11)).error().code, "log_in_future");
    for (std::int64_t number = 0; number < kMostLogEntries; ++number)
        ASSERT_TRUE(add_log_entry(state, self(wangs), entry(9)));
    EXPECT_EQ(add_log_entry(state, self(wangs), entry(9)).error().code, "log_too_many");
}

TEST_F(WorkLogOnDatabase, ItIsListedPageByPageTheLatestDayFirst) {
    for (int number = 7; number <= 9; ++number)
        add_log_entry(state, self(wangs), entry(number, std::to_string(number))).value();
    OwnLogQuery query;
    query.limit = 2;
    const auto first = own_log(state, self(wangs), query).value();
    ASSERT_EQ(first.items.size(), 2U);
    EXPECT_EQ(first.items[0].text, "9");
    query.after = Text<1, 80>{first.next.value()};
    const auto second = own_log(state, self(wangs), query).value();
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_EQ(second.items[0].text, "7");
    query.after = Text<1, 80>{PageMark::last().text()};
    EXPECT_EQ(own_log(state, self(wangs), query).error().code, "not_a_cursor");
}

}  // namespace
}  // namespace jingwei::staff
