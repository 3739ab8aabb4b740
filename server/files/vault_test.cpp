#include "files/vault.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <vips/vips8>

#include "core/clock.h"
#include "core/id.h"

namespace jingwei::files {
namespace {

namespace fs = std::filesystem;

class VaultTest : public testing::Test {
protected:
    VaultTest() : folder_(fs::temp_directory_path() / Uuid::make(SystemClock{}.now()).text()) {
        VIPS_INIT("vault_test");
        fs::create_directories(folder_);
    }
    ~VaultTest() override { fs::remove_all(folder_); }

    fs::path write(const std::string& name, const std::string& content) const {
        const auto file = folder_ / name;
        std::ofstream{file, std::ios::binary} << content;
        return file;
    }

    /// A red picture with a place and an orientation in its EXIF, as a phone writes them.
    fs::path photo(const std::string& name, int width = 800, int height = 400) const {
        auto image = vips::VImage::black(width, height).new_from_image({200, 30, 30}).copy();
        image.set("exif-ifd3-GPSLatitude", "35/1 6/1 0/1");
        image.set("exif-ifd0-Make", "Phone");
        image.set("orientation", 6);
        const auto file = folder_ / name;
        image.write_to_file(file.c_str());
        return file;
    }

    static std::string content(const fs::path& file) {
        std::ifstream in{file, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }

    fs::path folder_;
    Vault vault_{folder_ / "vault", Limits{.most_bytes = 1 << 20, .most_pixels = 4'000'000}};
};

TEST_F(VaultTest, a_kept_photo_stands_upright_and_says_nothing_of_where_it_was_taken) {
    const auto kept = vault_.keep(photo("in.jpg"));
    ASSERT_TRUE(kept) << kept.error().code;
    EXPECT_EQ(kept->width, 400);
    EXPECT_EQ(kept->height, 800);
    const auto place = vault_.find(kept->sha256, Size::kFull);
    ASSERT_TRUE(place);
    const auto bytes = content(*place);
    EXPECT_EQ(bytes.find("GPS"), bytes.npos);
    EXPECT_EQ(bytes.find("Phone"), bytes.npos);
    EXPECT_EQ(bytes.find("Exif"), bytes.npos);
}

TEST_F(VaultTest, takes_no_more_photos_at_once_than_it_has_memory_for) {
    const Vault full{folder_ / "full",
                     Limits{.photos_at_once = 0, .longest_wait = std::chrono::milliseconds{1}}};
    EXPECT_EQ(full.keep(photo("in.jpg")).error().code, "server_busy");
    EXPECT_TRUE(full.keep(write("letter.pdf", "%PDF-1.4\n%%EOF\n")));
}

TEST_F(VaultTest, a_kept_photo_has_a_small_thumbnail) {
    const auto kept = vault_.keep(photo("in.png", 2000, 1000));
    ASSERT_TRUE(kept) << kept.error().code;
    const auto thumb = vault_.find(kept->sha256, Size::kThumb);
    ASSERT_TRUE(thumb);
    const auto image = vips::VImage::new_from_file(thumb->c_str());
    EXPECT_EQ(std::max(image.width(), image.height()), 320);
}

TEST_F(VaultTest, a_huge_photo_is_made_smaller) {
    const Vault small{folder_ / "small", Limits{.longest_side = 500}};
    const auto kept = small.keep(photo("in.jpg", 1600, 800));
    ASSERT_TRUE(kept) << kept.error().code;
    EXPECT_EQ(std::max(*kept->width, *kept->height), 500);
}

TEST_F(VaultTest, equal_content_is_kept_once) {
    const auto first = vault_.keep(photo("one.jpg"));
    const auto second = vault_.keep(photo("two.jpg"));
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->sha256, second->sha256);
}

TEST_F(VaultTest, a_document_is_kept_byte_by_byte) {
    const std::string pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    const auto kept = vault_.keep(write("letter.pdf", pdf));
    ASSERT_TRUE(kept) << kept.error().code;
    EXPECT_EQ(kept->media_type, "application/pdf");
    EXPECT_FALSE(kept->is_photo());
    EXPECT_EQ(content(*vault_.find(kept->sha256, Size::kFull)), pdf);
    EXPECT_FALSE(vault_.find(kept->sha256, Size::kThumb));
}

TEST_F(VaultTest, the_content_decides_the_type_not_the_name) {
    EXPECT_EQ(vault_.keep(write("page.jpg", "<!doctype html><script>1</script>")).error().code,
              "file_type_refused");
    EXPECT_EQ(vault_
                  .keep(write("drawing.png",
                              "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">"
                              "</svg>"))
                  .error()
                  .code,
              "file_type_refused");
    EXPECT_TRUE(vault_.keep(photo("really.png")));
}

TEST_F(VaultTest, refuses_what_is_empty_torn_or_too_large) {
    EXPECT_EQ(vault_.keep(write("empty", "")).error().code, "file_empty");
    EXPECT_EQ(vault_.keep(write("big", std::string(2 << 20, 'x'))).error().code, "file_too_large");
    EXPECT_EQ(vault_.keep(photo("vast.png", 3000, 2000)).error().code, "file_too_large");
    const auto whole = content(photo("whole.jpg"));
    EXPECT_EQ(vault_.keep(write("torn.jpg", whole.substr(0, whole.size() / 2))).error().code,
              "file_unreadable");
}

TEST_F(VaultTest, finds_nothing_by_a_name_that_is_no_hash) {
    EXPECT_FALSE(vault_.find("../../../../etc/passwd", Size::kFull));
    EXPECT_FALSE(vault_.find("", Size::kFull));
    EXPECT_FALSE(vault_.find(std::string(64, 'a'), Size::kFull));
}

TEST_F(VaultTest, leaves_no_half_written_file_behind) {
    ASSERT_TRUE(vault_.keep(photo("in.jpg")));
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "vault"))
        EXPECT_NE(entry.path().extension(), ".part");
}

}  // namespace
}  // namespace jingwei::files
