#include "exchange/exports_store.h"

#include "exchange/statements.h"

namespace jingwei::exchange {

Asked count_asked(db::Transaction& tx, const db::Scope& scope, Time since) {
    tx.queue(sql::hold_asker, scope.county, scope.account);
    return tx.one<Asked>(sql::count_asked, scope.county, scope.account, since);
}

bool insert_export(db::Transaction& tx, const db::Scope& scope, const ExportRow& row) {
    return tx.run(sql::insert_export, scope.county, row.id, scope.account, row.name, row.format,
                  row.language, row.query, row.asked_at, row.scope) == 1;
}

std::optional<ExportRow> find_export(db::Transaction& tx, const std::string& county,
                                     Id<Export> id) {
    return tx.maybe<ExportRow>(sql::find_export, county, id);
}

std::vector<ExportRow> list_exports(db::Transaction& tx, const db::Scope& scope, Time since) {
    return tx.all<ExportRow>(sql::list_exports, scope.county, scope.account, since);
}

bool save_progress(db::Transaction& tx, const std::string& county, const ExportRow& row) {
    return tx.run(sql::save_progress, county, row.id, row.state, row.rows, row.bytes, row.fault,
                  row.finished_at) == 1;
}

bool remove_export(db::Transaction& tx, const std::string& county, Id<Export> id, Time now) {
    return tx.run(sql::remove_export, county, id, now) == 1;
}

void fail_stuck_exports(db::Transaction& tx, const std::string& county, Time until, Time now,
                        const std::string& fault) {
    tx.queue(sql::fail_stuck_exports, county, until, now, fault);
}

bool delete_export(db::Transaction& tx, const std::string& county, Id<Export> id) {
    return tx.run(sql::delete_export, county, id) == 1;
}

std::vector<Id<Export>> list_old_exports(db::Transaction& tx, const std::string& county,
                                         Time until) {
    return tx.all<Id<Export>>(sql::list_old_exports, county, until);
}

}  // namespace jingwei::exchange
