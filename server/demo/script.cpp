#include "demo/script.h"

namespace jingwei::demo {

using enum cases::Action;
using enum cases::State;

namespace {

constexpr double kAcceptedFirst = 0.5;  // a desk that accepts before it knows who shall do it
constexpr double kUrged = 0.35;         // of the late ones
constexpr double kGranted = 0.8;        // of the extensions asked for
constexpr double kSampleFails = 0.06;

Turn turn(cases::Action action, Part by, Pace pace, double amount) {
    return {action, by, pace, amount};
}

}  // namespace

std::optional<Turn> Script::once(cases::Action action, Part by, Pace pace, double amount) {
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(action);
    if ((given_ & bit) != 0) return std::nullopt;
    given_ |= bit;
    return turn(action, by, pace, amount);
}

std::optional<Turn> Script::next(const Standing& standing, bool at_village, bool may_self_close) {
    switch (standing.state) {
        case kReported:
        case kAccepted:
            return on_desk(standing, at_village, may_self_close);
        case kAssigned:
        case kHandling:
            return at_unit(standing);
        case kHandled:
            return standing.rounds.reworks < story_->reworks
                       ? turn(kVerifyFail, Part::kDesk, Pace::kHours, random_.between(1, 7))
                       : turn(kVerifyPass, is_public(story_->way) ? Part::kDesk : Part::kWorker,
                              Pace::kHours, random_.between(0.5, 6));
        case kVerified:
            return turn(kAnswer, Part::kDesk, Pace::kHours, random_.between(0.3, 4));
        case kAnswered:
            return turn(kClose, Part::kDesk, Pace::kMinutes, random_.between(5, 150));
        case kClosed:
        case kFollowedUp:
            return after_closing(standing);
        default:
            return std::nullopt;
    }
}

std::optional<Turn> Script::on_desk(const Standing& standing, bool at_village,
                                    bool may_self_close) {
    if (standing.state == kAccepted) {
        const bool stuck = standing.rounds.returns >= cases::kShippedBounds.returns;
        return turn(stuck ? kDesignate : kAssign, Part::kDesk, Pace::kMinutes,
                    random_.between(5, 100));
    }
    Maybe found;
    if (story_->self_closed && may_self_close && !standing.self_closed)
        found = once(kSelfClose, Part::kWorker, Pace::kMinutes, random_.between(5, 50));
    if (!found && story_->voided)
        found = once(kVoid, Part::kDesk, Pace::kMinutes, random_.between(10, 200));
    if (!found && story_->rejected)
        found = once(kReject, Part::kDesk, Pace::kMinutes, random_.between(10, 200));
    if (!found && story_->alike)
        found = once(kMerge, Part::kDesk, Pace::kMinutes, random_.between(10, 120));
    if (!found && story_->passed_up && at_village)
        found = once(kPassUp, Part::kDesk, Pace::kMinutes, random_.between(10, 150));
    if (!found && random_.chance(kAcceptedFirst))
        found = once(kAccept, Part::kDesk, Pace::kMinutes, random_.between(3, 90));
    return found ? found : turn(kAssign, Part::kDesk, Pace::kMinutes, random_.between(5, 130));
}

std::optional<Turn> Script::at_unit(const Standing& standing) {
    if (const auto found = suspension(standing)) return found;
    if (standing.state == kAssigned) {
        if (standing.rounds.returns < story_->returns && !standing.designated)
            return turn(kReturn, Part::kUnit, Pace::kHours, random_.between(0.5, 5));
        return turn(kSign, Part::kUnit, Pace::kHours, random_.between(0.2, 5));
    }
    if (const auto found = aside(standing)) return found;
    if (standing.open_co_tasks > 0)
        return turn(kFinishCoTask, Part::kCoUnit, Pace::kHours, random_.between(2, 9));
    return turn(kHandle, Part::kUnit, Pace::kAtHandling, 1);
}

std::optional<Turn> Script::suspension(const Standing& standing) {
    using enum cases::Suspension;
    if (standing.suspension == kOn)
        return turn(kResume, Part::kUnit, Pace::kDays, random_.whole(2, 8));
    if (standing.suspension == kAsked)
        return turn(kSuspend, Part::kDesk, Pace::kHours, random_.between(0.5, 4));
    return std::nullopt;
}

/// What happens beside the handling itself, each at most once.
std::optional<Turn> Script::aside(const Standing& standing) {
    Maybe found;
    if (standing.plate != cases::Plate::kNone)
        found = once(kReplyPlate, Part::kUnit, Pace::kHours, random_.between(1, 8));
    if (standing.extension == cases::Extension::kAsked)
        return turn(random_.chance(kGranted) ? kGrantExtension : kRefuseExtension, Part::kDesk,
                    Pace::kHours, random_.between(0.5, 4));
    if (!found && story_->instructed)
        found = once(kInstruct, Part::kSupervisor, Pace::kHours, random_.between(0.5, 3));
    if (!found && story_->co_unit)
        found = once(kAddCoUnit, Part::kDesk, Pace::kHours, random_.between(0.5, 4));
    if (!found && story_->suspension)
        found = once(kAskSuspension, Part::kUnit, Pace::kHours, random_.between(1, 6));
    if (!found && story_->extension)
        found = once(kAskExtension, Part::kUnit, Pace::kAtHalfHandling, 1);
    if (!found && story_->whistle)
        found = once(kWhistle, Part::kDesk, Pace::kHours, random_.between(1, 4));
    if (!found && standing.session == cases::Session::kCalled) {
        found = once(kAttend, Part::kUnit, Pace::kDays, 1);
        if (!found) found = once(kConcludeSession, Part::kDesk, Pace::kHours, 2);
    }
    if (!found && story_->late_by > 0 && random_.chance(kUrged))
        found = once(kUrge, Part::kDesk, Pace::kAtHandling, 1);
    return found;
}

std::optional<Turn> Script::after_closing(const Standing& standing) {
    if (standing.sample == cases::Sample::kDue) {
        const auto action = random_.chance(kSampleFails) ? kSampleFail : kSamplePass;
        return turn(action, Part::kUpper, Pace::kDays, random_.whole(1, 4));
    }
    if (standing.state == kClosed)
        return turn(kFollowUp, Part::kDesk, Pace::kDays, random_.whole(1, 3));
    if (story_->reopened && standing.rounds.reopens == 0)
        return turn(kReopen, Part::kDesk, Pace::kMinutes, random_.between(5, 60));
    return turn(kArchive, Part::kDesk, Pace::kDays, random_.whole(8, 20));
}

}  // namespace jingwei::demo
