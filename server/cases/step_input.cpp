#include "cases/step_input.h"

namespace jingwei::cases {
namespace {

StepInput head_of(Action action, const StepHead& body) {
    StepInput input;
    input.action = action;
    input.step_id = body.step_id;
    input.expected_step = static_cast<std::int32_t>(body.expected_step.value());
    return input;
}

template <class Text>
std::string words_of(const std::optional<Text>& text) {
    return text ? text->str() : std::string{};
}

std::vector<Id<File>> files_of(const std::optional<Files>& files) {
    return files ? std::vector<Id<File>>{files->begin(), files->end()} : std::vector<Id<File>>{};
}

}  // namespace

StepInput input_of(Action action, const NoteStep& body) {
    StepInput input = head_of(action, body);
    input.text = words_of(body.note);
    input.files = files_of(body.files);
    return input;
}

StepInput input_of(Action action, const TextStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    input.files = files_of(body.files);
    return input;
}

StepInput input_of(Action action, const PassStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    if (body.path) input.path = body.path->str();
    return input;
}

StepInput input_of(Action action, const AssignStep& body) {
    StepInput input = head_of(action, body);
    input.text = words_of(body.note);
    input.unit = body.unit;
    input.limit = body.limit;
    return input;
}

StepInput input_of(Action action, const CoUnitStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    input.unit = body.unit;
    return input;
}

StepInput input_of(Action action, const ExtensionStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    input.amount = static_cast<std::int32_t>(body.amount.value());
    return input;
}

StepInput input_of(Action action, const SuspensionStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    input.days = static_cast<std::int32_t>(body.days.value());
    return input;
}

StepInput input_of(Action action, const FollowUpStep& body) {
    StepInput input = head_of(action, body);
    input.text = words_of(body.note);
    input.solved = body.solved;
    input.satisfied = body.satisfied;
    return input;
}

StepInput input_of(Action action, const MergeStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    input.other = body.into;
    return input;
}

StepInput input_of(Action action, const PlateStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    input.plate = body.level;
    input.reply_days = static_cast<std::int32_t>(body.reply_days.value());
    return input;
}

StepInput input_of(Action action, const WhistleStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    input.summoned = {body.units.begin(), body.units.end()};
    input.meets_at = body.meets_at;
    input.meeting_place = body.meeting_place.str();
    return input;
}

StepInput input_of(Action action, const ConcludeStep& body) {
    StepInput input = head_of(action, body);
    input.text = body.text.str();
    if (body.tasks) input.tasks = {body.tasks->begin(), body.tasks->end()};
    return input;
}

}  // namespace jingwei::cases
