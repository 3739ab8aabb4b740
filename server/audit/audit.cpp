#include "audit/audit.h"

#include <boost/describe.hpp>
#include <optional>
#include <stdexcept>
#include <vector>

#include "audit/statements.h"

namespace jingwei::audit {
namespace {

/// An entry as its row.
struct EntryWrite {
    std::string county;
    Id<AuditEntry> id;
    Time at;
    std::optional<Id<Account>> account_id;
    std::string action, subject_kind, subject;
    std::optional<std::string> purpose;
    Json detail;
    std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(EntryWrite, (),
                      (county, id, at, account_id, action, subject_kind, subject, purpose, detail,
                       address))

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

EntryWrite row_of(const Entry& entry) {
    return {
        entry.county,       Id<AuditEntry>::make(entry.at),
        entry.at,           entry.account.is_nil() ? std::nullopt : std::optional{entry.account},
        entry.action,       entry.subject_kind,
        entry.subject,      unless_empty(entry.purpose),
        Json{entry.detail}, unless_empty(entry.address)};
}

}  // namespace

void record(db::Transaction& transaction, const Entry& entry) {
    transaction.queue_row(sql::insert_entry, row_of(entry));
}

void record(db::Transaction& transaction, std::span<const Entry> entries) {
    if (entries.size() > kMostTogether) throw std::logic_error("too many audit entries at once");
    std::vector<EntryWrite> rows;
    std::vector<const EntryWrite*> each;
    rows.reserve(entries.size());
    for (const Entry& entry : entries)
        each.push_back(&rows.emplace_back(row_of(entry)));
    transaction.queue_rows<EntryWrite>(sql::insert_entries, each);
}

}  // namespace jingwei::audit
