#include "demo/story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "demo/test_world.h"
#include "matter/catalogue_file.h"

namespace jingwei::demo {
namespace {

using namespace std::chrono_literals;

constexpr Day kFrom{std::chrono::local_days{2025y / 11 / 1}};
constexpr Day kUntil{std::chrono::local_days{2026y / 11 / 1}};

struct Year {
    const World& world = test_world();
    std::vector<Story> stories =
        tell_stories(world, shipped_mix(), shipped_scenes(), kFrom, kUntil, 10'000);
};

const Year& year() {
    static const Year told;
    return told;
}

TEST(Scenes, EverySceneHasWordsAndAClassOfTheMix) {
    std::set<std::string> classes{"grid"};
    for (const ClassMix& each : shipped_mix().classes)
        classes.insert(each.name);
    std::set<std::string> ids;
    for (const Scene& scene : shipped_scenes()) {
        EXPECT_TRUE(ids.insert(scene.id).second) << scene.id;
        EXPECT_TRUE(classes.contains(scene.of_class)) << scene.id;
        EXPECT_GE(scene.texts.size(), 2u) << scene.id;
        EXPECT_FALSE(scene.handled.empty()) << scene.id;
        EXPECT_TRUE(scene.seasons.empty() || scene.seasons.size() == 12) << scene.id;
    }
    for (const ClassMix& each : shipped_mix().classes) {
        const bool told =
            std::any_of(shipped_scenes().begin(), shipped_scenes().end(),
                        [&](const Scene& scene) { return scene.of_class == each.name; });
        EXPECT_TRUE(told) << each.name << " has no scene";
    }
}

TEST(Scenes, CiteMattersOfTheShippedCatalogue) {
    std::map<std::string, bool> may_close;
    for (const auto& one : matter::shipped_catalogue().classes)
        for (const auto& sub : one.subclasses)
            for (const auto& each : sub.matters)
                may_close[each.code] = each.grid_may_close.value_or(false);
    for (const Scene& scene : shipped_scenes()) {
        ASSERT_TRUE(may_close.contains(scene.matter)) << scene.id;
        EXPECT_TRUE(scene.self_closed == 0 || may_close[scene.matter]) << scene.id;
    }
}

TEST(Stories, ComeInOrderAndLieInTheirGrid) {
    Time last{};
    for (const Story& story : year().stories) {
        EXPECT_LE(last, story.at);
        last = story.at;
        const auto& grid = year().world.grids[static_cast<std::size_t>(story.spot.grid)];
        EXPECT_TRUE(contains(grid.border, story.spot.at)) << story.spot.address;
        EXPECT_EQ(story.description.find('{'), std::string::npos) << story.description;
        EXPECT_EQ(story.handled.find('{'), std::string::npos) << story.handled;
    }
}

TEST(Stories, FollowTheClassesOfTheMix) {
    std::map<std::string, double> counts;
    double all = 0;
    for (const Story& story : year().stories) {
        const std::string& name = shipped_scenes()[static_cast<std::size_t>(story.scene)].of_class;
        if (name == "grid") continue;
        ++counts[name];
        ++all;
    }
    for (const ClassMix& each : shipped_mix().classes)
        EXPECT_NEAR(counts[each.name] / all, each.share, 0.015) << each.name;
}

TEST(Stories, AreLateAsOftenAsTheMixSays) {
    double late = 0;
    for (const Story& story : year().stories)
        late += story.late_by > 0 ? 1 : 0;
    EXPECT_NEAR(late / static_cast<double>(year().stories.size()), shipped_mix().overdue, 0.01);
}

TEST(Stories, FollowTheHoursAndTheWeek) {
    std::map<int, double> weekdays;
    double mornings = 0, all = 0;
    for (const Story& story : year().stories) {
        ++weekdays[static_cast<int>(std::chrono::weekday{china_day(story.at)}.iso_encoding())];
        if (!is_public(story.way)) continue;
        const auto local = china_time(story.at);
        const auto hour = std::chrono::floor<std::chrono::hours>(
                              local - std::chrono::floor<std::chrono::days>(local))
                              .count();
        mornings += hour >= 8 && hour < 12 ? 1 : 0;
        ++all;
    }
    EXPECT_GT(weekdays[2], 1.6 * weekdays[7]);
    EXPECT_NEAR(mornings / all, 0.36, 0.03);
}

TEST(Stories, AreAlikeEveryTimeForOneSeed) {
    const auto again =
        tell_stories(year().world, shipped_mix(), shipped_scenes(), kFrom, kUntil, 200);
    const auto other =
        tell_stories(year().world, shipped_mix(), shipped_scenes(), kFrom, kUntil, 200);
    ASSERT_EQ(again.size(), other.size());
    for (std::size_t i = 0; i < again.size(); ++i) {
        EXPECT_EQ(again[i].at, other[i].at);
        EXPECT_EQ(again[i].description, other[i].description);
    }
}

}  // namespace
}  // namespace jingwei::demo
