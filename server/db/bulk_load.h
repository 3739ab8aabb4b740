#pragma once

#include <string>
#include <vector>

#include "db/copy_lines.h"
#include "db/session.h"

namespace jingwei::db {

/// Which tables a load writes.
struct BulkTables {
    /// Without their keys, indexes and references while they are filled, if all of them are empty.
    std::vector<std::string> bare = {};
    /// As they are.
    std::vector<std::string> as_they_are = {};
};

/// One transaction of COPY as the owner of the tables, for millions of rows at once. The owner
/// stops obeying row-level security inside it and obeys again at its end; the tables are locked
/// meanwhile. A load that is killed leaves everything as it was. Not thread-safe.
class BulkLoad {
public:
    /// `owner` is connected as the owner of the tables (db::kOwnerRole). Begins and locks. Throws
    /// std::runtime_error with the server's words, as all that follows.
    BulkLoad(Session owner, BulkTables tables);

    /// The rows of one table. Lines of tables that refer to each other come in an order that their
    /// references allow.
    void copy(const CopyBatch& batch);

    /// Puts back what was taken away, which checks all references and keys, and commits. Then lets
    /// PostgreSQL look at the tables, so that the first queries are planned and answered well.
    void finish();

    /// Whether the tables were empty, so that they are filled bare.
    bool is_bare() const { return bare_; }

private:
    std::string table(const std::string& name) const;
    bool all_empty();
    void strip();
    void obey_again();

    Session owner_;
    BulkTables tables_;
    bool bare_ = false;
    std::vector<std::string> restoring_;  ///< statements, in order
};

}  // namespace jingwei::db
