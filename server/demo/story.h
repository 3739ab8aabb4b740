#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "demo/gazetteer.h"
#include "demo/mix.h"
#include "demo/world.h"

namespace jingwei::demo {

/// How a case comes in; the channel of the loop and, of the public ones, by what means.
enum class Way { kWorker, kPatrol, kDepartment, kPolice, kWechat, kApp, kMailbox, kHotline };

bool is_public(Way way);
/// Whether a centre takes it in; everything else lands on the desk of its village.
bool is_taken_in_by_county(Way way);

/// What is going to happen to a case, thought out before it begins. Whoever plays it asks the rules
/// at every turn; a trait that the rules do not allow there is left out.
struct Story {
    Time at;
    int scene = 0;  ///< index into shipped_scenes()
    Way way = Way::kWorker;
    Spot spot;
    std::string description;
    std::string handled;   ///< what the unit says in the end
    std::string reporter;  ///< empty: anonymous or an official
    std::string phone;

    double late_by = 0;  ///< 0: in time; else how far past the limit, in parts of it
    double pace = 0.5;   ///< in time: after which part of the limit
    bool self_closed = false;
    bool passed_up = false;    ///< from the desk of the village to the town
    bool passed_down = false;  ///< from the desk of the county to the town
    bool rejected = false;
    bool voided = false;
    int returns = 0;
    int reworks = 0;
    bool extension = false;
    bool suspension = false;
    bool co_unit = false;
    bool instructed = false;
    bool whistle = false;
    bool alike = false;  ///< the same thing as another case near it in time and place
    bool reopened = false;
    enum class Asked { kNotReached, kYes, kNo } solved = Asked::kYes, satisfied = Asked::kYes;
};

/// Tells stories day by day, so that a year of a million is never in memory at once.
///
/// About `count` stories between two days in China, by time, and some more in the last days, so
/// that there is work when the demo opens. Channels, classes, hours, weekdays, communities and
/// overdue rates follow the mix; what it does not hold is assumed in story.cpp.
class Teller {
public:
    /// Borrows world, mix and scenes.
    Teller(const World& world, const Mix& mix, const std::vector<Scene>& scenes, Day from,
           Day until, int count);
    ~Teller();

    /// Those of the next day, by time; there may be none. Nothing: the last day is over.
    std::optional<std::vector<Story>> next_day();

private:
    class Telling;
    std::unique_ptr<Telling> telling_;
};

/// All of them at once.
std::vector<Story> tell_stories(const World& world, const Mix& mix,
                                const std::vector<Scene>& scenes, Day from, Day until, int count);

}  // namespace jingwei::demo
