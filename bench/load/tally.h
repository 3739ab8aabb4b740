#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "load/histogram.h"
#include "load/plan.h"

namespace jingwei::load {

using Clock = std::chrono::steady_clock;

/// What a run has seen, by step and by stage. Times count from when a request was due.
class Tally {
public:
    static constexpr int kLost = 0;  ///< the status of a request whose connection ended

    explicit Tally(const Plan& plan);

    /// `due` may lie in a stage that is long over: the request counts there.
    void step(std::size_t step, std::size_t stage, Clock::time_point due, Clock::time_point now);
    void error(std::size_t step, std::size_t stage, int status);
    /// How long a refusal took, from when its request was sent.
    void refusal(std::size_t stage, Clock::duration took);
    void journey(std::size_t stage, Clock::time_point began, Clock::time_point now);

    /// From when the seconds of a run with stages are counted.
    void begin(Clock::time_point at) { began_ = at; }

    std::string json(double seconds) const;

private:
    struct OfStage {
        Histogram requests;
        Histogram journeys;
        Histogram refusals;
        std::uint64_t errors = 0;
    };

    void in_its_second(Clock::time_point due, std::uint64_t took);

    const Plan& plan_;
    Clock::time_point began_{};
    std::vector<Histogram> seconds_;  ///< by the second in which a request was due
    std::vector<Histogram> steps_;
    std::vector<OfStage> stages_;
    std::map<std::pair<std::size_t, int>, std::uint64_t> errors_;
};

}  // namespace jingwei::load
