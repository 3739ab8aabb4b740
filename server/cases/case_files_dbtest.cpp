#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "cases/cases.h"
#include "cases/small_county.h"
#include "db/in_transaction.h"
#include "files/files.h"
#include "testing/waiting.h"

/// Files of cases against the removal of uploads that nothing holds.
namespace jingwei::cases {
namespace {

namespace fs = std::filesystem;

class CaseFiles : public ::testing::Test {
protected:
    CaseFiles() {
        fs::create_directories(folder_);
        std::ofstream{folder_ / "lamp.pdf", std::ios::binary} << "%PDF-1.4\n%%EOF\n";
    }
    ~CaseFiles() override { fs::remove_all(folder_); }

    const access::Principal& worker() const { return county_.person("worker"); }
    Id<File> uploaded() {
        const auto id = Id<File>::make(county_.clock().now());
        EXPECT_TRUE(files_.take_in(worker().scope(), id, "lamp.pdf", folder_ / "lamp.pdf"));
        return id;
    }
    Result<StepReceipt> reported_with(Id<File> file) {
        ReportCase report = county_.lamp_report();
        report.files = Files{file};
        return county_.cases().report(worker(), report);
    }
    bool is_there(Id<File> id) {
        const auto found = files_.find(worker().scope(), id, files::Size::kFull);
        return found && fs::exists(found->path);
    }
    static db::Scope remover() {
        auto scope = db::Scope::nobody(kCountyPath);
        scope.duty = "orphans";
        return scope;
    }

    fs::path folder_ = fs::temp_directory_path() / Uuid::make(SystemClock{}.now()).text();
    SmallCounty county_;
    files::Files files_{county_.pool(), county_.clock(), files::Vault{folder_ / "vault"}};
};

TEST_F(CaseFiles, stay_however_old_while_an_upload_for_nothing_goes) {
    const auto attached = uploaded(), forgotten = uploaded();
    ASSERT_TRUE(reported_with(attached));
    county_.clock().advance(std::chrono::days{400});
    EXPECT_EQ(files_.remove_orphans(kCountyPath), 1U);
    EXPECT_TRUE(is_there(attached)) << "with the bytes that both had";
    EXPECT_FALSE(is_there(forgotten));
}

TEST_F(CaseFiles, stay_when_they_are_attached_while_they_are_being_removed) {
    const auto at = *reported_with(uploaded());
    const auto late = uploaded();
    county_.clock().advance(files::Files::kOrphanAfter);
    static const db::Statement kAttach{
        "test.attach",
        "INSERT INTO case_file (county, case_id, file_id, step_no) VALUES ($1, $2, $3, 1)"};
    db::Transaction attaching{county_.pool(), worker().scope()};
    ASSERT_EQ(attaching.run(kAttach, kCountyPath, at.case_id, late), 1);
    auto removed =
        std::async(std::launch::async, [&] { return files_.remove_orphans(kCountyPath); });
    testing::await_waiting(county_.pool());
    attaching.commit();
    EXPECT_EQ(removed.get(), 0U);
    EXPECT_TRUE(is_there(late));
}

TEST_F(CaseFiles, that_were_removed_before_are_unknown_to_a_report_and_to_a_step) {
    const auto gone = uploaded();
    county_.clock().advance(files::Files::kOrphanAfter + std::chrono::hours{1});
    ASSERT_EQ(files_.remove_orphans(kCountyPath), 1U);
    EXPECT_EQ(reported_with(gone).error().code, "case_files_unknown");
    StepInput comment = county_.input(Action::kComment);
    comment.files = {gone};
    const auto refused = county_.act("worker", county_.reported(), comment);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "case_files_unknown");
    EXPECT_EQ(refused.error().field, "/files");
}

TEST_F(CaseFiles, of_another_uploader_are_unknown) {
    ReportCase report = county_.lamp_report();
    report.files = Files{uploaded()};
    EXPECT_EQ(county_.cases().report(county_.person("lead"), report).error().code,
              "case_files_unknown");
}

TEST_F(CaseFiles, that_are_removed_while_they_are_being_attached_are_refused) {
    const auto late = uploaded();
    static const db::Statement kDelete{"test.delete",
                                       "DELETE FROM file WHERE county = $1 AND id = $2"};
    db::Transaction removing{county_.pool(), remover()};
    ASSERT_EQ(removing.run(kDelete, kCountyPath, late), 1);
    auto reported = std::async(std::launch::async, [&] { return reported_with(late); });
    testing::await_waiting(county_.pool());
    removing.commit();
    EXPECT_EQ(reported.get().error().code, "case_files_unknown");
}

}  // namespace
}  // namespace jingwei::cases
