#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/transaction.h"
#include "exchange/export_views.h"

namespace jingwei {
struct Account;  // names Id<Account>
}

namespace jingwei::exchange {

/// A row of table case_export.
struct ExportRow {
    Id<Export> id;
    std::string name;
    TableFormat format = TableFormat::kXlsx;
    std::string language;  ///< "zh-CN" or "en"
    Json query{"{}"};
    ExportState state = ExportState::kWaiting;
    std::int32_t rows = 0;
    std::optional<std::int64_t> bytes;
    std::optional<std::string> fault;  ///< code of a refusal
    Time asked_at;
    std::optional<Time> finished_at;
    std::string scope;  ///< where its asker read when it was asked for
};
BOOST_DESCRIBE_STRUCT(ExportRow, (),
                      (id, name, format, language, query, state, rows, bytes, fault, asked_at,
                       finished_at, scope))

/// What an account has asked for lately.
struct Asked {
    std::int64_t unfinished = 0;
    std::int64_t today = 0;  ///< since the moment given
};
BOOST_DESCRIBE_STRUCT(Asked, (), (unfinished, today))

/// Until the transaction ends, no other request of that account is counted.
Asked count_asked(db::Transaction& tx, const db::Scope& scope, Time since);
/// False when there is one of that id, whoever's it is.
bool insert_export(db::Transaction& tx, const db::Scope& scope, const ExportRow& row);
/// Of the account of the transaction.
std::optional<ExportRow> find_export(db::Transaction& tx, const std::string& county, Id<Export> id);
/// Newest first, at most 100.
std::vector<ExportRow> list_exports(db::Transaction& tx, const db::Scope& scope, Time since);
/// False when it is not there any more.
bool save_progress(db::Transaction& tx, const std::string& county, const ExportRow& row);
/// By its asker: false when it is not there any more.
bool remove_export(db::Transaction& tx, const std::string& county, Id<Export> id, Time now);

// ---- duty exports

bool delete_export(db::Transaction& tx, const std::string& county, Id<Export> id);
void fail_stuck_exports(db::Transaction& tx, const std::string& county, Time until, Time now,
                        const std::string& fault);
/// Asked for then or earlier, at most 500.
std::vector<Id<Export>> list_old_exports(db::Transaction& tx, const std::string& county,
                                         Time until);

}  // namespace jingwei::exchange
