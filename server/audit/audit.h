#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "core/id.h"
#include "db/transaction.h"

/// What was done, by whom: kept for good, sealed in keyed batches, checked by
/// `jingwei verify audit`. docs/adr/0023-audit-sealed-in-batches.md
namespace jingwei::audit {

struct AuditEntry;  // names Id<AuditEntry>

/// One thing that was done: every write, every sign-in, every reading of personal data.
/// Says which record, never what the record says of a person.
struct Entry {
    std::string county;
    Id<Account> account;  ///< who did it; nil: the system itself
    Time at;
    std::string action;         ///< "case.assign": [a-z_] words with a point between
    std::string subject_kind;   ///< the noun of the thing: "case", "account", "role_grant"
    std::string subject;        ///< its id
    std::string purpose = {};   ///< of a reading of personal data: why; else empty
    std::string detail = "{}";  ///< a JSON object: what changed, by code and id
    std::string address = {};   ///< network address, of sign-ins only
};

/// Writes the entry in the transaction that does the thing itself, so neither is there without the
/// other; costs no round trip. Row-level security refuses an entry in another account's name than
/// that of the transaction's scope.
void record(db::Transaction& transaction, const Entry& entry);
/// Of how many entries one record() may be, so that a seal has a bound.
inline constexpr std::size_t kMostTogether = 64;
/// The same for several. Throws std::logic_error on more than kMostTogether.
void record(db::Transaction& transaction, std::span<const Entry> entries);

}  // namespace jingwei::audit
