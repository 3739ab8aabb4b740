#include <algorithm>

#include "audit/audit.h"
#include "core/utf8.h"
#include "db/in_transaction.h"
#include "files/files.h"
#include "files/files_store.h"
#include "files/resident_uploads.h"

namespace jingwei::files {
namespace {

constexpr std::size_t kMostNameBytes = 200;

std::string url_of(Id<File> id) { return "/api/v1/files/" + id.text(); }

FileView view_of(const FileRow& row) {
    const bool photo = row.width.has_value();
    return {row.id,         row.name,
            row.media_type, row.bytes,
            row.width,      row.height,
            url_of(row.id), photo ? url_of(row.id) + "?size=thumb" : std::string{}};
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// The last part of what the sender called it, cut at a whole character. What is no text is not
/// worth refusing a photo for.
std::string shown_name(std::string_view name) {
    name = name.substr(name.find_last_of("/\\") + 1);
    if (!utf8::length(name) || std::ranges::any_of(name, is_control)) return "file";
    std::size_t end = std::min(name.size(), kMostNameBytes);
    while (end < name.size() && end > 0 && (name[end] & 0xc0) == 0x80)
        --end;
    return name.empty() ? "file" : std::string{name.substr(0, end)};
}

audit::Entry upload_of(const db::Scope& scope, Id<File> id, Time now) {
    audit::Entry entry;
    entry.county = scope.county;
    entry.account = scope.account;
    entry.at = now;
    entry.action = "file.upload";
    entry.subject_kind = "file";
    entry.subject = id.text();
    return entry;
}

}  // namespace

FileRow row_of(Id<File> id, std::string_view name, const KeptFile& kept, Id<Account> account) {
    return {id,         shown_name(name), kept.sha256, kept.media_type,
            kept.bytes, kept.width,       kept.height, account};
}

void put_down(db::Transaction& tx, const db::Scope& scope, Id<File> id, std::string_view name,
              const KeptFile& kept, Time now) {
    insert_file(tx, scope, row_of(id, name, kept, scope.account), now);
}

Files::Files(db::Pool& pool, const Clock& clock, Vault vault)
    : pool_(pool), clock_(clock), vault_(std::move(vault)) {}

Result<FileView> Files::take_in(const db::Scope& scope, Id<File> id, std::string_view name,
                                const std::filesystem::path& path) const {
    // Before the work of reading it: who is over the limit keeps nothing and costs little.
    const Time now = clock_.now();
    const auto within = may_upload(scope, now);
    if (!within) return within.error();
    // The bytes first: a row never names bytes that are not there.
    const auto kept = vault_.keep(path);
    if (!kept) return kept.error();
    const FileRow row = row_of(id, name, *kept, scope.account);
    return db::in_transaction(pool_, scope, [&](db::Transaction& tx) -> Result<FileView> {
        if (insert_file(tx, scope, row, now)) {
            // An orphan of the same content may have been removed since it was kept.
            const auto still = vault_.holds(*kept) ? kept : vault_.keep(path);
            if (!still) return still.error();
            audit::record(tx, upload_of(scope, id, now));
            return view_of(row);
        }
        const auto there = find_file(tx, scope.county, id);
        if (!there || there->account != scope.account) {
            return Refusal{RefusalKind::kConflict, "file_id_taken", "/id"};
        }
        return view_of(*there);
    });
}

Result<void> Files::may_upload(const db::Scope& scope, Time now) const {
    const auto since = now - std::chrono::hours{24};
    const bool of_all = scope.duty == kOfResidents;
    const auto most_files = of_all ? kMostResidentFilesADay : kMostFilesADay;
    const auto most_bytes = of_all ? kMostResidentBytesADay : kMostBytesADay;
    return db::in_transaction(pool_, scope, [&](db::Transaction& tx) -> Result<void> {
        const auto lately = uploads_since(tx, scope, since);
        if (lately.files < most_files && lately.bytes < most_bytes) return {};
        return Refusal{RefusalKind::kTooMany, "files_too_many_today", "/file"};
    });
}

Result<Files::Found> Files::find(const db::Scope& scope, Id<File> id, Size size) const {
    const auto row = db::in_transaction(pool_, scope, [&](db::Transaction& tx) -> Result<FileRow> {
        auto found = find_file(tx, scope.county, id);
        if (!found) return Refusal{RefusalKind::kNotFound, "file_not_found"};
        return *found;
    });
    if (!row) return row.error();
    const auto path = vault_.find(row->sha256, size);
    if (path) {
        const bool thumb = size == Size::kThumb;
        return Found{*path, thumb ? "image/jpeg" : row->media_type, row->name,
                     row->sha256 + (thumb ? ".thumb" : "")};
    }
    if (size == Size::kThumb) return Refusal{RefusalKind::kNotFound, "file_has_no_thumb"};
    throw std::runtime_error("the vault has lost file " + id.text());
}

}  // namespace jingwei::files
