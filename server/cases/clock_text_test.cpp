#include "cases/clock_text.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include "core/dto.h"
#include "core/enum_name.h"

namespace jingwei::cases {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;

constexpr Time kMonday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + hours{1}};

CaseClock handling() {
    return {.stage = Stage::kHandle,
            .holder = "990001/101",
            .started_at = kMonday,
            .limit = {.amount = 5, .unit = calendar::LimitUnit::kWorkingDays},
            .yellow_at = kMonday + hours{72},
            .due_at = kMonday + hours{96}};
}

/// As the web sees them, so that no field is forgotten here.
std::string shown(const std::vector<CaseClock>& clocks) { return dto::print(clocks); }

class Clocks {
public:
    explicit Clocks(std::uint32_t seed) : random_(seed) {}

    CaseClock any() {
        CaseClock clock = handling();
        clock.stage = any_of<Stage>();
        clock.round = pick(1, 9);
        if (pick(0, 3) == 0) clock.holder.clear();
        clock.started_at = moment();
        clock.limit = limit();
        if (pick(0, 1) == 0) clock.extra = limit();
        clock.yellow_at = moment();
        clock.due_at = moment();
        clock.provisional = pick(0, 1) == 0;
        clock.end = any_of<ClockEnd>();
        if (pick(0, 1) == 0) clock.stopped_at = moment();
        for (int pauses = pick(0, 3); pauses > 0; --pauses)
            clock.pauses.push_back({moment(), moment()});
        if (pick(0, 3) == 0) clock.pauses.push_back({moment(), std::nullopt});
        clock.plate = any_of<Plate>();
        return clock;
    }
    int pick(int least, int most) {
        return std::uniform_int_distribution<int>{least, most}(random_);
    }

private:
    template <class Enum>
    Enum any_of() {
        const auto values = enum_values<Enum>();
        return values[static_cast<std::size_t>(pick(0, static_cast<int>(values.size()) - 1))];
    }
    Time moment() {
        return kMonday + microseconds{std::int64_t{pick(-900'000, 900'000)} * 1'000'003};
    }
    calendar::Limit limit() { return {pick(1, 1000), any_of<calendar::LimitUnit>()}; }

    std::mt19937 random_;
};

TEST(ClockText, is_one_line_of_words) {
    EXPECT_EQ(clock_text(std::vector{handling()}),
              "handle 1 990001/101 1772413200000000 5:working_days - 259200000000 345600000000 0 "
              "running - - none");
    EXPECT_EQ(clock_text({}), "");
    EXPECT_TRUE(read_clock_text("").empty());
}

TEST(ClockText, reads_what_it_writes) {
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE(seed);
    Clocks random{seed};
    for (int round = 0; round < 500; ++round) {
        std::vector<CaseClock> clocks;
        for (int many = random.pick(0, 5); many > 0; --many)
            clocks.push_back(random.any());
        EXPECT_EQ(shown(read_clock_text(clock_text(clocks))), shown(clocks));
    }
}

TEST(ClockText, says_what_it_cannot_read) {
    const std::string good = clock_text(std::vector{handling()});
    for (const char* const bad : {"lunch", "handle", "handle one", ";", "[]"})
        EXPECT_THROW(read_clock_text(bad), std::invalid_argument) << bad;
    for (std::size_t length = 1; length < good.rfind(' '); ++length)
        EXPECT_THROW(read_clock_text(good.substr(0, length)), std::invalid_argument) << length;
}

}  // namespace
}  // namespace jingwei::cases
