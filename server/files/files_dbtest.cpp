#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "access/principal.h"
#include "db/in_transaction.h"
#include "files/files.h"
#include "http/routes.h"
#include "testing/database.h"

namespace jingwei::files {
namespace {

namespace fs = std::filesystem;

const Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
const std::string kLetter = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

class FilesDbTest : public ::testing::Test {
protected:
    FilesDbTest() {
        fs::create_directories(folder_);
        std::ofstream{letter_, std::ios::binary} << kLetter;
    }
    ~FilesDbTest() override { fs::remove_all(folder_); }

    static db::Scope somebody() {
        db::Scope scope = db::Scope::nobody(std::string{testing::county});
        scope.account = Id<Account>::make(kNow);
        return scope;
    }

    fs::path folder_ = fs::temp_directory_path() / Uuid::make(SystemClock{}.now()).text();
    fs::path letter_ = folder_ / "letter.pdf";
    testing::Database database_;
    ManualClock clock_{kNow};
    Files files_{database_.pool(), clock_, Vault{folder_ / "vault"}};
};

TEST_F(FilesDbTest, what_was_uploaded_is_there_for_its_uploader) {
    const auto scope = somebody();
    const auto id = Id<File>::make(kNow);
    const auto view = files_.take_in(scope, id, "C:\\desk\\信.pdf", letter_);
    ASSERT_TRUE(view) << view.error().code;
    EXPECT_EQ(view->name, "信.pdf");
    EXPECT_EQ(view->thumb_url, "");
    const auto found = files_.find(scope, id, Size::kFull);
    ASSERT_TRUE(found);
    EXPECT_EQ(fs::file_size(found->path), kLetter.size());
}

TEST_F(FilesDbTest, nobody_else_finds_it) {
    const auto id = Id<File>::make(kNow);
    ASSERT_TRUE(files_.take_in(somebody(), id, "letter.pdf", letter_));
    EXPECT_EQ(files_.find(somebody(), id, Size::kFull).error().code, "file_not_found");
}

TEST_F(FilesDbTest, the_same_upload_again_gets_the_same_answer) {
    const auto scope = somebody();
    const auto id = Id<File>::make(kNow);
    const auto first = files_.take_in(scope, id, "letter.pdf", letter_);
    const auto again = files_.take_in(scope, id, "another name.pdf", letter_);
    ASSERT_TRUE(first && again);
    EXPECT_EQ(again->name, "letter.pdf");
}

TEST_F(FilesDbTest, an_id_that_somebody_else_took_is_refused) {
    const auto id = Id<File>::make(kNow);
    ASSERT_TRUE(files_.take_in(somebody(), id, "letter.pdf", letter_));
    EXPECT_EQ(files_.take_in(somebody(), id, "letter.pdf", letter_).error().code, "file_id_taken");
}

TEST_F(FilesDbTest, an_upload_is_in_the_audit_once) {
    const auto scope = somebody();
    const auto id = Id<File>::make(kNow);
    ASSERT_TRUE(files_.take_in(scope, id, "letter.pdf", letter_));
    ASSERT_TRUE(files_.take_in(scope, id, "letter.pdf", letter_));
    static const db::Statement kEntries{
        "test.entries",
        "SELECT action || ' ' || subject FROM audit_entry WHERE county = $1 AND account_id = $2"};
    auto auditor = db::Scope::whole_county(scope.county);
    auditor.duty = "audit";
    db::Transaction tx{database_.pool(), auditor};
    EXPECT_EQ(tx.all<std::string>(kEntries, scope.county, scope.account),
              std::vector{"file.upload " + id.text()});
}

class FilesRoutesTest : public FilesDbTest {
protected:
    /// What the route of downloads answers to the uploader.
    http::Reply download(Id<File> id, const db::Scope& scope) {
        http::Routes routes;
        files_.add_routes(routes);
        access::Principal::Who who;
        who.county = scope.county;
        who.account = scope.account;
        http::Request request;
        http::Exchange exchange{request, {{"id", id.text()}}, {}, {}};
        exchange.identity =
            std::make_shared<access::Principal>(std::move(who), std::vector<access::Grant>{});
        return routes.all().back()->run(exchange).value();
    }
    static std::string header(const http::Reply& reply, std::string_view name) {
        for (const auto& [known, value] : reply.head.headers)
            if (known == name) return value;
        return {};
    }
};

TEST_F(FilesRoutesTest, a_document_is_only_ever_a_download_and_nothing_is_shown_unasked) {
    const auto scope = somebody();
    const auto id = Id<File>::make(kNow);
    ASSERT_TRUE(files_.take_in(scope, id, "letter.pdf", letter_));
    const auto reply = download(id, scope);
    EXPECT_TRUE(header(reply, "Content-Disposition").starts_with("attachment;"));
    EXPECT_EQ(header(reply, "Cache-Control"), "private, no-cache");
    EXPECT_EQ(header(reply, "ETag").size(), 66U);
}

TEST_F(FilesDbTest, a_name_that_is_no_text_is_left_out) {
    for (const auto* name : {"\xff\xfe.pdf", "a\nb.pdf", "a\x7f.pdf", ""}) {
        const auto view = files_.take_in(somebody(), Id<File>::make(kNow), name, letter_);
        ASSERT_TRUE(view) << view.error().code;
        EXPECT_EQ(view->name, "file");
    }
}

TEST_F(FilesDbTest, nobody_uploads_without_end) {
    const auto scope = somebody();
    db::Transaction tx{database_.pool(), scope};
    for (std::int64_t nth = 0; nth < Files::kMostFilesADay; ++nth) {
        put_down(tx, scope, Id<File>::make(kNow), "x.pdf",
                 {std::string(64, 'a'), "application/pdf", 1, {}, {}}, kNow);
    }
    tx.commit();
    const auto id = Id<File>::make(kNow);
    EXPECT_EQ(files_.take_in(scope, id, "x.pdf", letter_).error().code, "files_too_many_today");
    EXPECT_TRUE(files_.take_in(somebody(), id, "x.pdf", letter_)) << "of another account";
    clock_.advance(std::chrono::hours{24});
    EXPECT_TRUE(files_.take_in(scope, Id<File>::make(kNow), "x.pdf", letter_));
}

TEST_F(FilesDbTest, a_document_has_no_thumbnail) {
    const auto scope = somebody();
    const auto id = Id<File>::make(kNow);
    ASSERT_TRUE(files_.take_in(scope, id, "letter.pdf", letter_));
    EXPECT_EQ(files_.find(scope, id, Size::kThumb).error().code, "file_has_no_thumb");
}

TEST_F(FilesDbTest, a_refused_upload_leaves_no_row) {
    const auto scope = somebody();
    const auto id = Id<File>::make(kNow);
    std::ofstream{folder_ / "x.jpg"} << "not a photo";
    EXPECT_EQ(files_.take_in(scope, id, "x.jpg", folder_ / "x.jpg").error().code,
              "file_type_refused");
    EXPECT_EQ(files_.find(scope, id, Size::kFull).error().code, "file_not_found");
}

}  // namespace
}  // namespace jingwei::files
