#pragma once

#include <string_view>

#include "cases/case_words.h"

namespace jingwei::cases {

/// What a role must hold for somebody to take a step: where the case lies, or at the unit that has
/// it. Which steps a person may take also depends on what that person is to the case, which is for
/// workflow_rules.h to say.
std::string_view permission_at_place(Action action);
std::string_view permission_at_unit(Action action);

/// What the route asks, which does not know the case yet: held by everybody who might take the
/// step.
std::string_view permission_of(Action action);

}  // namespace jingwei::cases
