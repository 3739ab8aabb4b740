#pragma once

#include <memory>
#include <string_view>

#include "grid/territory.h"
#include "grid/unit.h"

namespace jingwei::db {
class Pool;
}

namespace jingwei::grid {

/// The front door: who answers where. Snapshots are kept per county and replaced when the county's
/// version moves (at once for a change made by this process, by NOTIFY for one made elsewhere), so
/// asking costs no round trip. Hold the pointer for the length of one request, so that one request
/// sees one territory. Thread-safe.
class Grid {
public:
    explicit Grid(db::Pool& pool);
    ~Grid();

    std::shared_ptr<const Territory> territory(std::string_view county);
    std::shared_ptr<const Units> units(std::string_view county);

    /// The next question about this county reads the database again.
    void forget(std::string_view county);

private:
    struct Snapshots;
    std::unique_ptr<Snapshots> snapshots_;
    db::Pool& pool_;
};

}  // namespace jingwei::grid
