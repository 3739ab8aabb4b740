#pragma once

#include "core/id.h"

/// Names for ids; the types themselves belong to the modules that keep them.
namespace jingwei {
struct Account;
struct Unit;
struct Matter;
struct File;
struct Case;
struct Step;
struct PlateCard;
}  // namespace jingwei
