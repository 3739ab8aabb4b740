#include "cases/phone.h"

#include <gtest/gtest.h>

#include "cases/contact.h"

namespace jingwei::cases {
namespace {

TEST(NumberOf, IsOneTextHoweverANumberIsWritten) {
    for (const char* written :
         {"13800005678", "138 0000-5678", "+86 138 0000 5678", "008613800005678",
          "86-138-0000-5678", "＋８６ １３８００００５６７８", "13800005678（家）"}) {
        EXPECT_EQ(number_of(written), "13800005678") << written;
    }
    EXPECT_EQ(number_of("0539-1234567"), "05391234567");
    EXPECT_EQ(number_of("+86 539 1234567"), "05391234567");
    EXPECT_EQ(number_of("+86 0539 1234567"), "05391234567");
}

TEST(NumberOf, LeavesWhatIsOfNoOtherCountryAsItIs) {
    EXPECT_EQ(number_of("8612345"), "8612345") << "a number of a village";
    EXPECT_EQ(number_of("+49 30 1234567"), "49301234567");
    EXPECT_EQ(number_of("+86"), "86");
    EXPECT_EQ(number_of("(未提供)"), "");
}

TEST(TypedPhone, IsDigitsWithAnOptionalPlusAndHasSeven) {
    EXPECT_EQ(typed_phone("138 0000-5678"), "13800005678");
    EXPECT_EQ(typed_phone("+86 (138) 0000.5678"), "+8613800005678");
    EXPECT_EQ(typed_phone("１２３４５６７"), "1234567");
    for (const char* none : {"", "123456", "-------", "1234567a", "call 1234567", "138+00005678"})
        EXPECT_FALSE(typed_phone(none)) << none;
}

TEST(MaskedPhone, EndsInTheLastDigitsWhateverStandsBehindThem) {
    EXPECT_EQ(masked_phone("138 0000 567 8"), "138****5678");
    EXPECT_EQ(masked_phone("13800005678（家）"), "138****5678");
    EXPECT_EQ(masked_phone("+86 13800005678"), "138****5678");
    EXPECT_EQ(masked_phone("12345"), "****");
    EXPECT_EQ(masked_phone("(未提供电话)"), "****");
    EXPECT_EQ(masked_phone(""), "");
}

}  // namespace
}  // namespace jingwei::cases
