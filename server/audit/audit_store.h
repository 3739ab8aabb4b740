#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/seal_rules.h"
#include "db/transaction.h"

/// The audit tables. Reading takes the duty audit or seal, sealing the duty seal.
namespace jingwei::audit::store {

db::Scope sealing(std::string_view county);
db::Scope verifying(std::string_view county);

/// Entries that wait for a seal, oldest first, of at most so many transactions.
std::vector<PendingEntry> pending(db::Transaction& tx, const std::string& county, int most);
std::optional<SealRow> last_seal(db::Transaction& tx, const std::string& county);
/// The seal of what waited in those rows. Waits for another server that is sealing, and then
/// violates audit_seal_pkey.
void add_seal(db::Transaction& tx, const SealRow& seal, const std::vector<Id<AuditEntry>>& rows);

std::vector<SealRow> seals_after(db::Transaction& tx, const std::string& county,
                                 std::int64_t number, int most);
std::vector<EntryRow> entries(db::Transaction& tx, const std::string& county,
                              const std::vector<Id<AuditEntry>>& ids);
/// Entries that no seal covers and that do not wait for one: written past the server.
std::vector<Id<AuditEntry>> strangers(db::Transaction& tx, const std::string& county, int most);
/// What waits for a seal and is not there any more: deleted before it was sealed.
std::vector<Id<AuditEntry>> lost(db::Transaction& tx, const std::string& county, int most);

struct Tail {
    std::int64_t entries = 0;
    std::optional<Time> oldest;
};
BOOST_DESCRIBE_STRUCT(Tail, (), (entries, oldest))
Tail tail(db::Transaction& tx, const std::string& county);

}  // namespace jingwei::audit::store
