#include "audit/audit_store.h"

#include "audit/statements.h"

namespace jingwei::audit::store {
namespace {

db::Scope with_duty(std::string_view county, std::string_view duty) {
    db::Scope scope = db::Scope::whole_county(std::string(county));
    scope.duty = duty;
    return scope;
}

}  // namespace

db::Scope sealing(std::string_view county) { return with_duty(county, "seal"); }

db::Scope verifying(std::string_view county) { return with_duty(county, "audit"); }

std::vector<PendingEntry> pending(db::Transaction& tx, const std::string& county, int most) {
    return tx.all<PendingEntry>(sql::list_pending, county, most);
}

std::optional<SealRow> last_seal(db::Transaction& tx, const std::string& county) {
    return tx.maybe<SealRow>(sql::find_last_seal, county);
}

void add_seal(db::Transaction& tx, const SealRow& seal, const std::vector<Id<AuditEntry>>& rows) {
    tx.queue(sql::insert_seal, seal.county, seal.number, seal.sealed_at, seal.key_id, seal.entries,
             seal.digests, seal.root);
    tx.queue(sql::delete_pending, seal.county, rows, seal.entries);
}

std::vector<SealRow> seals_after(db::Transaction& tx, const std::string& county,
                                 std::int64_t number, int most) {
    return tx.all<SealRow>(sql::list_seals, county, number, most);
}

std::vector<EntryRow> entries(db::Transaction& tx, const std::string& county,
                              const std::vector<Id<AuditEntry>>& ids) {
    return tx.all<EntryRow>(sql::list_entries_by_id, county, ids);
}

std::vector<Id<AuditEntry>> strangers(db::Transaction& tx, const std::string& county, int most) {
    return tx.all<Id<AuditEntry>>(sql::list_strangers, county, most);
}

std::vector<Id<AuditEntry>> lost(db::Transaction& tx, const std::string& county, int most) {
    return tx.all<Id<AuditEntry>>(sql::list_lost, county, most);
}

Tail tail(db::Transaction& tx, const std::string& county) {
    return tx.one<Tail>(sql::read_tail, county);
}

}  // namespace jingwei::audit::store
