#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/seal_rules.h"
#include "db/transaction.h"

namespace jingwei::audit {

/// What an auditor looks for. What is absent is any.
struct Search {
    Time from;
    Time to;  ///< open end
    std::optional<Id<Account>> account;
    std::optional<std::string> action;
    std::optional<std::string> subject_kind;
    std::optional<std::string> subject;
    /// The entry after which to go on: the last one of the page before.
    std::optional<std::pair<Time, Id<AuditEntry>>> before;
};

/// Newest first. The transaction has the duty audit.
std::vector<EntryRow> search(db::Transaction& tx, const std::string& county, const Search& search,
                             int limit);

}  // namespace jingwei::audit
