#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/transaction.h"
#include "files/file_views.h"
#include "files/vault.h"

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

/// An upload of that name, whose bytes are kept.
FileRow row_of(Id<File> id, std::string_view name, const KeptFile& kept, Id<Account> account);

/// What an account uploaded since a moment.
struct Uploads {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(Uploads, (), (files, bytes))

Uploads uploads_since(db::Transaction& tx, const db::Scope& scope, Time since);

std::optional<FileRow> find_file(db::Transaction& tx, const std::string& county, Id<File> id);
/// False when a file of that id is there already, whoever's it is.
/// Nobody takes the bytes of `row` away before the transaction ends.
bool insert_file(db::Transaction& tx, const db::Scope& scope, const FileRow& row, Time now);

// ---- what nothing holds (duty orphans)

struct Orphan {
    Id<File> id;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(Orphan, (), (id, sha256))

std::vector<Orphan> list_orphans(db::Transaction& tx, const std::string& county, Time until,
                                 Id<File> after, std::int32_t most);
/// Until the transaction ends nobody else takes those bytes in or away.
void hold_content(db::Transaction& tx, const std::string& county, const std::string& sha256);
/// Whether any upload of the county has those bytes.
bool has_content(db::Transaction& tx, const std::string& county, const std::string& sha256);
/// False when it is gone. Waits for who is taking hold of it, and then throws
/// db::ConstraintViolation.
bool delete_file(db::Transaction& tx, const std::string& county, Id<File> id);

}  // namespace jingwei::files
