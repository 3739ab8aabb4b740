#include "db/in_transaction.h"

#include <sodium.h>

#include <algorithm>
#include <thread>

#include "core/waiting.h"

namespace jingwei::db {

bool Attempts::another() {
    if (made_ >= options_.most_attempts) return false;
    const auto longest = options_.first_wait.count() << std::min(made_ - 1, 16);
    ++made_;
    const auto wait = randombytes_uniform(static_cast<std::uint32_t>(longest) + 1);
    const Waiting waiting;
    std::this_thread::sleep_for(std::chrono::milliseconds{wait});
    return true;
}

Refusal refusal_or_rethrow(const Pool& pool, const ConstraintViolation& violation) {
    auto refusal = pool.refusal_of(violation.constraint);
    if (!refusal) throw;
    return *refusal;
}

Refusal scope_refusal() { return {RefusalKind::kForbidden, "outside_your_scope"}; }

}  // namespace jingwei::db
