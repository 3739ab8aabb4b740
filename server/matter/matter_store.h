#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "db/transaction.h"
#include "matter/catalogue.h"
#include "matter/catalogue_file.h"

/// The tables of matter. Private to matter. Writing costs no round trip until the next reading.
namespace jingwei::matter::store {

std::int64_t version(db::Transaction& tx, std::string_view county);
void move_version(db::Transaction& tx, std::string_view county);

/// Everything of a county, past versions included.
std::shared_ptr<const Catalogue> read(db::Transaction& tx, std::string_view county);

void save_frame(db::Transaction& tx, std::string_view county, const CatalogueContent& content,
                Time now);
void insert(db::Transaction& tx, std::string_view county, const Matter& version);
/// False when it is not open any more, or began at `at` or later.
db::Pending<bool> close(db::Transaction& tx, std::string_view county, const Matter& version,
                        Time at);

}  // namespace jingwei::matter::store
