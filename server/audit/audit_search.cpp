#include "audit/audit_search.h"

#include "audit/statements.h"

namespace jingwei::audit {

std::vector<EntryRow> search(db::Transaction& tx, const std::string& county, const Search& search,
                             int limit) {
    const Time before = search.before ? search.before->first : search.to;
    const auto id = search.before ? search.before->second : Id<AuditEntry>{};
    return tx.all<EntryRow>(sql::search_entries, county, search.from, search.to, search.account,
                            search.action, search.subject_kind, search.subject, before, id, limit);
}

}  // namespace jingwei::audit
