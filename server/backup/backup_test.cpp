#include "backup/backup.h"

#include <gmock/gmock.h>

#include <fstream>

#include "backup/file_pool.h"
#include "backup/manifest.h"
#include "backup/origin.h"
#include "core/octets.h"

namespace jingwei::backup {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class BackupFiles : public ::testing::Test {
protected:
    BackupFiles() { fs::create_directories(vault_); }
    ~BackupFiles() override { fs::remove_all(folder_); }

    static void write(const fs::path& file, const std::string& text) {
        fs::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << text;
    }
    /// As the vault keeps it; answers the hash.
    std::string keep(const std::string& text) const {
        const auto hash = to_hex(sha256(text));
        write(vault_ / hash.substr(0, 2) / hash, text);
        return hash;
    }
    fs::path in_pool(const std::string& hash) const { return pool_ / hash.substr(0, 2) / hash; }
    static std::string refusal(auto action) {
        try {
            action();
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
        return "none";
    }

    const fs::path folder_ = fs::temp_directory_path() / to_hex(random_octets(8));
    const fs::path vault_ = folder_ / "data" / "files";
    const fs::path pool_ = folder_ / "backup" / "files";
    const Time long_ago_{};
    const Time tomorrow_ = SystemClock{}.now() + std::chrono::hours{24};
};

TEST_F(BackupFiles, are_copied_once_and_what_is_in_flight_is_not) {
    const auto hash = keep("a photo");
    write(vault_ / "ab" / "abc.part", "half a photo");
    EXPECT_EQ(copy_missing(vault_, pool_), 1U);
    EXPECT_EQ(copy_missing(vault_, pool_), 0U);
    EXPECT_EQ(read_whole(in_pool(hash)), "a photo");
    EXPECT_FALSE(fs::exists(pool_ / "ab"));
}

TEST_F(BackupFiles, go_to_the_folder_that_the_installation_remembers_and_nowhere_without_one) {
    const auto hash = keep("a photo");
    copy_new_files(folder_ / "data");
    EXPECT_FALSE(fs::exists(pool_));
    claim(folder_ / "backup", folder_ / "data");
    copy_new_files(folder_ / "data");
    EXPECT_TRUE(fs::exists(in_pool(hash)));
}

TEST_F(BackupFiles, do_not_go_where_the_disk_of_the_backups_should_be_mounted) {
    claim(folder_ / "backup", folder_ / "data");
    fs::remove_all(folder_ / "backup");
    keep("a photo");
    copy_new_files(folder_ / "data");
    EXPECT_FALSE(fs::exists(folder_ / "backup"));
    EXPECT_THAT(refusal([&] { claim(folder_ / "backup", folder_ / "data"); }),
                HasSubstr("mount the disk"));
}

TEST_F(BackupFiles, are_pruned_when_no_backup_can_want_them) {
    const auto listed = keep("still listed"), gone = keep("gone"), here = keep("still here");
    copy_missing(vault_, pool_);
    fs::remove_all(vault_);
    keep("still here");
    const auto name = listed.substr(0, 2) + "/" + listed;
    prune_pool(vault_, pool_, {Sums{{name, listed}}}, tomorrow_);
    EXPECT_TRUE(fs::exists(in_pool(listed)));
    EXPECT_TRUE(fs::exists(in_pool(here)));
    EXPECT_FALSE(fs::exists(in_pool(gone)));
}

TEST_F(BackupFiles, that_came_after_the_oldest_backup_stay_for_the_moments_between) {
    const auto brief = keep("came and went");
    copy_missing(vault_, pool_);
    fs::remove_all(vault_);
    prune_pool(vault_, pool_, {}, long_ago_);
    EXPECT_TRUE(fs::exists(in_pool(brief)));
}

TEST_F(BackupFiles, come_back_proved_and_what_is_not_there_is_named) {
    const auto hash = keep("a photo");
    copy_missing(vault_, pool_);
    const auto absent = std::string(64, 'e');
    EXPECT_THAT(bring_back(pool_, folder_ / "new", {hash, absent}, {}), ElementsAre(absent));
    EXPECT_EQ(read_whole(folder_ / "new" / hash.substr(0, 2) / hash), "a photo");
    write(in_pool(hash), "another photo");
    EXPECT_THAT(refusal([&] { bring_back(pool_, folder_ / "newer", {hash}, {}); }),
                HasSubstr(hash + " is damaged"));
}

TEST_F(BackupFiles, of_thumbnails_are_proved_by_what_a_backup_noted_down) {
    const auto hash = keep("a photo");
    const auto thumb = hash.substr(0, 2) + "/" + hash + ".thumb";
    write(vault_ / thumb, "a small photo");
    copy_missing(vault_, pool_);
    const auto sums = sums_of(vault_, pool_, {});
    EXPECT_THAT(bring_back(pool_, folder_ / "new", {hash}, sums), IsEmpty());
    write(pool_ / thumb, "a small phot");
    EXPECT_THAT(refusal([&] { bring_back(pool_, folder_ / "newer", {hash}, sums); }),
                HasSubstr(".thumb is damaged"));
}

TEST_F(BackupFiles, sums_read_back_as_they_were_written_and_a_damaged_list_is_refused) {
    const Sums sums{{"ab/name with spaces", std::string(64, 'a')}, {"b", std::string(64, 'b')}};
    write(folder_ / "sums", sums_text(sums));
    EXPECT_EQ(read_sums(folder_ / "sums"), sums);
    write(folder_ / "sums", "not a sum\n");
    EXPECT_THAT(refusal([&] { read_sums(folder_ / "sums"); }), HasSubstr("is damaged"));
}

TEST_F(BackupFiles, a_backup_folder_is_one_installations_and_not_somebodys_documents) {
    claim(folder_ / "backup", folder_ / "data");
    claim(folder_ / "backup", folder_ / "data");
    fs::create_directories(folder_ / "copy");
    EXPECT_THAT(refusal([&] { claim(folder_ / "backup", folder_ / "copy"); }),
                HasSubstr("another installation"));
    write(folder_ / "letters" / "to_mother.txt", "Dear mother");
    EXPECT_THAT(refusal([&] { claim(folder_ / "letters", folder_ / "data"); }),
                HasSubstr("something else"));
}

TEST_F(BackupFiles, a_manifest_tells_keys_apart_without_telling_them) {
    const std::string octets(KeyRing::kKeySize, 'k');
    const auto one = marks_of(KeyRing{{{1, octets}}});
    const auto two = marks_of(KeyRing{{{1, octets}, {2, std::string(KeyRing::kKeySize, 'l')}}});
    EXPECT_EQ(one.at("1"), two.at("1"));
    EXPECT_NE(two.at("1"), two.at("2"));
    EXPECT_EQ(one.at("1").find(to_hex(octets)), std::string::npos);
}

}  // namespace
}  // namespace jingwei::backup
