#include "load/tally.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/json.hpp>

namespace jingwei::load {
namespace {

namespace json = boost::json;

std::uint64_t microseconds(Clock::duration time) {
    const auto count = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    return count < 0 ? 0 : static_cast<std::uint64_t>(count);
}

double ms(std::uint64_t us) { return static_cast<double>(us) / 1'000; }

json::object shown(const Histogram& times) {
    return {{"count", times.count()},
            {"p50_ms", ms(times.quantile(0.5))},
            {"p95_ms", ms(times.quantile(0.95))},
            {"p99_ms", ms(times.quantile(0.99))},
            {"max_ms", ms(times.most())}};
}

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

}  // namespace

Tally::Tally(const Plan& plan)
    : plan_(plan),
      steps_(plan.steps.size()),
      stages_(std::max<std::size_t>(1, plan.stages.size())) {}

void Tally::step(std::size_t step, std::size_t stage, Clock::time_point due,
                 Clock::time_point now) {
    const auto took = microseconds(now - due);
    steps_[step].add(took);
    stages_[stage].requests.add(took);
    if (!plan_.stages.empty()) in_its_second(due, took);
}

void Tally::in_its_second(Clock::time_point due, std::uint64_t took) {
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(due - began_).count();
    const auto second = static_cast<std::size_t>(std::max<std::int64_t>(0, since));
    if (seconds_.size() <= second) seconds_.resize(second + 1);
    seconds_[second].add(took);
}

void Tally::error(std::size_t step, std::size_t stage, int status) {
    ++errors_[{step, status}];
    ++stages_[stage].errors;
}

void Tally::refusal(std::size_t stage, Clock::duration took) {
    stages_[stage].refusals.add(microseconds(took));
}

void Tally::journey(std::size_t stage, Clock::time_point began, Clock::time_point now) {
    stages_[stage].journeys.add(microseconds(now - began));
}

std::string Tally::json(double seconds) const {
    std::uint64_t requests = 0, journeys = 0;
    json::object steps, errors;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        if (steps_[at].count() > 0) steps[plan_.steps[at].name] = shown(steps_[at]);
        requests += steps_[at].count();
    }
    for (const auto& [where, times] : errors_) {
        const auto& [step, status] = where;
        errors[plan_.steps[step].name + " " + std::to_string(status)] = times;
    }
    json::array stages;
    for (std::size_t at = 0; at < stages_.size(); ++at) {
        const OfStage& of = stages_[at];
        journeys += of.journeys.count();
        if (plan_.stages.empty()) continue;
        stages.push_back({{"rate", plan_.stages[at].rate},
                          {"seconds", plan_.stages[at].seconds},
                          {"requests", shown(of.requests)},
                          {"journeys", shown(of.journeys)},
                          {"refusals", shown(of.refusals)},
                          {"errors", of.errors}});
    }
    json::array by_second;
    for (const Histogram& second : seconds_)
        by_second.push_back(ms(second.quantile(0.95)));
    return json::serialize(json::object{{"seconds", seconds},
                                        {"client_seconds", processor_seconds()},
                                        {"journeys", journeys},
                                        {"requests", requests},
                                        {"steps", std::move(steps)},
                                        {"errors", std::move(errors)},
                                        {"p95_ms_by_second", std::move(by_second)},
                                        {"stages", std::move(stages)}});
}

}  // namespace jingwei::load
