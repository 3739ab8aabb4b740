#include "access/totp.h"

#include <gtest/gtest.h>

namespace jingwei::access::totp {
namespace {

const std::string kSecret = "12345678901234567890";

Time at(std::int64_t seconds) { return Time{std::chrono::seconds{seconds}}; }

// RFC 6238, appendix B.
TEST(Totp, gives_the_codes_of_the_standard) {
    const std::pair<std::int64_t, const char*> vectors[] = {
        {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [seconds, expected] : vectors) {
        EXPECT_EQ(code(kSecret, step_of(at(seconds)), 8), expected);
    }
}

TEST(Totp, accepts_one_step_of_drift_and_no_more) {
    for (std::int64_t drift = -4; drift <= 4; ++drift) {
        const std::int64_t step = step_of(at(1111111111)) + drift;
        const auto accepted = accept(kSecret, code(kSecret, step), at(1111111111), {});
        EXPECT_EQ(accepted.has_value(), -1 <= drift && drift <= 1) << drift;
    }
}

TEST(Totp, accepts_no_code_twice_and_none_from_before_the_last) {
    const auto now = at(1111111111);
    const std::int64_t step = step_of(now);
    for (std::int64_t last = step - 2; last <= step + 1; ++last) {
        for (std::int64_t given = step - 1; given <= step + 1; ++given) {
            const auto accepted = accept(kSecret, code(kSecret, given), now, last);
            EXPECT_EQ(accepted.has_value(), given > last) << last - step << ' ' << given - step;
        }
    }
}

TEST(Totp, refuses_what_is_not_six_digits) {
    for (const auto* text : {"", "1", "0000000", "abcdef"}) {
        EXPECT_FALSE(accept(kSecret, text, at(0), {})) << text;
    }
}

// RFC 4648, section 10, without the padding.
TEST(Totp, writes_base_32_as_the_standard_does) {
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

TEST(Totp, an_address_names_login_secret_and_issuer) {
    EXPECT_EQ(address("wang 1", "foobar"),
              "otpauth://totp/Jingwei:wang%201?secret=MZXW6YTBOI&issuer=Jingwei");
}

TEST(Totp, makes_a_new_secret_each_time) {
    EXPECT_EQ(make_secret().size(), kSecretSize);
    EXPECT_NE(make_secret(), make_secret());
}

}  // namespace
}  // namespace jingwei::access::totp
