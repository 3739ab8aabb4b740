#include "portal/receipt_mark.h"

#include <gtest/gtest.h>

namespace jingwei::portal {
namespace {

const std::string kOld(KeyRing::kKeySize, 'o');
const std::string kNew(KeyRing::kKeySize, 'n');
const Promise kPromise{"371323", "2026-000042-7", 1'772'413'200, 1'773'018'000};

TEST(ReceiptMark, HoldsForItsPromiseAndForNoOther) {
    const KeyRing keys{{{1, kOld}}};
    const auto mark = receipt_mark(keys, kPromise);
    EXPECT_TRUE(is_receipt_mark(keys, kPromise, mark));
    for (auto change :
         {+[](Promise& one) { one.county = "371324"; },
          +[](Promise& one) { one.code = "2026-000043-5"; }, +[](Promise& one) { ++one.at; },
          +[](Promise& one) { ++*one.by; }, +[](Promise& one) { one.by.reset(); }}) {
        Promise other = kPromise;
        change(other);
        EXPECT_FALSE(is_receipt_mark(keys, other, mark));
    }
}

TEST(ReceiptMark, OutlivesANewKeyButNotTheLossOfItsOwn) {
    const auto mark = receipt_mark(KeyRing{{{1, kOld}}}, kPromise);
    EXPECT_TRUE(is_receipt_mark(KeyRing{{{1, kOld}, {2, kNew}}}, kPromise, mark));
    EXPECT_FALSE(is_receipt_mark(KeyRing{{{2, kNew}}}, kPromise, mark));
    EXPECT_TRUE(receipt_mark(KeyRing{{{1, kOld}, {2, kNew}}}, kPromise).starts_with("2."));
}

TEST(ReceiptMark, IsNoTextThatSomebodyMadeUp) {
    const KeyRing keys{{{1, kOld}}};
    for (const char* made_up : {"", ".", "1", "1.", "1.00", "x.00", "4294967296.00", "-1.00",
                                "1.00000000000000000000000000000000"}) {
        EXPECT_FALSE(is_receipt_mark(keys, kPromise, made_up)) << made_up;
    }
}

}  // namespace
}  // namespace jingwei::portal
