#include "fuzz.h"

namespace jingwei::fuzz {

std::vector<Target> house_targets() { return {}; }

}  // namespace jingwei::fuzz
