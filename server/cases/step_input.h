#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/case_actions.h"

namespace jingwei::cases {

/// Any step, whatever its body: what the service works with. Members that the action does not know
/// stay empty.
struct StepInput {
    Action action = Action::kComment;
    Id<Step> step_id{};
    std::int32_t expected_step = 1;
    std::string text{};
    std::vector<Id<File>> files{};
    std::optional<std::string> path{};
    std::optional<Id<Unit>> unit{};
    std::optional<calendar::Limit> limit{};
    std::int32_t amount = 0;  ///< of an extension
    std::int32_t days = 0;    ///< of a suspension
    std::optional<Id<Case>> other{};
    Plate plate = Plate::kNone;
    PlateCause cause = PlateCause::kPerson;
    std::optional<Stage> plate_stage{};  ///< whose clock a timer raised it for
    std::int32_t reply_days = 2;
    Verdict solved = Verdict::kNotReached;
    Verdict satisfied = Verdict::kNotReached;
    std::vector<Id<Unit>> summoned{};
    Time meets_at{};
    std::string meeting_place{};
    std::vector<SessionTask> tasks{};
};

StepInput input_of(Action action, const NoteStep& body);
StepInput input_of(Action action, const TextStep& body);
StepInput input_of(Action action, const PassStep& body);
StepInput input_of(Action action, const AssignStep& body);
StepInput input_of(Action action, const CoUnitStep& body);
StepInput input_of(Action action, const ExtensionStep& body);
StepInput input_of(Action action, const SuspensionStep& body);
StepInput input_of(Action action, const FollowUpStep& body);
StepInput input_of(Action action, const MergeStep& body);
StepInput input_of(Action action, const PlateStep& body);
StepInput input_of(Action action, const WhistleStep& body);
StepInput input_of(Action action, const ConcludeStep& body);

}  // namespace jingwei::cases
