#pragma once

#include "db/pool.h"

namespace jingwei::testing {

/// Returns as soon as another connection of the pool's database and role waits for a lock. For
/// tests of two at once; asks the database again and again, and throws after a minute.
void await_waiting(db::Pool& pool);

}  // namespace jingwei::testing
