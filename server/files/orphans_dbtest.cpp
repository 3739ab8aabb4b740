#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "db/in_transaction.h"
#include "files/files.h"
#include "files/files_store.h"
#include "testing/database.h"
#include "testing/waiting.h"

/// Uploads that nothing holds. What cases and staff hold is tested there.
namespace jingwei::files {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;
using ::testing::Contains;

const Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
const std::string kCounty{testing::county};

class Orphans : public ::testing::Test {
protected:
    Orphans() { fs::create_directories(folder_); }
    ~Orphans() override { fs::remove_all(folder_); }

    static db::Scope somebody() {
        auto scope = db::Scope::nobody(kCounty);
        scope.account = Id<Account>::make(kNow);
        return scope;
    }
    static db::Scope remover() {
        auto scope = db::Scope::nobody(kCounty);
        scope.duty = "orphans";
        return scope;
    }
    fs::path letter(const std::string& text) const {
        const auto path = folder_ / (text + ".pdf");
        std::ofstream{path, std::ios::binary} << "%PDF-1.4\n% " << text << "\n%%EOF\n";
        return path;
    }
    Id<File> uploaded(const db::Scope& by, const std::string& text) {
        const auto id = Id<File>::make(clock_.now());
        const auto view = files_.take_in(by, id, "letter.pdf", letter(text));
        EXPECT_TRUE(view) << view.error().code;
        return id;
    }
    std::string found(const db::Scope& by, Id<File> id) const {
        const auto file = files_.find(by, id, Size::kFull);
        return file ? "" : file.error().code;
    }
    fs::path place(const db::Scope& by, Id<File> id) const {
        return files_.find(by, id, Size::kFull)->path;
    }
    std::size_t kept_files() const {
        const auto all = fs::recursive_directory_iterator{folder_ / "vault"};
        return static_cast<std::size_t>(
            std::ranges::count_if(all, [](const auto& entry) { return entry.is_regular_file(); }));
    }

    fs::path folder_ = fs::temp_directory_path() / Uuid::make(SystemClock{}.now()).text();
    testing::Database database_;
    ManualClock clock_{kNow};
    Vault vault_{folder_ / "vault"};  // the same folder as that of files_
    Files files_{database_.pool(), clock_, Vault{folder_ / "vault"}};
    db::Scope wang_ = somebody(), li_ = somebody();
};

TEST_F(Orphans, go_after_a_day_with_their_bytes_and_not_before) {
    const auto id = uploaded(wang_, "one");
    clock_.advance(Files::kOrphanAfter - microseconds{1});
    EXPECT_EQ(files_.remove_orphans(kCounty), 0U);
    EXPECT_EQ(found(wang_, id), "");
    clock_.advance(microseconds{1});
    EXPECT_EQ(files_.remove_orphans(kCounty), 1U);
    EXPECT_EQ(found(wang_, id), "file_not_found");
    EXPECT_EQ(kept_files(), 0U);
    EXPECT_EQ(files_.remove_orphans(kCounty), 0U);
}

TEST_F(Orphans, take_no_bytes_with_them_that_another_upload_has) {
    const auto old = uploaded(wang_, "same");
    clock_.advance(Files::kOrphanAfter);
    const auto later = uploaded(li_, "same");
    EXPECT_EQ(files_.remove_orphans(kCounty), 1U);
    EXPECT_EQ(found(wang_, old), "file_not_found");
    EXPECT_EQ(found(li_, later), "");
    clock_.advance(Files::kOrphanAfter);
    EXPECT_EQ(files_.remove_orphans(kCounty), 1U);
    EXPECT_EQ(kept_files(), 0U);
}

TEST_F(Orphans, of_another_county_are_not_seen) {
    uploaded(wang_, "one");
    clock_.advance(Files::kOrphanAfter);
    EXPECT_EQ(files_.remove_orphans("371324"), 0U);
    EXPECT_EQ(kept_files(), 1U);
}

TEST_F(Orphans, may_be_more_than_are_taken_at_once) {
    db::Transaction tx{database_.pool(), wang_};
    for (int nth = 0; nth < 401; ++nth) {
        put_down(tx, wang_, Id<File>::make(kNow), "x.pdf",
                 {fmt::format("{:064x}", nth), "application/pdf", 1, {}, {}}, kNow);
    }
    tx.commit();
    clock_.advance(Files::kOrphanAfter);
    EXPECT_EQ(files_.remove_orphans(kCounty), 401U);
}

TEST_F(Orphans, are_told_of_in_the_audit) {
    const auto id = uploaded(wang_, "one");
    clock_.advance(Files::kOrphanAfter);
    files_.remove_orphans(kCounty);
    static const db::Statement kEntries{
        "test.entries", "SELECT action || ' ' || subject FROM audit_entry WHERE county = $1"};
    auto auditor = db::Scope::whole_county(kCounty);
    auditor.duty = "audit";
    db::Transaction tx{database_.pool(), auditor};
    EXPECT_THAT(tx.all<std::string>(kEntries, kCounty),
                Contains("file.remove_orphan " + id.text()));
}

TEST_F(Orphans, come_back_with_the_same_upload) {
    const auto id = uploaded(wang_, "one");
    clock_.advance(Files::kOrphanAfter);
    files_.remove_orphans(kCounty);
    ASSERT_TRUE(files_.take_in(wang_, id, "letter.pdf", letter("one")));
    EXPECT_EQ(found(wang_, id), "");
}

TEST_F(Orphans, are_removed_by_nobody_else_not_even_their_uploader) {
    const auto id = uploaded(wang_, "one");
    for (const auto& scope : {wang_, testing::Database::everything()}) {
        db::Transaction tx{database_.pool(), scope};
        EXPECT_FALSE(delete_file(tx, kCounty, id));
        tx.commit();
    }
    EXPECT_EQ(found(wang_, id), "");
}

TEST_F(Orphans, wait_for_an_upload_of_the_same_bytes_and_leave_them) {
    const auto old = uploaded(wang_, "same");
    const auto kept = *vault_.keep(letter("same"));
    clock_.advance(Files::kOrphanAfter);
    const auto later = Id<File>::make(clock_.now());
    db::Transaction upload{database_.pool(), li_};
    ASSERT_TRUE(insert_file(upload, li_,
                            {later, "x.pdf", kept.sha256, kept.media_type, kept.bytes, kept.width,
                             kept.height, li_.account},
                            clock_.now()));
    auto removed = std::async(std::launch::async, [&] { return files_.remove_orphans(kCounty); });
    testing::await_waiting(database_.pool());
    upload.commit();
    EXPECT_EQ(removed.get(), 1U);
    EXPECT_EQ(found(wang_, old), "file_not_found");
    EXPECT_TRUE(fs::exists(place(li_, later)));
}

TEST_F(Orphans, whose_bytes_go_while_the_same_come_in_do_not_take_those) {
    const auto old = uploaded(wang_, "same");
    const auto bytes = place(wang_, old);
    const auto later = Id<File>::make(clock_.now());
    db::Transaction removal{database_.pool(), remover()};
    hold_content(removal, kCounty, vault_.keep(letter("same"))->sha256);
    ASSERT_TRUE(delete_file(removal, kCounty, old));
    auto taken = std::async(std::launch::async, [&] {
        return files_.take_in(li_, later, "letter.pdf", letter("same"));
    });
    testing::await_waiting(database_.pool());
    fs::remove(bytes);  // as the remover does, after the upload found them there
    removal.commit();
    ASSERT_TRUE(taken.get());
    EXPECT_TRUE(fs::exists(place(li_, later)));
}

}  // namespace
}  // namespace jingwei::files
