#include "http/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace jingwei::http {
namespace {

/// Upper ends in seconds; what is slower counts only in +Inf.
constexpr std::array kBuckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                              0.1,    0.25,  0.5,    1.0,   2.5,  5.0,   10.0};
constexpr std::size_t kClasses = 5;  ///< 1xx to 5xx

using Count = std::atomic<std::uint64_t>;

}  // namespace

struct Metrics::Counts {
    std::array<Count, kClasses> by_class{};
    std::array<Count, kBuckets.size()> by_time{};
    Count total_ns{0};
    Count total{0};
};

Metrics::Metrics(std::vector<std::string> route_names) : names_(std::move(route_names)) {
    names_.emplace_back("other");
    counts_ = std::make_unique<Counts[]>(names_.size());
}

Metrics::~Metrics() = default;

void Metrics::count(std::size_t route, int status, std::chrono::nanoseconds took) {
    constexpr auto kRelaxed = std::memory_order_relaxed;
    Counts& counts = counts_[std::min(route, other_route())];
    const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    counts.by_class[status_class].fetch_add(1, kRelaxed);
    counts.total.fetch_add(1, kRelaxed);
    counts.total_ns.fetch_add(static_cast<std::uint64_t>(took.count()), kRelaxed);
    const double seconds = std::chrono::duration<double>(took).count();
    const auto* bucket = std::ranges::lower_bound(kBuckets, seconds);
    if (bucket == kBuckets.end()) return;
    counts.by_time[static_cast<std::size_t>(bucket - kBuckets.begin())].fetch_add(1, kRelaxed);
}

void Metrics::add(std::string name, std::string help, Type type, std::function<double()> read) {
    const std::lock_guard lock(figures_mutex_);
    figures_.push_back({std::move(name), std::move(help), type, std::move(read)});
}

std::string Metrics::text() const {
    std::string out =
        "# HELP jingwei_requests_total Answers by route and class of status.\n"
        "# TYPE jingwei_requests_total counter\n";
    const auto to = std::back_inserter(out);
    for (std::size_t route = 0; route < names_.size(); ++route) {
        for (std::size_t at = 0; at < kClasses; ++at) {
            const auto count = counts_[route].by_class[at].load(std::memory_order_relaxed);
            if (count == 0) continue;
            fmt::format_to(to, "jingwei_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n",
                           names_[route], at + 1, count);
        }
    }
    out +=
        "# HELP jingwei_request_seconds Time from the whole request to its answer.\n"
        "# TYPE jingwei_request_seconds histogram\n";
    for (std::size_t route = 0; route < names_.size(); ++route) {
        const Counts& counts = counts_[route];
        const auto total = counts.total.load(std::memory_order_relaxed);
        if (total == 0) continue;
        std::uint64_t below = 0;
        for (std::size_t at = 0; at < kBuckets.size(); ++at) {
            below += counts.by_time[at].load(std::memory_order_relaxed);
            fmt::format_to(to, "jingwei_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                           names_[route], kBuckets[at], below);
        }
        fmt::format_to(to,
                       "jingwei_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n"
                       "jingwei_request_seconds_count{{route=\"{0}\"}} {1}\n",
                       names_[route], total);
        fmt::format_to(to, "jingwei_request_seconds_sum{{route=\"{}\"}} {}\n", names_[route],
                       static_cast<double>(counts.total_ns.load(std::memory_order_relaxed)) / 1e9);
    }
    const std::lock_guard lock(figures_mutex_);
    for (const auto& figure : figures_) {
        fmt::format_to(to, "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", figure.name, figure.help,
                       figure.type == Type::kCounter ? "counter" : "gauge", figure.read());
    }
    return out;
}

}  // namespace jingwei::http
