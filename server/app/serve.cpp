#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <iostream>

#include "app/commands.h"
#include "app/deployment.h"
#include "app/supervisor.h"
#include "db/listener.h"
#include "http/server.h"

namespace jingwei::app {
namespace {

constexpr std::chrono::seconds kDrainTime{25};  // service managers kill after 30 or more

/// As many connections as there are descriptors for, but for some that everything else needs: the
/// database, photos, pages.
std::size_t most_connections(std::size_t wanted) {
    constexpr std::size_t kOtherFiles = 512;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
    const auto files = static_cast<std::size_t>(limit.rlim_cur);
    return std::min(wanted, std::max(files, 2 * kOtherFiles) - kOtherFiles);
}

http::ServerOptions server_options(const Settings& settings) {
    http::ServerOptions options;
    options.address = settings.address.str();
    options.port = static_cast<std::uint16_t>(settings.port.value());
    options.io_threads = static_cast<std::size_t>(settings.io_threads.value());
    if (settings.tls_cert) options.tls_certificate = settings.tls_cert->str();
    if (settings.tls_key) options.tls_key = settings.tls_key->str();
    options.upload_folder = data_folder(settings) / "uploads";
    options.behind_proxy = settings.behind_proxy;
    options.access_log = settings.access_log;
    if (const auto external = external_map(settings))
        options.picture_sources = map::origins_of(*external);
    options.limits.connections = most_connections(options.limits.connections);
    options.limits.workers = static_cast<std::size_t>(settings.workers.value());
    options.limits.queue = static_cast<std::size_t>(settings.queue.value());
    return options;
}

void mount_apps(http::StaticFiles& files, const Settings& settings) {
    const auto folder = web_folder(settings);
    if (!folder) {
        log::warning("no web apps found: build them (npm run build in web/) or give --web");
        return;
    }
    for (const auto* app : {"desk", "field", "portal"}) {
        files.mount("/" + std::string(app) + "/", *folder / app);
    }
    files.set_home("/desk/");
    files.watch();
}

std::vector<std::string> route_names(const http::Routes& routes) {
    std::vector<std::string> names;
    for (const auto& endpoint : routes.all())
        names.push_back(endpoint->path);
    return names;
}

void add_figures(http::Metrics& metrics, const http::Server& server, const House& house) {
    using enum http::Metrics::Type;
    const auto gauge = [&](std::string name, std::string help, auto read) {
        metrics.add(std::move(name), std::move(help), kGauge,
                    [read] { return static_cast<double>(read()); });
    };
    gauge("jingwei_connections", "Open connections.", [&] { return server.connection_count(); });
    gauge("jingwei_queued_requests", "Requests waiting for a worker.",
          [&] { return server.queued_requests(); });
    gauge("jingwei_busy_workers", "Workers with a request.", [&] { return server.busy_workers(); });
    gauge("jingwei_queued_steps", "Steps and reports waiting to be written.",
          [&] { return house.cases.queued_steps(); });
    gauge("jingwei_event_listeners", "Readers of live events.",
          [&] { return house.events.listener_count(); });
    gauge("jingwei_database_connections", "Connections to the database.",
          [&] { return house.pool.open(); });
    gauge("jingwei_database_connections_idle", "Of these, free.",
          [&] { return house.pool.idle(); });
}

std::optional<std::string> missing_calendar(House& house) {
    const auto calendar = house.calendars.of(house.county());
    std::string told;
    for (const auto& warning : calendar::warnings_of(*calendar, china_day(house.clock.now()),
                                                     house.messages, Language::kEnglish)) {
        told += (told.empty() ? "" : " ") + warning.sentence;
    }
    return told.empty() ? std::nullopt : std::optional{told};
}

void add_checks(House& house, const db::Deployment& deployment) {
    auto& readiness = house.readiness;
    readiness.warn("calendar", [&house] { return missing_calendar(house); });
    readiness.warn("backup", [&deployment] { return deployment.archive_trouble(); });
    readiness.add("database", [&deployment]() -> std::optional<std::string> {
        const auto status = deployment.status();
        if (status.missing.empty()) return std::nullopt;
        return status.missing.front();
    });
}

/// A connection is a file descriptor, and many systems begin with 1,024 of them.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// The supervisor's log needs no thread, which a fork would lose.
void log_without_a_thread() {
    auto logger = std::make_shared<spdlog::logger>(
        "jingwei", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %^%l%$ %v");
    spdlog::set_default_logger(std::move(logger));
}

/// The log, from before the first thread until after the last.
class Logging {
public:
    explicit Logging(log::Level least) { log::start(least); }
    ~Logging() { log::stop(); }
    Logging(const Logging&) = delete;
    Logging& operator=(const Logging&) = delete;
};

/// The process that serves: everything above the database, until SIGTERM.
int serve_requests(const Settings& settings, const db::Deployment& deployment,
                   Supervisor::Shift shift) {
    const EndSignals end;  // before the first thread
    const Logging logging{settings.log_level};
    const SystemClock clock;
    House house(ground_of(settings, deployment), clock);
    add_checks(house, deployment);

    http::StaticFiles files;
    mount_apps(files, settings);
    const Messages& messages = house.messages;
    http::Metrics metrics(route_names(house.routes));
    house.metrics = &metrics;
    http::Server server(server_options(settings), house.routes, house.access.gate(), house.events,
                        files, messages, metrics);
    add_figures(metrics, server, house);
    db::Listener listener(house.pool.options());
    listener.on(cases::kCasesChannel, [&](std::string_view payload) { house.live.heard(payload); });
    listener.start();
    house.jobs.start();
    house.copies.start();
    server.start(std::move(shift.socket));
    shift.ready();
    if (shift.first) {
        std::cout << "Jingwei listens on " << (settings.tls_cert ? "https" : "http") << "://"
                  << settings.address.str() << ':' << server.port() << '/' << std::endl;
    }

    end.wait();
    const bool finished = server.drain(kDrainTime);
    house.exports.stop();
    house.copies.stop();
    house.jobs.stop();
    listener.stop();
    if (!finished) log::warning("some requests were cut off");
    return 0;
}

}  // namespace

int serve(const Settings& settings) {
    db::Deployment deployment(deployment_options(settings));
    deployment.open();
    raise_file_limit();
    log_without_a_thread();
    http::ListeningSocket socket(settings.address.str(),
                                 static_cast<std::uint16_t>(settings.port.value()));
    Supervisor supervisor(deployment, std::move(socket), [&](Supervisor::Shift shift) {
        return serve_requests(settings, deployment, std::move(shift));
    });
    return supervisor.run();
}

}  // namespace jingwei::app
