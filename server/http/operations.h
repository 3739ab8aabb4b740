#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "http/metrics.h"
#include "http/routes.h"

namespace jingwei::http {

/// What must be well for this server to take requests. Filled before the server starts.
class Readiness {
public:
    /// Nothing when all is well; otherwise a sentence with the remedy, for the operator. May block.
    using Check = std::function<std::optional<std::string>()>;

    void add(std::string name, Check check) {
        checks_.push_back({std::move(name), std::move(check)});
    }
    /// What does not stop requests yet and somebody has to see to.
    void warn(std::string name, Check check) {
        warnings_.push_back({std::move(name), std::move(check)});
    }

    struct Finding {
        std::string name;
        bool ready = true;
        std::optional<std::string> problem;
    };
    /// At most once a second, whoever asks: a check may cost a connection to the database. While
    /// one caller looks, the others get what was found before.
    std::vector<Finding> look() const;

    struct Warning {
        std::string name;
        std::string problem;
    };
    /// Of what was given to warn(). A check that throws has nothing to say.
    std::vector<Warning> warnings() const;

private:
    static constexpr std::chrono::seconds kFresh{1};
    std::vector<Finding> look_anew() const;
    std::optional<std::vector<Finding>> found_since(
        std::chrono::steady_clock::time_point since) const;

    struct Named {
        std::string name;
        Check check;
    };
    std::vector<Named> checks_;
    mutable std::mutex looking_;
    mutable std::mutex found_mutex_;
    mutable std::vector<Finding> found_;
    mutable std::optional<std::chrono::steady_clock::time_point> found_at_;
    std::vector<Named> warnings_;
};
BOOST_DESCRIBE_STRUCT(Readiness::Finding, (), (name, ready, problem))
BOOST_DESCRIBE_STRUCT(Readiness::Warning, (), (name, problem))

/// /healthz (the process lives), /readyz (its checks) and /metrics (Prometheus; told to this
/// machine only). `metrics` is asked for when somebody looks: it is made after the routes.
void add_operations(Routes& routes, const Readiness& readiness,
                    std::function<const Metrics&()> metrics);

}  // namespace jingwei::http
