#include "audit/seal_rules.h"

#include <gtest/gtest.h>

namespace jingwei::audit {
namespace {

const KeyRing kKeys{{{1, std::string(32, 'a')}, {2, std::string(32, 'b')}}};
const Time kNow{std::chrono::hours{24 * 365 * 56}};

EntryRow entry(int nth) {
    EntryRow row;
    row.county = "371323";
    row.id = *Id<AuditEntry>::parse("01890a5d-ac96-774b-bcce-b302099a800" + std::to_string(nth));
    row.at = kNow;
    row.action = "case.assign";
    row.subject_kind = "case";
    row.subject = "s";
    row.detail.text = "{}";
    return row;
}

TEST(Digest, changes_with_every_column) {
    const auto row = entry(1);
    const auto changed = [&](auto change) {
        auto copy = row;
        change(copy);
        return digest_of(copy) != digest_of(row);
    };
    EXPECT_TRUE(changed([](EntryRow& r) { r.county = "371324"; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.id = entry(2).id; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.at += std::chrono::microseconds{1}; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.account_id = Id<Account>{}; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.action = "case.assigned"; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.subject_kind = "post"; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.subject = "t"; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.purpose = ""; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.detail.text = "{ }"; }));
    EXPECT_TRUE(changed([](EntryRow& r) { r.address = ""; }));
}

TEST(Digest, knows_where_one_column_ends_and_the_next_begins) {
    auto one = entry(1);
    auto other = entry(1);
    one.subject_kind = "ab";
    one.subject = "c";
    other.subject_kind = "a";
    other.subject = "bc";
    EXPECT_NE(digest_of(one), digest_of(other));
}

TEST(Root, changes_with_everything_that_a_seal_says) {
    const auto seal = make_seal(kKeys, 1, first_root(), {entry(1), entry(2)}, kNow);
    EXPECT_EQ(root_of(kKeys, seal, first_root()), seal.root.data);
    const auto changed = [&](auto change) {
        auto copy = seal;
        change(copy);
        return root_of(kKeys, copy, first_root()) != seal.root.data;
    };
    EXPECT_TRUE(changed([](SealRow& s) { s.county = "371324"; }));
    EXPECT_TRUE(changed([](SealRow& s) { s.number = 2; }));
    EXPECT_TRUE(changed([](SealRow& s) { s.sealed_at += std::chrono::microseconds{1}; }));
    EXPECT_TRUE(changed([](SealRow& s) { s.key_id = 1; }));
    EXPECT_TRUE(changed([](SealRow& s) { std::swap(s.entries[0], s.entries[1]); }));
    EXPECT_TRUE(changed([](SealRow& s) { s.entries.pop_back(); }));
    EXPECT_TRUE(changed([](SealRow& s) { s.digests.data[5] ^= 1; }));
    EXPECT_NE(root_of(kKeys, seal, std::string(kDigestSize, 'x')), seal.root.data);
}

TEST(Root, is_none_without_the_key) {
    auto seal = make_seal(kKeys, 1, first_root(), {entry(1)}, kNow);
    EXPECT_EQ(seal.key_id, 2);
    for (const std::int64_t key : {3L, 0L, -1L, 1L << 32}) {
        seal.key_id = key;
        EXPECT_EQ(root_of(kKeys, seal, first_root()), std::nullopt) << key;
    }
}

}  // namespace
}  // namespace jingwei::audit
