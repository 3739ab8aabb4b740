#include "http/operations.h"

#include <algorithm>

#include "core/log.h"

namespace jingwei::http {
namespace {

struct Readings {
    std::vector<Readiness::Finding> checks;
    std::vector<Readiness::Warning> warnings;
};
BOOST_DESCRIBE_STRUCT(Readings, (), (checks, warnings))

bool is_this_machine(std::string_view client) {
    return client.starts_with("127.") || client == "::1" || client.starts_with("::ffff:127.");
}

Refusal not_ready(const std::vector<Readiness::Finding>& checks) {
    std::string problems;
    for (const auto& check : checks) {
        if (check.ready) continue;
        problems += (problems.empty() ? "" : "; ") + check.name + ": " + *check.problem;
    }
    return {RefusalKind::kUnavailable, "not_ready_because", {}, {{"problems", problems}}};
}

/// Names of parts are for the operator, not for the world.
Result<Reply> ready(const Readiness& readiness, const Request& request) {
    const bool tells = is_this_machine(request.client);
    Readings readings{readiness.look(), {}};
    const bool all = std::ranges::all_of(readings.checks, &Readiness::Finding::ready);
    if (!all && tells) return not_ready(readings.checks);
    if (!all) return Refusal{RefusalKind::kUnavailable, "not_ready"};
    if (tells) {
        readings.warnings = readiness.warnings();
    } else {
        readings.checks.clear();
    }
    return Reply::json(dto::print(readings));
}

}  // namespace

std::vector<Readiness::Finding> Readiness::look() const {
    std::unique_lock looking(looking_, std::try_to_lock);
    if (!looking) {
        if (auto found = found_since({})) return *found;
        looking.lock();
    }
    if (auto found = found_since(std::chrono::steady_clock::now() - kFresh)) return *found;
    auto found = look_anew();
    const std::lock_guard lock(found_mutex_);
    found_ = found;
    found_at_ = std::chrono::steady_clock::now();
    return found;
}

std::optional<std::vector<Readiness::Finding>> Readiness::found_since(
    std::chrono::steady_clock::time_point since) const {
    const std::lock_guard lock(found_mutex_);
    return found_at_ && *found_at_ > since ? std::optional{found_} : std::nullopt;
}

std::vector<Readiness::Finding> Readiness::look_anew() const {
    std::vector<Finding> out;
    for (const auto& [name, check] : checks_) {
        Finding finding{name, true, std::nullopt};
        try {
            finding.problem = check();
        } catch (const std::exception& thrown) {
            finding.problem = thrown.what();
        }
        finding.ready = !finding.problem;
        if (!finding.ready) {
            log::warning("not ready: {}: {}", log::Word{name}, log::Word{*finding.problem});
        }
        out.push_back(std::move(finding));
    }
    return out;
}

std::vector<Readiness::Warning> Readiness::warnings() const {
    std::vector<Warning> out;
    for (const auto& [name, check] : warnings_) {
        try {
            if (auto problem = check()) out.push_back({name, *std::move(problem)});
        } catch (const std::exception& thrown) {
            log::warning("cannot look at {}: {}", log::Word{name}, log::cause(thrown));
        }
    }
    return out;
}

void add_operations(Routes& routes, const Readiness& readiness,
                    std::function<const Metrics&()> metrics) {
    Endpoint health;
    health.path = "/healthz";
    health.permission = kAnyone;
    health.summary = "Whether the process lives";
    health.speaks = Endpoint::Speaks::kRaw;
    health.takes = &dto::shape_of<Nothing>();
    health.content_type = "text/plain";
    health.immediate = true;
    health.run = [](Exchange&) -> Result<Reply> { return Reply::of("text/plain", "ok\n"); };
    routes.add(health);

    health.path = "/metrics";
    health.summary = "Figures for Prometheus, told to this machine only";
    health.run = [metrics = std::move(metrics)](Exchange& exchange) -> Result<Reply> {
        if (!is_this_machine(exchange.request.client)) {
            return Refusal{RefusalKind::kNotFound, "not_found"};
        }
        return Reply::of("text/plain; version=0.0.4", metrics().text());
    };
    routes.add(health);

    health.path = "/readyz";
    health.summary = "Whether requests can be taken";
    health.content_type = "application/json";
    health.immediate = false;
    health.watching = true;
    health.run = [&readiness](Exchange& exchange) { return ready(readiness, exchange.request); };
    routes.add(health);
}

}  // namespace jingwei::http
