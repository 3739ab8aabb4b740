#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/actor.h"
#include "grid/unit.h"

/// To whom a desk may give a case: to the units of its own level and of those below it. What needs
/// a unit above or beside it is passed up. The page offers by the same rule as the step is held to.
namespace jingwei::cases {

/// Of the subtrees on which somebody screens (none inside another), the one that holds the place of
/// the case: its root is his own node. Nothing: he is no desk of it.
std::optional<std::string> assigning_reach(const std::vector<std::string>& screened,
                                           std::string_view grid_path);

/// The same for who takes the step. Nothing for the system too.
std::optional<std::string> assigning_reach(const Actor& actor, const CaseRecord& record);

/// Whether that unit lies within the reach of an assignment.
bool may_be_assigned(const grid::Unit& unit, std::string_view reach);

}  // namespace jingwei::cases
