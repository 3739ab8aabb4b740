#include "calendar/light.h"

#include <algorithm>

namespace jingwei::calendar {

LightNow light_at(const Deadline& deadline, Time now) {
    const bool paused = deadline.paused_since && now >= *deadline.paused_since;
    const Time at = paused ? *deadline.paused_since : now;
    LightNow shown{.since = deadline.start, .paused = paused};
    if (at > deadline.due) {
        shown.light = Light::kRed;
        shown.reason = LightReason::kPastDue;
        shown.since = deadline.due;
    } else if (at >= deadline.yellow_from) {
        shown.light = Light::kYellow;
        shown.reason = LightReason::kNearDue;
        shown.since = deadline.yellow_from;
        shown.next_change = deadline.due;
        shown.next_light = Light::kRed;
    } else {
        shown.next_change = deadline.yellow_from;
        shown.next_light = Light::kYellow;
    }
    if (paused) {
        shown.next_change.reset();
        shown.next_light.reset();
    }
    return shown;
}

LightNow light_when_stopped(const Deadline& deadline, Time stopped) {
    LightNow shown = light_at(deadline, stopped);
    shown.next_change.reset();
    shown.next_light.reset();
    return shown;
}

}  // namespace jingwei::calendar
