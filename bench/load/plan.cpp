#include "load/plan.h"

#include <boost/json.hpp>
#include <stdexcept>

namespace jingwei::load {
namespace {

namespace json = boost::json;

template <class T>
void take(const json::object& from, std::string_view name, T& into) {
    if (const auto* found = from.if_contains(name)) into = json::value_to<T>(*found);
}

std::vector<Stage> stages_of(const json::array& from) {
    std::vector<Stage> stages;
    for (const auto& one : from) {
        Stage stage;
        take(one.as_object(), "rate", stage.rate);
        take(one.as_object(), "seconds", stage.seconds);
        stages.push_back(stage);
    }
    return stages;
}

std::vector<StepPlan> steps_of(const json::array& from, const std::vector<std::string>& words) {
    std::vector<StepPlan> steps;
    for (const auto& one : from) {
        const auto text = [&](const char* name) {
            return json::value_to<std::string>(one.as_object().at(name));
        };
        steps.push_back({text("name"), {text("head"), words}, {text("body"), words}});
    }
    return steps;
}

void check(const Plan& plan) {
    if (plan.mode != "journeys" && plan.mode != "listen") throw std::runtime_error("no such mode");
    if (plan.cast.empty() || plan.steps.empty()) throw std::runtime_error("nobody does anything");
    if (plan.connections == 0) throw std::runtime_error("no connections");
    if (plan.prelude > 0 && (plan.journeys == 0 || !plan.stages.empty())) {
        throw std::runtime_error("a prelude is for a number of journeys in a closed loop");
    }
}

}  // namespace

Plan parse_plan(std::string_view text) {
    const auto parsed = json::parse(text);
    const json::object& from = parsed.as_object();
    Plan plan;
    take(from, "mode", plan.mode);
    take(from, "port", plan.port);
    take(from, "connections", plan.connections);
    take(from, "seconds", plan.seconds);
    take(from, "journeys", plan.journeys);
    take(from, "prelude", plan.prelude);
    take(from, "seed", plan.seed);
    take(from, "in_order", plan.in_order);
    take(from, "event", plan.event);
    take(from, "rounds", plan.rounds);
    take(from, "cast", plan.cast);
    if (const auto* found = from.if_contains("stages")) plan.stages = stages_of(found->as_array());
    std::vector<std::string> words;
    take(from, "words", words);
    for (const auto& values : plan.cast) {
        if (values.size() != words.size()) throw std::runtime_error("a cast with other words");
    }
    plan.steps = steps_of(from.at("steps").as_array(), words);
    check(plan);
    return plan;
}

}  // namespace jingwei::load
