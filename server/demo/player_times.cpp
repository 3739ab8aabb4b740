#include <algorithm>

#include "demo/player.h"

/// When the next turn is taken.
namespace jingwei::demo {

using namespace std::chrono_literals;

std::optional<calendar::Limit> Player::limit(const Story& story, matter::LimitStage stage) const {
    return theatre_.catalogue->limit(matter_of(story), stage);
}

Time Player::after_share(const Live& live, Time from, matter::LimitStage stage,
                         double share) const {
    const auto amount = limit(live.script.story(), stage);
    const Time due = stage == matter::LimitStage::kHandle
                         ? live.handle_due
                         : theatre_.calendar->due_after(from, *amount).due;
    const Time at =
        from + std::chrono::duration_cast<std::chrono::microseconds>((due - from) * share);
    if (matter_of(live.script.story()).emergency) return at;
    const Time open = theatre_.calendar->next_opening(at);
    return share < 1 && open > due ? at : open;
}

Time Player::at_handling(const Live& live) const {
    const Story& story = live.script.story();
    const double share = story.late_by > 0 ? 1.02 + story.late_by : story.pace;
    return after_share(live, live.dispatched, matter::LimitStage::kHandle, share);
}

Time Player::when(Live& live, const Turn& turn) const {
    const auto hours = [](double amount) {
        return std::chrono::duration_cast<std::chrono::microseconds>(amount * 1.0h);
    };
    const auto open = [&](Time at) { return theatre_.calendar->next_opening(at); };
    Time at = live.since;
    switch (turn.pace) {
        case Pace::kHours:
            at = open(live.since + hours(turn.amount));
            break;
        case Pace::kDays:
            at = open(live.since + hours(24 * turn.amount)) +
                 hours(live.script.random().between(0, 2.5));
            break;
        case Pace::kOfScreening:
            at = after_share(live, live.since, matter::LimitStage::kScreen, turn.amount);
            break;
        case Pace::kOfSigning:
            at = after_share(live, live.since, matter::LimitStage::kSign, turn.amount);
            break;
        case Pace::kOfVerifying:
            at = after_share(live, live.since, matter::LimitStage::kVerify, turn.amount);
            break;
        case Pace::kOfHandling:
            at = after_share(live, live.dispatched, matter::LimitStage::kHandle, turn.amount);
            break;
        case Pace::kAtHandling:
            at = at_handling(live);
            break;
    }
    return std::max(at, live.since + 1min);
}

}  // namespace jingwei::demo
