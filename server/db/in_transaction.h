#pragma once

#include <type_traits>
#include <utility>

#include "core/result.h"
#include "db/transaction.h"

namespace jingwei::db {

/// Counts the attempts of one transaction and waits between them, a little longer each time and
/// never as long as another thread (full jitter).
class Attempts {
public:
    explicit Attempts(const PoolOptions& options) : options_(options) {}
    /// False when they are used up; otherwise returns true after the wait.
    bool another();

private:
    const PoolOptions& options_;
    int made_ = 1;
};

/// The refusal registered for a violated constraint; rethrows the current exception without one.
Refusal refusal_or_rethrow(const Pool& pool, const ConstraintViolation& violation);
Refusal scope_refusal();

/// Runs `work(Transaction&) -> Result<T>` in a transaction of its own: commits on a value, rolls
/// back on a refusal, turns a violated named constraint into its refusal, and starts again from the
/// beginning, a bounded number of times, when the database asks for it (40001, 40P01) or the
/// connection is lost before COMMIT. So `work` may run several times: it must not touch anything
/// but the transaction and its own locals. Throws Outage when the attempts are used up.
template <class Work>
auto in_transaction(Pool& pool, const Scope& scope, Work&& work)
    -> std::invoke_result_t<Work&, Transaction&> {
    Attempts attempts{pool.options()};
    for (;;) {
        try {
            Transaction transaction{pool, scope};
            auto result = work(transaction);
            if (result.has_value()) transaction.commit();
            return result;
        } catch (const ConstraintViolation& violation) {
            return refusal_or_rethrow(pool, violation);
        } catch (const ScopeViolation&) {
            return scope_refusal();
        } catch (const Transient&) {
            if (!attempts.another()) throw;
        }
    }
}

}  // namespace jingwei::db
