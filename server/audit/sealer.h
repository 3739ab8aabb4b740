#pragma once

#include <string>

#include "audit/seal_heads.h"
#include "core/clock.h"
#include "core/seal.h"
#include "db/pool.h"

namespace jingwei::audit {

/// Puts a seal on what was written since the last: to be called every second or so for each county,
/// by any number of servers. An entry is sealed in the batch in which it is first seen committed,
/// so transactions that commit late or out of order miss nothing.
class Sealer {
public:
    static constexpr int kMostTransactions = 1'000;  ///< whose entries one seal covers

    Sealer(db::Pool& pool, const Clock& clock, const KeyRing& keys, const SealHeads& heads)
        : pool_(pool), clock_(clock), keys_(keys), heads_(heads) {}

    /// Seals everything that waits, at most `most_batches`; answers how many entries that were.
    /// When another server seals at the same time, leaves the rest to it.
    std::size_t seal(const std::string& county, int most_batches = 100);

private:
    /// Nothing when another server was quicker.
    std::optional<std::size_t> seal_batch(const std::string& county);

    db::Pool& pool_;
    const Clock& clock_;
    const KeyRing& keys_;
    const SealHeads& heads_;
};

/// What violated constraints of this module mean. Once per pool, before its first transaction.
void register_refusals(db::Pool& pool);

}  // namespace jingwei::audit
