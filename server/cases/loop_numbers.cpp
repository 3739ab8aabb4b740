#include "cases/loop_numbers.h"

#include <algorithm>

namespace jingwei::cases {

const LoopNumbers& shipped_numbers() {
    static const LoopNumbers shipped;
    return shipped;
}

const LoopVersion* LoopHistory::in_force(Time at) const {
    const auto later = std::ranges::upper_bound(versions_, at, {}, &LoopVersion::valid_from);
    return later == versions_.begin() ? nullptr : &*std::prev(later);
}

const LoopNumbers& LoopHistory::at(Time at) const {
    const LoopVersion* found = in_force(at);
    return found == nullptr ? shipped_numbers() : found->numbers;
}

}  // namespace jingwei::cases
