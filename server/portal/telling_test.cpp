#include "portal/telling.h"

#include <gtest/gtest.h>

#include "core/dto.h"

namespace jingwei::portal {
namespace {

using cases::Action;
using cases::State;

cases::StepRow step(Action action, std::string text) {
    cases::StepRow row;
    row.action = action;
    row.account = Id<Account>::make(Time{});
    row.by_name = "staff name";
    row.by_duty = "a unit";
    row.text = std::move(text);
    row.body.text = "{}";
    return row;
}

cases::FollowedCase followed(std::vector<cases::StepRow> steps) {
    cases::FollowedCase made;
    made.record.code = "2026-000042-7";
    made.record.description = "what was reported";
    made.steps = std::move(steps);
    return made;
}

TEST(Telling, NamesNoStaffAndTellsNoInnerWord) {
    std::vector<cases::StepRow> steps;
    for (const Action action :
         {Action::kReport, Action::kAccept, Action::kAssign, Action::kSign, Action::kReturn,
          Action::kHandle, Action::kAskExtension, Action::kSuspend, Action::kVerifyFail,
          Action::kUrge, Action::kInstruct, Action::kRaisePlate, Action::kComment,
          Action::kReadContact, Action::kMakeConfidential, Action::kFollowUp, Action::kReopen}) {
        steps.push_back(step(action, "inner word"));
    }
    const auto text = dto::print(told(followed(steps), nullptr, Language::kChinese));
    EXPECT_EQ(text.find("staff name"), std::string::npos) << text;
    EXPECT_EQ(text.find("inner word"), std::string::npos) << text;
    EXPECT_EQ(text.find("what was reported"), std::string::npos) << text;
    EXPECT_EQ(told(followed(steps), nullptr, Language::kChinese).steps.size(), 7U);
}

TEST(Telling, TellsTheAnswerTheReasonOfARefusalAndOnesOwnWords) {
    auto own = step(Action::kReopen, "still dark");
    own.account = cases::residents();
    const auto all =
        told(followed({step(Action::kAnswer, "repaired"), step(Action::kReject, "not ours"), own}),
             nullptr, Language::kChinese);
    ASSERT_EQ(all.steps.size(), 3U);
    EXPECT_EQ(all.steps[0].text, "repaired");
    EXPECT_EQ(all.steps[1].text, "not ours");
    EXPECT_EQ(all.steps[2].text, "still dark");
}

TEST(Telling, NamesTheUnitThatHasIt) {
    auto sent = step(Action::kAssign, "quick, please");
    cases::StepBody body;
    body.unit_name = "lamp unit";
    sent.body.text = dto::print(body);
    const auto all = told(followed({sent, step(Action::kSign, "")}), nullptr, Language::kChinese);
    EXPECT_EQ(all.steps[0].unit, "lamp unit");
    EXPECT_EQ(all.steps[1].unit, "a unit");
}

TEST(Telling, NamesAMatterOnlyWhenItIsPublic) {
    Matter matter;
    matter.name_zh = "路灯";
    matter.name_en = "Lamp";
    EXPECT_EQ(told(followed({}), &matter, Language::kEnglish).matter, "Lamp");
    EXPECT_EQ(told(followed({}), &matter, Language::kChinese).matter, "路灯");
    matter.is_public = false;
    EXPECT_EQ(told(followed({}), &matter, Language::kEnglish).matter, "");
}

TEST(Telling, HasAStateForEveryOneOfTheLoop) {
    auto one = followed({});
    one.record.state = State::kMerged;
    EXPECT_EQ(told(one, nullptr, Language::kChinese).state, ToldState::kHandling);
    one.record.answered_at = Time{};
    EXPECT_EQ(told(one, nullptr, Language::kChinese).state, ToldState::kAnswered);
    one.record.state = State::kArchived;
    EXPECT_EQ(told(one, nullptr, Language::kChinese).state, ToldState::kClosed);
}

}  // namespace
}  // namespace jingwei::portal
