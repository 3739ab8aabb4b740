#pragma once

#include <string>

#include "load/plan.h"

namespace jingwei::load {

/// Opens `connections` streams with the first step of the plan and waits until each has said
/// something; then says "listening" on its output and waits for a line on its input. Then makes the
/// second step `rounds` times and measures how long it takes until every listener has heard the
/// plan's event. Answers the figures as JSON.
std::string listen(const Plan& plan);

}  // namespace jingwei::load
