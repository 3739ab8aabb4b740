#include "db/bulk_load.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/statements.h"

namespace jingwei::db {
namespace {

std::string array_of(const std::vector<std::string>& names) {
    std::string array;
    Codec<std::vector<std::string>>::write(array, names);
    return array;
}

std::vector<std::string> together(const BulkTables& tables) {
    std::vector<std::string> all = tables.bare;
    all.insert(all.end(), tables.as_they_are.begin(), tables.as_they_are.end());
    return all;
}

}  // namespace

BulkLoad::BulkLoad(Session owner, BulkTables tables)
    : owner_(std::move(owner)), tables_(std::move(tables)) {
    // The sorting of keys and indexes is the only memory that a load wants much of.
    owner_.execute(
        "BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = off;"
        "SET LOCAL maintenance_work_mem = '512MB'");
    for (const std::string& each : together(tables_))
        owner_.execute(fmt::format("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY", table(each)));
    bare_ = all_empty();
    if (bare_) strip();
}

std::string BulkLoad::table(const std::string& name) const { return owner_.identifier(name); }

bool BulkLoad::all_empty() {
    return std::ranges::all_of(tables_.bare, [&](const std::string& each) {
        return owner_.value(fmt::format("SELECT 1 FROM {} LIMIT 1", table(each))).empty();
    });
}

/// References go first and come last, since they lean on keys.
void BulkLoad::strip() {
    const std::string names = array_of(tables_.bare);
    const Rows rows = owner_.query(std::string{sql::list_table_extras.text}, {names});
    for (int row = 0; row < rows.size(); ++row) {
        owner_.execute(std::string{rows.text(row, 0)});
        restoring_.insert(restoring_.begin(), std::string{rows.text(row, 1)});
    }
    // Rows that come into a table emptied in this very transaction are frozen as they come.
    std::string list;
    for (const std::string& each : tables_.bare)
        list += (list.empty() ? "" : ", ") + table(each);
    owner_.execute("TRUNCATE " + list);
}

void BulkLoad::copy(const CopyBatch& batch) {
    if (batch.lines.empty()) return;
    const bool bare = bare_ && std::ranges::find(tables_.bare, batch.table) != tables_.bare.end();
    owner_.copy_in(fmt::format("COPY {} ({}) FROM STDIN{}", table(batch.table), batch.columns,
                               bare ? " WITH (FREEZE)" : ""),
                   batch.lines);
}

void BulkLoad::obey_again() {
    for (const std::string& each : together(tables_))
        owner_.execute(fmt::format("ALTER TABLE {} FORCE ROW LEVEL SECURITY", table(each)));
}

void BulkLoad::finish() {
    for (const std::string& each : restoring_)
        owner_.execute(each);
    obey_again();
    owner_.execute("COMMIT");
    for (const std::string& each : together(tables_))
        owner_.execute("VACUUM (ANALYZE) " + table(each));
}

}  // namespace jingwei::db
