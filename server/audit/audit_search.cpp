#include "audit/audit_search.h"

#include "audit/statements.h"

namespace jingwei::audit {

std::vector<EntryRow> search(db::Transaction& tx, const std::string& county, const Search& search,
                             int limit) {
    const auto before = search.before ? search.before->second : Id<AuditEntry>::least(search.to);
    return tx.all<EntryRow>(sql::search_entries, county, Id<AuditEntry>::least(search.from), before,
                            search.account, search.action, search.subject_kind, search.subject,
                            limit);
}

}  // namespace jingwei::audit
