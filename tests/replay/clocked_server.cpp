// The whole server over a clock that stands still: for tests that live through months. It is a
// program of the tests and no mode of `jingwei`, so no server of anybody can be told the time.
//
//   jingwei_clocked_server FOLDER COUNTY     a private database in FOLDER, real divisions of COUNTY
//
// Says "listening PORT" on its output, then answers each line of its input with one line:
//   clock 2018-02-08T07:34:40Z     the clock shows that (never an earlier moment)
//   timers                         what is due by itself is done; answers how many steps
// At the end of its input it drains and ends.

#include <sodium.h>

#include <filesystem>
#include <iostream>
#include <sstream>

#include "app/deployment.h"
#include "app/house.h"
#include "core/log.h"
#include "core/time_text.h"
#include "http/server.h"

namespace {

using namespace jingwei;

constexpr std::string_view kPassword = "Replay-of-2018";

struct Account {
    std::string_view login;
    std::vector<std::string_view> roles;
};

/// The officers exclude each other; the handlers get their units over HTTP.
const std::vector<Account> kAccounts{{"system", {"admin_system"}},
                                     {"security", {"security_officer"}},
                                     {"centre", {"dispatcher", "hotline_taker", "supervisor"}},
                                     {"handler1", {}},
                                     {"handler2", {}}};

void open_county(app::House& house, const std::string& county) {
    const auto scope = db::Scope::whole_county(county);
    house.grid.import_divisions(scope, std::filesystem::path{JINGWEI_SOURCE_DIR} / "data/divisions")
        .value();
    const Time now = house.clock.now();
    const auto hash = house.access.passwords().hash(kPassword).value();
    const auto opener = access::Actor::system(county, "accounts");
    const auto giver = access::Actor::system(county, "grants");
    for (const auto& [login, roles] : kAccounts) {
        const auto id = Id<jingwei::Account>::make(now);
        db::Transaction transaction{house.pool, opener.scope};
        access::add_account(transaction, opener,
                            {id, std::string{login}, std::string{login}, county, hash, false}, now);
        transaction.commit();
        for (const auto role : roles) {
            access::NewGrant grant;
            grant.account = id;
            grant.role = role;
            grant.path = county;
            grant.valid_from = now;
            house.access.grants().give(giver, Id<access::RoleGrant>::make(now), grant).value();
        }
    }
}

std::string obey(app::House& house, ManualClock& clock, const std::string& county,
                 const std::string& line) {
    std::istringstream words{line};
    std::string word, moment;
    words >> word >> moment;
    if (word == "timers") {
        std::size_t steps = 0;
        while (const std::size_t some = house.cases.run_timers(county))
            steps += some;
        return std::to_string(steps);
    }
    const auto time = word == "clock" ? parse_rfc3339(moment) : std::nullopt;
    if (!time || *time < clock.now()) return "no: " + line;
    clock.set(*time);
    return "ok";
}

int run(const std::filesystem::path& folder, const std::string& county) {
    app::Settings settings;
    settings.data = folder.string();
    settings.county = county;
    settings.port = 0;
    db::Deployment deployment(app::deployment_options(settings));
    deployment.open();
    log::start(log::Level::kWarning);
    ManualClock clock{*parse_rfc3339("2018-02-01T00:00:00Z")};
    app::House house(app::ground_of(settings, deployment), clock);
    open_county(house, county);

    http::StaticFiles files;
    const Messages messages = Messages::shipped();
    http::Metrics metrics({});
    house.metrics = &metrics;
    http::ServerOptions options;
    options.upload_folder = folder / "uploads";
    options.access_log = false;
    http::Server server(options, house.routes, house.access.gate(), house.events, files, messages,
                        metrics);
    server.start();
    std::cout << "listening " << server.port() << std::endl;
    for (std::string line; std::getline(std::cin, line);)
        std::cout << obey(house, clock, county, line) << std::endl;
    server.drain(std::chrono::seconds{10});
    deployment.close();
    log::stop();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 || sodium_init() < 0) return 2;
    return run(argv[1], argv[2]);
}
