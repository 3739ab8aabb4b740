#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "demo/founding.h"
#include "demo/script.h"
#include "demo/world.h"

namespace jingwei::demo {

/// Who of the people of the demo county plays which part, as principals that the services take.
class Company {
public:
    Company(const World& world, const Founded& founded, Time founded_at);

    /// Whoever holds the worker's post on the grid.
    const access::Principal& worker(int grid) const;
    /// Whoever sits at the desk of that place; towns and the county have several people, `turn`
    /// picks one.
    const access::Principal& desk(Where where, int turn) const;
    const access::Principal& hotline(int turn) const;
    const access::Principal& supervisor() const;
    /// Whoever works for that office of the World.
    const access::Principal& handler(int office) const;

private:
    const access::Principal& any(const std::vector<int>& people, int turn) const;

    std::vector<std::optional<access::Principal>> principals_;  ///< by person
    std::map<int, int> workers_;                                ///< by grid
    std::map<Where, std::vector<int>> desks_;
    std::vector<int> hotline_;
    std::vector<int> supervisors_;
    std::map<int, int> handlers_;  ///< by office
};

}  // namespace jingwei::demo
