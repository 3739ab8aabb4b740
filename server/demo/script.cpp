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

std::optional<Turn> Script::next(const Standing& standing, Where::Level desk, bool may_self_close) {
    switch (standing.state) {
        case kReported:
        case kAccepted:
            return on_desk(standing, desk, may_self_close);
        case kAssigned:
        case kHandling:
            return at_unit(standing);
        case kHandled:
            return standing.rounds.reworks < story_->reworks
                       ? turn(kVerifyFail, Part::kDesk, Pace::kOfVerifying,
                              random_.between(0.2, 0.8))
                       : turn(kVerifyPass, is_public(story_->way) ? Part::kDesk : Part::kWorker,
                              Pace::kOfVerifying, random_.between(0.1, 0.7));
        case kVerified:
            return turn(kAnswer, Part::kDesk, Pace::kHours, random_.between(0.3, 4));
        case kAnswered:
            return turn(kClose, Part::kDesk, Pace::kHours, random_.between(0.1, 2.5));
        case kClosed:
        case kFollowedUp:
            return after_closing(standing);
        default:
            return std::nullopt;
    }
}

std::optional<Turn> Script::on_desk(const Standing& standing, Where::Level desk,
                                    bool may_self_close) {
    if (standing.state == kReported)
        if (const auto found = screened(standing, desk, may_self_close)) return found;
    const bool stuck = standing.rounds.returns >= cases::kShippedBounds.returns;
    return turn(stuck ? kDesignate : kAssign, Part::kDesk, Pace::kOfScreening,
                random_.between(0.05, 0.5));
}

/// Before a unit is sought; each at most once.
std::optional<Turn> Script::screened(const Standing& standing, Where::Level desk,
                                     bool may_self_close) {
    Maybe found;
    if (story_->self_closed && may_self_close && !standing.self_closed)
        found = once(kSelfClose, Part::kWorker, Pace::kHours, random_.between(0.1, 0.8));
    if (!found && story_->voided)
        found = once(kVoid, Part::kDesk, Pace::kOfScreening, random_.between(0.1, 0.7));
    if (!found && story_->rejected)
        found = once(kReject, Part::kDesk, Pace::kOfScreening, random_.between(0.1, 0.7));
    if (!found && story_->alike)
        found = once(kMerge, Part::kDesk, Pace::kOfScreening, random_.between(0.05, 0.5));
    // A village has no unit but its committee: what goes to a wrong one first is passed up before.
    const bool up = story_->passed_up || story_->returns > 0;
    if (!found && up && desk == Where::Level::kVillage)
        found = once(kPassUp, Part::kDesk, Pace::kOfScreening, random_.between(0.05, 0.5));
    if (!found && story_->passed_down && desk == Where::Level::kCounty)
        found = once(kPassDown, Part::kDesk, Pace::kOfScreening, random_.between(0.03, 0.4));
    if (!found && random_.chance(kAcceptedFirst))
        found = once(kAccept, Part::kDesk, Pace::kOfScreening, random_.between(0.03, 0.3));
    return found;
}

std::optional<Turn> Script::at_unit(const Standing& standing) {
    if (const auto found = suspension(standing)) return found;
    if (standing.state == kAssigned) {
        if (standing.rounds.returns < story_->returns && !standing.designated)
            return turn(kReturn, Part::kUnit, Pace::kOfSigning, random_.between(0.2, 0.8));
        return turn(kSign, Part::kUnit, Pace::kOfSigning, random_.between(0.05, 0.7));
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
        found = once(kAskExtension, Part::kUnit, Pace::kOfHandling, random_.between(0.3, 0.6));
    if (!found && story_->whistle)
        found = once(kWhistle, Part::kDesk, Pace::kHours, random_.between(1, 4));
    if (!found && standing.session == cases::Session::kCalled) {
        found = once(kAttend, Part::kUnit, Pace::kDays, 1);
        if (!found) found = once(kConcludeSession, Part::kDesk, Pace::kHours, 2);
    }
    if (!found && story_->late_by > 0 && random_.chance(kUrged))
        found = once(kUrge, Part::kDesk, Pace::kOfHandling, 1.01);
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
        return turn(kReopen, Part::kDesk, Pace::kHours, random_.between(0.1, 1));
    return std::nullopt;
}

}  // namespace jingwei::demo
