#pragma once

#include <cstdint>
#include <vector>

#include "matter/catalogue.h"
#include "matter/catalogue_file.h"

namespace jingwei::matter {

/// What has to be written so that the catalogue in force becomes another.
struct CatalogueChange {
    std::vector<Matter> begun;         ///< new versions, complete: id, version, valid_from
    std::vector<const Matter*> ended;  ///< open versions to be closed; owned by the catalogue
    std::int32_t added = 0;            ///< of `begun`: matters that were not in force
    std::int32_t changed = 0;          ///< of `begun`: matters that were in force otherwise
    std::int32_t dropped = 0;          ///< in force, and not in the new one
    std::int32_t unchanged = 0;
};

/// The same in everything but id, version and time?
bool same_content(const Matter& one, const Matter& other);

/// A matter keeps its id by its code, even when it was dropped in between.
CatalogueChange change_to(const Catalogue& known, std::vector<Matter> wanted, Time now);

/// The next version of `before` (null: the first of a new matter), in force from `now`.
Matter next_version(const Matter* before, Matter content, Time now);

}  // namespace jingwei::matter
