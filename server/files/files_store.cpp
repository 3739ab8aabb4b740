#include "files/files_store.h"

#include "files/statements.h"

namespace jingwei::files {

std::optional<FileRow> find_file(db::Transaction& tx, const std::string& county, Id<File> id) {
    return tx.maybe<FileRow>(sql::find_file, county, id);
}

Uploads uploads_since(db::Transaction& tx, const db::Scope& scope, Time since) {
    return tx.one<Uploads>(sql::count_uploads, scope.county, scope.account, since);
}

bool insert_file(db::Transaction& tx, const db::Scope& scope, const FileRow& row, Time now) {
    tx.queue(sql::share_content, scope.county, row.sha256);
    return tx.run(sql::insert_file, scope.county, row.id, scope.account, row.name, row.sha256,
                  row.media_type, row.bytes, row.width, row.height, now) == 1;
}

std::vector<Orphan> list_orphans(db::Transaction& tx, const std::string& county, Time until,
                                 Id<File> after, std::int32_t most) {
    return tx.all<Orphan>(sql::list_orphans, county, until, after, most);
}

void hold_content(db::Transaction& tx, const std::string& county, const std::string& sha256) {
    tx.queue(sql::hold_content, county, sha256);
}

bool has_content(db::Transaction& tx, const std::string& county, const std::string& sha256) {
    return tx.maybe<Id<File>>(sql::find_content, county, sha256).has_value();
}

bool delete_file(db::Transaction& tx, const std::string& county, Id<File> id) {
    return tx.run(sql::delete_file, county, id) == 1;
}

}  // namespace jingwei::files
