#include "portal/telling.h"

#include <algorithm>

#include "core/dto.h"

namespace jingwei::portal {
namespace {

using cases::Action;
using cases::State;

ToldState told_state(const cases::CaseRecord& record) {
    switch (record.state) {
        case State::kReported:
            return ToldState::kReceived;
        case State::kAccepted:
            return ToldState::kAccepted;
        case State::kAssigned:
        case State::kHandling:
            return ToldState::kHandling;
        case State::kHandled:
        case State::kVerified:
            return ToldState::kChecking;
        case State::kAnswered:
            return ToldState::kAnswered;
        case State::kClosed:
        case State::kFollowedUp:
        case State::kArchived:
            return ToldState::kClosed;
        case State::kRejected:
            return ToldState::kRefused;
        case State::kVoided:
            return ToldState::kWithdrawn;
        case State::kMerged:
            return record.answered_at ? ToldState::kAnswered : ToldState::kHandling;
    }
    return ToldState::kReceived;
}

std::optional<ToldDeed> told_deed(Action action) {
    switch (action) {
        case Action::kReport:
            return ToldDeed::kReceived;
        case Action::kAccept:
            return ToldDeed::kAccepted;
        case Action::kAssign:
        case Action::kDesignate:
            return ToldDeed::kSent;
        case Action::kSign:
            return ToldDeed::kStarted;
        case Action::kHandle:
            return ToldDeed::kHandled;
        case Action::kMerge:
            return ToldDeed::kJoined;
        case Action::kAnswer:
            return ToldDeed::kAnswered;
        case Action::kClose:
        case Action::kSelfClose:
            return ToldDeed::kClosed;
        case Action::kReject:
            return ToldDeed::kRefused;
        case Action::kVoid:
            return ToldDeed::kWithdrawn;
        case Action::kFollowUp:
            return ToldDeed::kJudged;
        case Action::kReopen:
            return ToldDeed::kReopened;
        default:
            return std::nullopt;
    }
}

/// What was written for the resident to read, or by the resident.
bool is_for_resident(const cases::StepRow& step) {
    switch (step.action) {
        case Action::kAnswer:
        case Action::kReject:
        case Action::kSelfClose:
            return true;
        case Action::kFollowUp:
        case Action::kReopen:
            return step.account == cases::residents();
        default:
            return false;
    }
}

std::optional<ToldStep> told_step(const cases::StepRow& step) {
    const auto deed = told_deed(step.action);
    if (!deed) return std::nullopt;
    ToldStep told{*deed, step.at, {}, {}};
    if (is_for_resident(step)) told.text = step.text;
    if (*deed == ToldDeed::kSent) {
        const auto body = dto::parse<cases::StepBody>(step.body.text);
        if (body) told.unit = body->unit_name.value_or("");
    } else if (*deed == ToldDeed::kStarted) {
        told.unit = step.by_duty;
    }
    return told;
}

bool is_open(const cases::FollowedCase& followed, Action action) {
    return std::ranges::find(followed.open, action) != followed.open.end();
}

}  // namespace

std::string name_of(const Matter& matter, Language language) {
    const bool english = language == Language::kEnglish && !matter.name_en.empty();
    return english ? matter.name_en : matter.name_zh;
}

ToldCase told(const cases::FollowedCase& followed, const Matter* matter, Language language) {
    const cases::CaseRecord& record = followed.record;
    ToldCase told;
    told.code = record.code;
    told.step_no = record.step_no;
    told.state = told_state(record);
    if (matter != nullptr && matter->is_public) told.matter = name_of(*matter, language);
    told.received_at = record.received_at;
    told.answer_due_at = record.answer_due_at;
    told.answer = record.answer;
    for (const auto& step : followed.steps) {
        if (auto one = told_step(step)) told.steps.push_back(*std::move(one));
    }
    told.can_judge = is_open(followed, Action::kFollowUp);
    told.can_reopen = is_open(followed, Action::kReopen);
    told.solved = record.solved;
    told.satisfied = record.satisfied;
    return told;
}

}  // namespace jingwei::portal
