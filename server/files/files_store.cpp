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
    return tx.run(sql::insert_file, scope.county, row.id, scope.account, row.name, row.sha256,
                  row.media_type, row.bytes, row.width, row.height, now) == 1;
}

}  // namespace jingwei::files
