#include "audit/audit.h"

#include <optional>

#include "audit/statements.h"

namespace jingwei::audit {
namespace {

std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>{text};
}

}  // namespace

void record(db::Transaction& transaction, const Entry& entry) {
    const auto id = Id<AuditEntry>::make(entry.at);
    const auto account = entry.account.is_nil() ? std::nullopt : std::optional{entry.account};
    transaction.queue(sql::insert_entry, entry.county, id, entry.at, account, entry.action,
                      entry.subject_kind, entry.subject, unless_empty(entry.purpose), entry.detail,
                      unless_empty(entry.address));
}

}  // namespace jingwei::audit
