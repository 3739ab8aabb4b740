#pragma once

#include <memory>
#include <string_view>

#include "staff/roster.h"

namespace jingwei::db {
class Pool;
}

namespace jingwei::staff {

/// The front door: people in posts. The roster of a county is kept in memory like the territory
/// (grid/grid.h): no round trip, replaced when its version moves. Thread-safe.
class Staff {
public:
    explicit Staff(db::Pool& pool);
    ~Staff();

    std::shared_ptr<const Roster> roster(std::string_view county);
    void forget(std::string_view county);

private:
    struct Snapshots;
    std::unique_ptr<Snapshots> snapshots_;
    db::Pool& pool_;
};

}  // namespace jingwei::staff
