#include "audit/sealer.h"

#include <algorithm>

#include "audit/audit_store.h"
#include "db/in_transaction.h"

namespace jingwei::audit {
namespace {

/// Each once.
std::vector<Id<AuditEntry>> rows_of(const std::vector<PendingEntry>& waiting) {
    std::vector<Id<AuditEntry>> rows;
    for (const PendingEntry& entry : waiting)
        rows.push_back(entry.waits_in);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

}  // namespace

std::size_t Sealer::seal(const std::string& county, int most_batches) {
    std::size_t sealed = 0;
    for (int batch = 0; batch < most_batches; ++batch) {
        const auto size = seal_batch(county);
        if (!size || *size == 0) break;
        sealed += *size;
        if (*size < kMostTransactions) break;
    }
    return sealed;
}

std::optional<std::size_t> Sealer::seal_batch(const std::string& county) {
    const auto sealed = db::in_transaction(
        pool_, store::sealing(county), [&](db::Transaction& tx) -> Result<std::optional<SealRow>> {
            // First, so that what another server seals from now on is not sealed twice: either it
            // waits no more, or both seals have the same number.
            const auto last = store::last_seal(tx, county);
            const auto waiting = store::pending(tx, county, kMostTransactions);
            if (waiting.empty()) return std::optional<SealRow>{};
            const std::vector<EntryRow> entries(waiting.begin(), waiting.end());
            const auto seal =
                make_seal(keys_, last ? last->number + 1 : 1, last ? last->root.data : first_root(),
                          entries, clock_.now());
            store::add_seal(tx, seal, rows_of(waiting));
            return std::optional{seal};
        });
    if (!sealed) return std::nullopt;
    if (!*sealed) return 0;
    heads_.save(county, {(*sealed)->number, (*sealed)->root.data});
    return (*sealed)->entries.size();
}

void register_refusals(db::Pool& pool) {
    pool.refuse_on("audit_seal_pkey", {RefusalKind::kConflict, "sealed_meanwhile"});
}

}  // namespace jingwei::audit
