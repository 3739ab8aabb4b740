#include "demo/demo.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "app/commands.h"
#include "app/deployment.h"
#include "app/house.h"
#include "core/time_text.h"

namespace jingwei::app {
namespace {

constexpr int kBarWidth = 30;

/// One line on the terminal that is written over; in a log a line for each new thing.
class Bar {
public:
    void show(std::string_view what, double share) {
        const int filled = static_cast<int>(share * kBarWidth);
        const bool is_new = what != what_;
        if (!is_new && filled == filled_) return;
        what_ = what;
        filled_ = filled;
        if (!watched_) {
            if (is_new) std::cerr << what << '\n' << std::flush;
            return;
        }
        std::cerr << fmt::format("\r[{:#<{}}{:.<{}}] {:3.0f} % {}  ", "", filled, "",
                                 kBarWidth - filled, 100 * share, what)
                  << std::flush;
    }
    void end() {
        if (watched_ && filled_ >= 0) std::cerr << '\n';
    }

private:
    const bool watched_ = isatty(STDERR_FILENO) == 1;
    std::string what_;
    int filled_ = -1;
};

/// Hours: a demo that is loaded twice within one shows the same.
Time this_hour() { return std::chrono::floor<std::chrono::hours>(SystemClock{}.now()); }

/// Tells what was loaded. The demo speaks the language of its county.
class Teller {
public:
    explicit Teller(const Messages& messages) : messages_(messages) {}

    void tell(const demo::Loaded& loaded, const demo::Order& order) const {
        if (loaded.was_there) {
            say("demo_there", {});
        } else {
            say("demo_loaded", {{"county", std::string{demo::kCountyName}},
                                {"cases", std::to_string(loaded.played.cases)},
                                {"steps", std::to_string(loaded.played.steps)},
                                {"seed", std::to_string(order.seed)},
                                {"until", day_text(china_day(order.until))}});
        }
        for (const auto& [code, times] : loaded.played.refused)
            say("demo_refused", {{"code", code}, {"times", std::to_string(times)}});
        say("demo_accounts", {{"password", std::string{demo::kPassword}}});
        for (const auto& [role, login, name, place] : loaded.examples)
            std::cout << fmt::format("  {:<12} {}  {}  {}\n", login, role, name, place);
    }

private:
    void say(std::string_view code, const Details& details) const {
        std::cout << messages_.sentence(Language::kChinese, code, details) << '\n';
    }

    const Messages& messages_;
};

}  // namespace

int load_demo(const Settings& settings, const DemoChoice& choice) {
    demo::Order order;
    order.seed = choice.seed;
    order.until = this_hour();
    const bool county = choice.scale == "county";
    order.scale = county ? demo::Scale::kCounty : demo::Scale::kTown;
    order.cases = choice.cases.value_or(county ? demo::kCountyCases : demo::kTownCases);
    if (!choice.until.empty()) {
        const auto day = parse_day(choice.until);
        if (!day) throw std::runtime_error("--until wants a day such as 2026-11-22");
        order.until = from_china_time(*day);
    }
    if (settings.county && settings.county->str() != demo::kCountyCode) {
        if (choice.if_empty) return 0;
        throw std::runtime_error("the demo is a county of its own: leave --county away");
    }
    db::Deployment deployment(deployment_options(settings));
    deployment.open();
    ManualClock clock(Time{});
    Ground ground = ground_of(settings, deployment);
    const auto folder = ground.folder;
    ground.pool.waits_for_disk = false;  // a load that a power cut ends is begun anew
    House house(std::move(ground), clock);
    const files::Vault vault{folder / "files"};
    Bar bar;
    const demo::House ground_floor{house.pool,
                                   clock,
                                   house.grid,
                                   house.staff,
                                   house.access,
                                   house.calendars,
                                   house.matters,
                                   vault,
                                   house.keys(),
                                   [&](std::string_view of) { return house.world(of); },
                                   [&] { return deployment.owner(); },
                                   folder};
    const auto loaded =
        demo::load(ground_floor, order, [&](auto what, double share) { bar.show(what, share); });
    bar.end();
    if (!loaded && choice.if_empty && loaded.error().code == "demo_county_taken") return 0;
    if (!loaded) {
        const auto& refusal = loaded.error();
        std::cerr << house.messages.sentence(Language::kChinese, refusal.code, refusal.details)
                  << '\n';
        return 1;
    }
    Teller{house.messages}.tell(*loaded, order);
    deployment.close();
    return 0;
}

}  // namespace jingwei::app
