#pragma once

#include "cases/workflow_rules.h"

/// The loop as other modules may know it: what a step makes of a case. Who may take the step is for
/// the service to say.
namespace jingwei::cases {

/// The standing after an action that the service has let through; `standing` itself when the table
/// has no row for that action in that state.
Standing after_step(Action action, const Standing& standing, const Told& told);

}  // namespace jingwei::cases
