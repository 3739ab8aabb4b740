#include "cases/loop.h"

#include <algorithm>

namespace jingwei::cases {

Standing after_step(Action action, const Standing& standing, const Told& told) {
    const auto table = rules();
    const auto row = std::ranges::find_if(table, [&](const Rule& rule) {
        return rule.action == action && rule.from.has(standing.state);
    });
    return row == table.end() ? standing : after(*row, standing, told);
}

}  // namespace jingwei::cases
