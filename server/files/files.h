#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "db/copy_lines.h"
#include "db/pool.h"
#include "db/scope.h"
#include "files/file_views.h"
#include "files/vault.h"

namespace jingwei::http {
class Routes;
}
namespace jingwei::db {
class Transaction;
}

namespace jingwei::files {

struct Orphan;

/// Writes down that scope.account has file `id`, whose bytes the vault holds already: imports and
/// the demo. Nothing when the id is taken.
void put_down(db::Transaction& tx, const db::Scope& scope, Id<File> id, std::string_view name,
              const KeptFile& kept, Time now);

/// What put_down() writes, as rows for COPY: for loads of very many.
class FileLines {
public:
    FileLines();
    ~FileLines();
    void add(const std::string& county, Id<Account> account, Id<File> id, std::string_view name,
             const KeptFile& kept, Time now);
    /// What was added since the last time; table "file".
    db::CopyBatch take();

private:
    struct Lines;
    std::unique_ptr<Lines> lines_;
};

/// Uploads: the vault and the table of who uploaded what. A file belongs to its uploader until a
/// module above shows it to others by a policy of its own on table `file`. Thread-safe.
class Files {
public:
    Files(db::Pool& pool, const Clock& clock, Vault vault);

    /// What one account may upload in a day: a bound for a phone gone mad, not for work.
    static constexpr std::int64_t kMostFilesADay = 500;
    static constexpr std::int64_t kMostBytesADay = std::int64_t{2} << 30;

    /// Keeps the upload at `path`, called `name` by its sender, as file `id` of scope.account.
    /// The same id again answers what was kept the first time. Refusals: those of Vault::keep,
    /// file_id_taken when somebody else's file has that id, files_too_many_today.
    Result<FileView> take_in(const db::Scope& scope, Id<File> id, std::string_view name,
                             const std::filesystem::path& path) const;

    /// Whether the content at `path` is of a kind that is kept as a photo. Keeps nothing.
    bool is_photo(const std::filesystem::path& path) const { return vault_.is_photo(path); }

    /// A file that the reader may see, and where its bytes lie.
    struct Found {
        std::filesystem::path path;
        std::string media_type;
        std::string name;
        std::string digest;  ///< tells contents apart
    };
    /// Refusals: file_not_found (or not for this reader), file_has_no_thumb.
    Result<Found> find(const db::Scope& scope, Id<File> id, Size size) const;

    /// An upload that nothing has taken hold of by then is removed: time enough for a report that
    /// is being written.
    static constexpr std::chrono::hours kOrphanAfter{24};

    /// Removes uploads of the county that are as old and held by nothing, and their bytes unless
    /// another upload has the same; says how many. What is attached in the same moment stays. At
    /// most 10,000 at a time; for a daily job. The vault must be of this county alone.
    std::size_t remove_orphans(const std::string& county) const;

    /// POST /api/v1/files, GET /api/v1/files/{id}
    void add_routes(http::Routes& routes) const;

private:
    Result<void> may_upload(const db::Scope& scope, Time now) const;
    bool remove_orphan(const std::string& county, const Orphan& orphan) const;

    db::Pool& pool_;
    const Clock& clock_;
    Vault vault_;
};

}  // namespace jingwei::files
