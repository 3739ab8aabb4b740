#include "testing/waiting.h"

#include <chrono>
#include <stdexcept>

#include "db/transaction.h"
#include "testing/database.h"

namespace jingwei::testing {

void await_waiting(db::Pool& pool) {
    static const db::Statement kWaiting{
        "testing.waiting",
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"};
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    while (std::chrono::steady_clock::now() < end) {
        // A transaction each, since one sees the same activity to its end.
        db::Transaction tx{pool, Database::everything()};
        if (tx.one<std::int64_t>(kWaiting) > 0) return;
    }
    throw std::runtime_error("nobody waits for a lock");
}

}  // namespace jingwei::testing
