#include "db/codec.h"

#include <gmock/gmock.h>

#include <cmath>

#include "db/parameter.h"

namespace jingwei::db {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

enum class Fruit { kApple, kDragonFruit };
BOOST_DESCRIBE_ENUM(Fruit, kApple, kDragonFruit)

template <class T>
std::string written(const T& value) {
    std::string out;
    Codec<T>::write(out, value);
    return out;
}

Time at(int year, unsigned month, unsigned day) {
    return sys_days{std::chrono::year{year} / month / day};
}

TEST(Codec, moments_keep_every_microsecond) {
    const Time moment = at(2026, 2, 13) + 7h + 8min + 9s + 100us;
    EXPECT_EQ(written(moment), "2026-02-13 07:08:09.000100+00");
    for (const Time time : {moment, at(1970, 1, 1), at(1969, 12, 31) + 1us, at(1, 1, 1),
                            at(9999, 12, 31) + 23h + 59min + 59s + 999'999us}) {
        EXPECT_EQ(Codec<Time>::read(written(time)), time);
    }
}

TEST(Codec, moments_are_read_as_postgresql_writes_them) {
    EXPECT_EQ(Codec<Time>::read("2026-02-13 07:08:09+00"), at(2026, 2, 13) + 7h + 8min + 9s);
    EXPECT_EQ(Codec<Time>::read("2026-02-13 07:08:09.5+00"),
              at(2026, 2, 13) + 7h + 8min + 9s + 500ms);
    for (const auto* text : {"", "infinity", "2026-02-13", "2026-02-13 07:08:09", "0044-03-15 BC",
                             "2026-02-13 07:08:09+08", "2026-02-13 07:08:09.1234567+00",
                             "10000-01-01 00:00:00+00", "2026-02-13 07:08:09+00x"}) {
        EXPECT_THROW(Codec<Time>::read(text), std::invalid_argument) << text;
    }
}

TEST(Codec, days_read_back) {
    const Day day{std::chrono::local_days{std::chrono::year{2024} / 2 / 29}};
    EXPECT_EQ(written(day), "2024-02-29");
    EXPECT_EQ(Codec<Day>::read("2024-02-29"), day);
}

TEST(Codec, numbers_are_whole_texts) {
    EXPECT_EQ(Codec<std::int64_t>::read("-9223372036854775808"), INT64_MIN);
    EXPECT_THROW(Codec<int>::read("2147483648"), std::invalid_argument);
    EXPECT_THROW(Codec<int>::read("1x"), std::invalid_argument);
    for (const double value : {0.1, -1e-300, 116.41024449916938, 0.0}) {
        EXPECT_EQ(Codec<double>::read(written(value)), value);
    }
    EXPECT_TRUE(std::isnan(Codec<double>::read("NaN")));
}

TEST(Codec, octets_read_back_whatever_they_are) {
    Bytes all;
    for (int octet = 0; octet < 256; ++octet)
        all.data += static_cast<char>(octet);
    EXPECT_EQ(Codec<Bytes>::read(written(all)), all);
    EXPECT_EQ(written(Bytes{}), "\\x");
    EXPECT_THROW(Codec<Bytes>::read("\\x0"), std::invalid_argument);
    EXPECT_THROW(Codec<Bytes>::read("\\xgg"), std::invalid_argument);
}

TEST(Codec, arrays_carry_any_text) {
    using Texts = std::vector<std::optional<std::string>>;
    const Texts texts{"", "NULL", "a,b", "\"\\{}", std::nullopt, "经纬", " "};
    EXPECT_EQ(Codec<Texts>::read(written(texts)), texts);
    EXPECT_EQ(Codec<Texts>::read("{}"), Texts{});
    EXPECT_EQ(Codec<std::vector<int>>::read("{1,-2}"), (std::vector{1, -2}));
    EXPECT_THROW(Codec<std::vector<int>>::read("{1,NULL}"), std::invalid_argument);
    for (const auto* text : {"", "{", "{1", "{{1}}", "{\"a}", "{\"a\\}", "{1}x}", "{\"a\"b}"}) {
        EXPECT_THROW(Codec<Texts>::read(text), std::invalid_argument) << text;
    }
}

TEST(Codec, enumerators_travel_by_name) {
    EXPECT_EQ(written(Fruit::kDragonFruit), "dragon_fruit");
    EXPECT_EQ(Codec<Fruit>::read("dragon_fruit"), Fruit::kDragonFruit);
    EXPECT_THROW(Codec<Fruit>::read("pear"), std::invalid_argument);
}

TEST(Codec, an_error_does_not_repeat_the_text_it_is_about) {
    try {
        Codec<int>::read("13905390000");
        FAIL();
    } catch (const std::invalid_argument& fault) {
        EXPECT_THAT(fault.what(), ::testing::Not(::testing::HasSubstr("1390539")));
    }
}

TEST(Codec, a_column_widens_and_never_narrows) {
    constexpr TypeId kInt2 = 21, kInt4 = 23, kInt8 = 20, kText = 25, kUuidArray = 2951;
    EXPECT_TRUE(Codec<std::int64_t>::accepts(kInt4));
    EXPECT_TRUE(Codec<int>::accepts(kInt2));
    EXPECT_FALSE(Codec<int>::accepts(kInt8));
    EXPECT_FALSE(Codec<int>::accepts(kText));
    EXPECT_TRUE(Codec<std::vector<Uuid>>::accepts(kUuidArray));
    EXPECT_FALSE(Codec<std::vector<std::string>>::accepts(kUuidArray));
}

TEST(Parameters, are_nul_terminated_texts_or_null) {
    Parameters parameters;
    const std::optional<int> nothing;
    parameters.assign(7, nothing, "text", std::string(200, 'x'), std::nullopt, true, Whole<1, 9>{3},
                      List<int, 5>{{1, 2}});
    ASSERT_EQ(parameters.size(), 8);
    EXPECT_STREQ(parameters.values()[0], "7");
    EXPECT_EQ(parameters.values()[1], nullptr);
    EXPECT_STREQ(parameters.values()[2], "text");
    EXPECT_EQ(std::string_view{parameters.values()[3]}.size(), 200U);
    EXPECT_EQ(parameters.values()[4], nullptr);
    EXPECT_STREQ(parameters.values()[5], "t");
    EXPECT_STREQ(parameters.values()[6], "3");
    EXPECT_STREQ(parameters.values()[7], "{\"1\",\"2\"}");
    EXPECT_THROW(parameters.assign(std::string_view{"a\0b", 3}), std::invalid_argument);
}

}  // namespace
}  // namespace jingwei::db
