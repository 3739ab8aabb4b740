#pragma once

#include <optional>
#include <string>

#include "db/transaction.h"
#include "files/file_views.h"

namespace jingwei::files {

struct FileRow {
    Id<File> id;
    std::string name;
    std::string sha256;
    std::string media_type;
    std::int64_t bytes = 0;
    std::optional<std::int32_t> width;
    std::optional<std::int32_t> height;
    Id<Account> account;  ///< who uploaded it
};
BOOST_DESCRIBE_STRUCT(FileRow, (), (id, name, sha256, media_type, bytes, width, height, account))

/// What an account uploaded since a moment.
struct Uploads {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(Uploads, (), (files, bytes))

Uploads uploads_since(db::Transaction& tx, const db::Scope& scope, Time since);

std::optional<FileRow> find_file(db::Transaction& tx, const std::string& county, Id<File> id);
/// False when a file of that id is there already, whoever's it is.
bool insert_file(db::Transaction& tx, const db::Scope& scope, const FileRow& row, Time now);

}  // namespace jingwei::files
