#include "audit/audit.h"
#include "db/in_transaction.h"
#include "files/files.h"
#include "files/files_store.h"

namespace jingwei::files {
namespace {

constexpr std::int32_t kOrphansAtOnce = 200;
constexpr int kMostRounds = 50;  // of one run: within the lease of its job

db::Scope on_duty(const std::string& county) {
    auto scope = db::Scope::nobody(county);
    scope.duty = "orphans";
    return scope;
}

audit::Entry removal_of(const std::string& county, Id<File> id, Time now) {
    audit::Entry entry;
    entry.county = county;
    entry.at = now;
    entry.action = "file.remove_orphan";
    entry.subject_kind = "file";
    entry.subject = id.text();
    return entry;
}

}  // namespace

std::size_t Files::remove_orphans(const std::string& county) const {
    const Time until = clock_.now() - kOrphanAfter;
    std::size_t removed = 0;
    Id<File> after;
    for (int round = 0; round < kMostRounds; ++round) {
        const auto some = db::in_transaction(
            pool_, on_duty(county), [&](db::Transaction& tx) -> Result<std::vector<Orphan>> {
                return list_orphans(tx, county, until, after, kOrphansAtOnce);
            });
        for (const Orphan& orphan : *some)
            removed += remove_orphan(county, orphan) ? 1 : 0;
        if (some->size() < kOrphansAtOnce) break;
        after = some->back().id;
    }
    return removed;
}

/// False when something took hold of it since it was listed, or another server was faster.
bool Files::remove_orphan(const std::string& county, const Orphan& orphan) const {
    try {
        const auto removed =
            db::in_transaction(pool_, on_duty(county), [&](db::Transaction& tx) -> Result<bool> {
                hold_content(tx, county, orphan.sha256);
                if (!delete_file(tx, county, orphan.id)) return false;
                audit::record(tx, removal_of(county, orphan.id, clock_.now()));
                // Before the commit: if that fails the next run comes here again, whereas bytes
                // without a row would never be looked at.
                if (!has_content(tx, county, orphan.sha256)) vault_.remove(orphan.sha256);
                return true;
            });
        return removed.has_value() && *removed;
    } catch (const db::ConstraintViolation&) {
        return false;
    }
}

}  // namespace jingwei::files
