#include "demo/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <iterator>
#include <map>

#include "core/enum_name.h"
#include "demo/people.h"

namespace jingwei::demo {

namespace {

// What the real requests do not tell, since all of them came from the public and only their
// beginning and end were noted. Judged by hand.
constexpr double kOwnReports = 0.38;  // of all cases: workers, patrols, departments, police
constexpr double kGridScenes = 0.24;  // of the own reports: what only grid workers see
constexpr double kPassedUp = 0.72;    // of what lands in a village and is not settled at once
constexpr double kPassedDown = 0.55;  // of what the county takes in
constexpr double kRejected = 0.02;
constexpr double kVoided = 0.006;
constexpr double kReturned = 0.06;
constexpr double kReturnedAgain = 0.2;  // of the returned
constexpr double kReworked = 0.05;
constexpr double kExtended = 0.05;
constexpr double kSuspended = 0.02;
constexpr double kHelped = 0.06;
constexpr double kInstructed = 0.012;
constexpr double kWhistled = 0.006;
constexpr double kAlike = 0.05;  // far fewer than "same class, same community, three days" suggests
constexpr double kNotReached = 0.14;
constexpr double kSolved = 0.95;
constexpr double kSatisfied = 0.91;
constexpr double kReopened = 0.6;  // of the unsolved
constexpr double kAnonymous = 0.18;
constexpr std::size_t kRemembered = 26;  // stories that somebody may tell again
/// So that desks and units have something to do when the demo opens: the last days are busier.
constexpr double kRush = 4;
constexpr double kRushDays = 5;

/// Workers walk their rounds in the morning and after the noon rest.
constexpr std::array<double, 24> kWorkerHours{0, 0, 0, 0,  0,  0, 1, 3, 12, 16, 14, 8,
                                              2, 2, 6, 12, 11, 7, 3, 2, 1,  0,  0,  0};
constexpr std::array<std::string_view, 8> kTimes{"晚上", "凌晨",   "早高峰", "周末",
                                                 "傍晚", "下班后", "昨晚",   "中午"};

template <class List>
const auto& nth(const List& list, int index) {
    return list[static_cast<std::size_t>(index)];
}

}  // namespace

class Teller::Telling {
public:
    Telling(const World& world, const Mix& mix, const std::vector<Scene>& scenes, Day from,
            Day until, int count)
        : world_(world),
          mix_(mix),
          scenes_(scenes),
          gazetteer_(world),
          random_(world.seed, "stories"),
          names_(Random{world.seed, "reporters"}),
          day_(from),
          until_(until),
          per_day_(count / static_cast<double>((until - from).count())) {
        weigh_scenes();
        weigh_grids();
    }

    std::optional<std::vector<Story>> next_day() {
        if (day_ >= until_) return std::nullopt;
        const auto weekday = std::chrono::weekday{day_}.iso_encoding() - 1;
        const double left_days = static_cast<double>((until_ - day_).count());
        const double rush = 1 + kRush * std::exp(-left_days / kRushDays);
        const double expected = per_day_ * rush * mix_.weekday_level.at(weekday);
        std::vector<Story> stories;
        for (int left = static_cast<int>(expected + random_.unit()); left > 0; --left) {
            stories.push_back(story(day_, weekday >= 5));
            remember(stories.back());
        }
        std::stable_sort(stories.begin(), stories.end(),
                         [](const Story& a, const Story& b) { return a.at < b.at; });
        day_ += std::chrono::days{1};
        return stories;
    }

private:
    /// Shares of the scenes inside their class; what no scene stands for falls to all of them.
    void weigh_scenes() {
        weights_.resize(mix_.classes.size());
        for (std::size_t i = 0; i < mix_.classes.size(); ++i)
            for (const Scene& scene : scenes_)
                weights_[i].push_back(
                    scene.of_class == mix_.classes[i].name ? weight(scene, mix_.classes[i]) : 0);
    }

    static double weight(const Scene& scene, const ClassMix& of_class) {
        double sum = 0;
        for (const auto& [name, share] : of_class.subtypes)
            if (std::count(scene.subtypes.begin(), scene.subtypes.end(), name) > 0) sum += share;
        return std::max(sum, 0.01);
    }

    /// The busiest communities of the mix are the most populous villages here.
    void weigh_grids() {
        std::vector<std::pair<int, int>> by_size;
        for (std::size_t i = 0; i < world_.villages.size(); ++i) {
            int households = 0;
            for (const int grid : world_.villages[i].grids)
                households += nth(world_.grids, grid).households;
            by_size.emplace_back(-households, static_cast<int>(i));
        }
        std::sort(by_size.begin(), by_size.end());
        std::vector<double> weights(world_.grids.size(), 0);
        for (std::size_t rank = 0; rank < by_size.size(); ++rank) {
            const auto& grids = nth(world_.villages, by_size[rank].second).grids;
            for (const int grid : grids)
                weights[static_cast<std::size_t>(grid)] = share_of(rank, by_size.size()) /
                                                          static_cast<double>(grids.size()) *
                                                          (0.5 + random_.unit());
        }
        for (const Setting where : enum_values<Setting>())
            urns_[where] = urn_of(weights, where);
    }

    /// The shape of the mix, drawn out where there are more villages than communities in it.
    double share_of(std::size_t rank, std::size_t villages) const {
        const RankShape& shape = mix_.communities;
        if (villages <= shape.shares.size()) return shape.shares[rank];
        return 1 / std::pow(static_cast<double>(rank + 1), shape.zipf_exponent);
    }

    Urn urn_of(std::vector<double> weights, Setting where) const {
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (!gazetteer_.has(static_cast<int>(i), where)) weights[i] = 0;
        return Urn{weights};
    }

    /// For those that tell the same again.
    void remember(const Story& story) {
        recent_.push_back(story);
        if (recent_.size() > kRemembered) recent_.pop_front();
    }

    Story story(Day day, bool weekend) {
        if (!recent_.empty() && random_.chance(kAlike)) return told_again(day, weekend);
        Story story;
        const bool own = random_.chance(kOwnReports);
        const int month =
            static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{day}.month()));
        const std::size_t of_class = pick_class();
        story.scene =
            own && random_.chance(kGridScenes) ? grid_scene(month) : scene(of_class, month);
        const Scene& about = nth(scenes_, story.scene);
        story.way = own ? own_way() : public_way(of_class);
        story.at = moment(day, weekend, own);
        story.spot = spot(about.where);
        const double overdue =
            about.of_class == "grid" ? mix_.overdue : mix_.classes[of_class].overdue;
        give_traits(story, about, overdue);
        write(story, about);
        return story;
    }

    /// Somebody else reports what one of the last cases was about.
    Story told_again(Day day, bool weekend) {
        Story story = random_.pick(recent_);
        story.at = moment(day, weekend, false);
        story.way = random_.chance(0.5) ? Way::kWechat : Way::kHotline;
        story.alike = true;
        story.self_closed = story.passed_up = story.passed_down = false;
        write(story, nth(scenes_, story.scene));
        return story;
    }

    std::size_t pick_class() {
        std::vector<double> shares;
        for (const ClassMix& each : mix_.classes)
            shares.push_back(each.share);
        return random_.weighted(shares);
    }

    int scene(std::size_t of_class, int month) {
        std::vector<double> weights = weights_[of_class];
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] *= scenes_[i].season(month);
        return static_cast<int>(random_.weighted(weights));
    }

    int grid_scene(int month) {
        std::vector<double> weights;
        for (const Scene& each : scenes_)
            weights.push_back(each.of_class == "grid" ? each.season(month) : 0);
        return static_cast<int>(random_.weighted(weights));
    }

    Way own_way() {
        constexpr std::array<double, 4> shares{0.78, 0.11, 0.06, 0.05};
        return static_cast<Way>(random_.weighted(shares));
    }

    Way public_way(std::size_t of_class) {
        const Shares& channels = mix_.classes[of_class].channels;
        double left = random_.unit();
        for (const auto& [name, share] : channels)
            if ((left -= share) < 0 && name != "other") return way_of(name);
        return way_of("wechat");
    }

    static Way way_of(std::string_view channel) {
        if (channel == "wechat") return Way::kWechat;
        if (channel == "city_app") return Way::kApp;
        if (channel == "mailbox") return Way::kMailbox;
        return Way::kHotline;  // 12345, 12319 and the landline end at one desk here
    }

    Time moment(Day day, bool weekend, bool own) {
        const std::size_t hour =
            own ? random_.weighted(kWorkerHours)
                : random_.weighted(weekend ? mix_.hours_weekend : mix_.hours_workday);
        return from_china_time(day + std::chrono::hours{hour} +
                               std::chrono::seconds{random_.whole(0, 3599)});
    }

    Spot spot(Setting where) {
        const int grid = static_cast<int>(urns_.at(where).draw(random_));
        const auto& spots = gazetteer_.spots(grid, where);
        return spots.empty() ? spot(Setting::kAny) : random_.pick(spots);
    }

    void give_traits(Story& story, const Scene& about, double overdue) {
        story.pace = std::min(0.95, 0.12 + 0.3 * std::abs(random_.normal()));
        if (random_.chance(overdue)) story.late_by = 0.05 + 0.5 * std::abs(random_.normal());
        story.self_closed = story.way == Way::kWorker && random_.chance(about.self_closed);
        const bool county = is_taken_in_by_county(story.way);
        story.passed_up = !county && !story.self_closed && random_.chance(kPassedUp);
        story.passed_down = county && random_.chance(kPassedDown);
        story.rejected = random_.chance(kRejected);
        story.voided = random_.chance(kVoided);
        story.returns = random_.chance(kReturned) ? (random_.chance(kReturnedAgain) ? 2 : 1) : 0;
        story.reworks = random_.chance(kReworked) ? 1 : 0;
        story.extension = random_.chance(kExtended);
        story.suspension = random_.chance(kSuspended);
        story.co_unit = random_.chance(kHelped);
        story.instructed = random_.chance(kInstructed);
        story.whistle = random_.chance(kWhistled);
        if (random_.chance(kNotReached)) {
            story.solved = story.satisfied = Story::Asked::kNotReached;
        } else {
            story.solved = random_.chance(kSolved) ? Story::Asked::kYes : Story::Asked::kNo;
            const double content = story.solved == Story::Asked::kYes ? kSatisfied : 0.15;
            story.satisfied = random_.chance(content) ? Story::Asked::kYes : Story::Asked::kNo;
        }
        story.reopened = story.solved == Story::Asked::kNo && random_.chance(kReopened);
    }

    void write(Story& story, const Scene& about) {
        story.description =
            opening(story.way) + filled(random_.pick(about.texts), story.spot.address);
        story.handled = filled(random_.pick(about.handled), story.spot.address);
        story.reporter.clear();
        story.phone.clear();
        if (!is_public(story.way) || random_.chance(kAnonymous)) return;
        story.reporter = names_.next();
        story.phone = names_.mobile();
    }

    std::string opening(Way way) {
        constexpr std::array<std::string_view, 3> calls{"来电人反映：", "市民来电：", "来电反映，"};
        constexpr std::array<std::string_view, 4> chats{"", "", "您好，", "反映一个问题："};
        constexpr std::array<std::string_view, 3> rounds{"巡查发现，", "", "日常走访中发现，"};
        switch (way) {
            case Way::kHotline:
                return std::string{random_.pick(calls)};
            case Way::kWechat:
            case Way::kApp:
                return std::string{random_.pick(chats)};
            case Way::kMailbox:
                return "领导您好：";
            case Way::kWorker:
                return std::string{random_.pick(rounds)};
            case Way::kPatrol:
                return "巡查员上报：";
            case Way::kDepartment:
                return "部门转办：";
            case Way::kPolice:
                return "非警务警情转办：";
        }
        return {};
    }

    std::string filled(std::string text, const std::string& place) {
        const auto put = [&text](std::string_view slot, std::string_view value) {
            for (auto found = text.find(slot); found != std::string::npos; found = text.find(slot))
                text.replace(found, slot.size(), value);
        };
        put("{place}", place);
        put("{when}", random_.pick(kTimes));
        put("{n}", std::to_string(random_.whole(2, 6)));
        return text;
    }

    const World& world_;
    const Mix& mix_;
    const std::vector<Scene>& scenes_;
    Gazetteer gazetteer_;
    Random random_;
    Names names_;
    std::vector<std::vector<double>> weights_;
    std::map<Setting, Urn> urns_;  ///< of grids
    std::deque<Story> recent_;
    Day day_, until_;
    double per_day_;
};

Teller::Teller(const World& world, const Mix& mix, const std::vector<Scene>& scenes, Day from,
               Day until, int count)
    : telling_(std::make_unique<Telling>(world, mix, scenes, from, until, count)) {}

Teller::~Teller() = default;

std::optional<std::vector<Story>> Teller::next_day() { return telling_->next_day(); }

bool is_public(Way way) { return way >= Way::kWechat; }

bool is_taken_in_by_county(Way way) {
    return way == Way::kHotline || way == Way::kPolice || way == Way::kDepartment;
}

std::vector<Story> tell_stories(const World& world, const Mix& mix,
                                const std::vector<Scene>& scenes, Day from, Day until, int count) {
    Teller teller{world, mix, scenes, from, until, count};
    std::vector<Story> all;
    while (auto day = teller.next_day())
        std::move(day->begin(), day->end(), std::back_inserter(all));
    return all;
}

}  // namespace jingwei::demo
