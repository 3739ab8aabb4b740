#include "core/seal.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/octets.h"

namespace jingwei {
namespace {

const KeyRing kOld{{{1, std::string(32, 'a')}}};
const KeyRing kRotated{{{1, std::string(32, 'a')}, {2, std::string(32, 'b')}}};

TEST(Seal, opens_what_it_sealed) {
    for (const std::size_t size : {0, 1, 16, 1000}) {
        const std::string plain(size, 'x');
        const auto sealed = kOld.seal("totp", plain, "371323");
        EXPECT_EQ(sealed.size(), plain.size() + 33);
        EXPECT_EQ(kOld.open("totp", sealed, "371323"), plain);
    }
}

TEST(Seal, differs_each_time) { EXPECT_NE(kOld.seal("p", "x", ""), kOld.seal("p", "x", "")); }

TEST(Seal, opens_for_no_other_purpose_and_no_other_place) {
    const auto sealed = kOld.seal("totp", "secret", "371323/a");
    EXPECT_FALSE(kOld.open("phone", sealed, "371323/a"));
    EXPECT_FALSE(kOld.open("totp", sealed, "371323/b"));
}

TEST(Seal, notices_a_change_of_any_octet) {
    const auto sealed = kRotated.seal("totp", "secret", "a");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        auto changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(kRotated.open("totp", changed, "a")) << at;
        EXPECT_FALSE(kRotated.open("totp", sealed.substr(0, at), "a")) << at;
    }
}

TEST(Seal, survives_a_rotation_of_keys_one_way) {
    EXPECT_EQ(kRotated.open("totp", kOld.seal("totp", "secret", "a"), "a"), "secret");
    EXPECT_FALSE(kOld.open("totp", kRotated.seal("totp", "secret", "a"), "a"));
}

TEST(Digest, depends_on_key_purpose_and_message) {
    const auto digest = kRotated.digest(1, "audit", "m");
    EXPECT_EQ(digest->size(), 32U);
    EXPECT_EQ(kOld.digest(1, "audit", "m"), digest);
    EXPECT_NE(kRotated.digest(2, "audit", "m"), digest);
    EXPECT_NE(kRotated.digest(1, "phone", "m"), digest);
    EXPECT_NE(kRotated.digest(1, "audit", "n"), digest);
    EXPECT_EQ(kRotated.digest(3, "audit", "m"), std::nullopt);
}

class KeyFile : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / to_hex(random_octets(8));
        std::filesystem::create_directory(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path written(std::string_view text) {
        const auto file = folder_ / "keys";
        std::ofstream(file) << text;
        std::filesystem::permissions(file, std::filesystem::perms::owner_read);
        return file;
    }

    std::filesystem::path folder_;
};

TEST_F(KeyFile, is_made_once_and_kept) {
    const auto made = KeyRing::load_or_create(folder_ / "keys");
    const auto again = KeyRing::load_or_create(folder_ / "keys");
    EXPECT_EQ(made.digest(1, "p", "m"), again.digest(1, "p", "m"));
}

TEST_F(KeyFile, uses_the_key_with_the_highest_number) {
    const auto file =
        written("# two keys\n2 " + std::string(64, 'b') + "\n1 " + std::string(64, 'a') + "\n");
    EXPECT_EQ(KeyRing::load(file).current(), 2U);
}

TEST_F(KeyFile, is_refused_when_others_may_read_it) {
    const auto file = written("1 " + std::string(64, 'a') + "\n");
    std::filesystem::permissions(file, std::filesystem::perms{0640});
    EXPECT_THROW(KeyRing::load(file), std::runtime_error);
}

TEST_F(KeyFile, is_refused_when_a_line_is_not_a_key) {
    const std::string lines[] = {"",
                                 "1",
                                 "1 abc",
                                 "x " + std::string(64, 'a'),
                                 "0 " + std::string(64, 'a'),
                                 "1 " + std::string(62, 'a')};
    for (const auto& text : lines) {
        std::filesystem::remove(folder_ / "keys");
        EXPECT_THROW(KeyRing::load(written(text + "\n")), std::runtime_error) << text;
    }
}

TEST(Octets, read_back_what_they_write) {
    for (std::size_t size = 0; size < 70; ++size) {
        const auto octets = random_octets(size);
        EXPECT_EQ(from_hex(to_hex(octets)), octets);
        EXPECT_EQ(from_base64url(to_base64url(octets)), octets);
    }
    EXPECT_EQ(from_hex("abc"), std::nullopt);
    EXPECT_EQ(from_hex("zz"), std::nullopt);
    EXPECT_EQ(from_base64url("+/+/"), std::nullopt);
}

TEST(Octets, sha256_of_abc_is_the_known_one) {
    EXPECT_EQ(to_hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace jingwei
