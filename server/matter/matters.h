#pragma once

#include <memory>
#include <string_view>

#include "matter/catalogue.h"
#include "matter/suggestion.h"

namespace jingwei::db {
class Pool;
}

namespace jingwei::matter {

/// The front door: what may be raised in a county's grids. Catalogues are kept in memory per county
/// and read again when they have changed, so asking costs no round trip. Hold the pointer for the
/// length of one request. Thread-safe.
class Matters {
public:
    explicit Matters(db::Pool& pool);
    ~Matters();

    /// Shared because a reader may still hold the catalogue that an import replaces.
    std::shared_ptr<const Catalogue> catalogue(std::string_view county);

    /// The next question about this county reads the database again.
    void forget(std::string_view county);

private:
    struct Snapshots;
    std::unique_ptr<Snapshots> snapshots_;
    db::Pool& pool_;
};

}  // namespace jingwei::matter
