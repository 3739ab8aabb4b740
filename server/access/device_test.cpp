#include "access/device.h"

#include <gtest/gtest.h>

namespace jingwei::access {
namespace {

using std::chrono::seconds;

const Time kNow{std::chrono::hours{24 * 365 * 56}};
const std::string kCounty = "371323";

class DeviceTest : public ::testing::Test {
protected:
    std::optional<Id<Device>> known(std::string_view shown, Time at = kNow) const {
        return known_device(keys, kCounty, wang, shown, kNow, at);
    }

    KeyRing keys{{{1, std::string(KeyRing::kKeySize, 'k')}}};
    Id<Account> wang = Id<Account>::make(kNow), li = Id<Account>::make(kNow);
    Id<Device> desk = Id<Device>::make(kNow);
    std::string mark = device_mark(keys, kCounty, wang, desk, kNow);
};

TEST_F(DeviceTest, is_known_by_its_mark_for_ninety_days) {
    EXPECT_EQ(known(mark), desk);
    EXPECT_EQ(known(mark, kNow + kDeviceKnown - seconds{1}), desk);
    EXPECT_FALSE(known(mark, kNow + kDeviceKnown));
}

TEST_F(DeviceTest, is_not_known_by_a_mark_from_before_the_password_changed) {
    EXPECT_FALSE(known_device(keys, kCounty, wang, mark, kNow + seconds{1}, kNow + seconds{2}));
}

TEST_F(DeviceTest, is_not_known_to_another_account_or_county) {
    EXPECT_FALSE(known_device(keys, kCounty, li, mark, kNow, kNow));
    EXPECT_FALSE(known_device(keys, "371324", wang, mark, kNow, kNow));
}

TEST_F(DeviceTest, is_not_known_by_a_mark_of_which_any_character_was_changed) {
    for (std::size_t at = 0; at < mark.size(); ++at) {
        auto forged = mark;
        forged[at] = forged[at] == '1' ? '2' : '1';
        EXPECT_FALSE(known(forged)) << forged;
    }
}

TEST_F(DeviceTest, is_not_known_by_what_is_no_mark) {
    for (std::size_t size = 0; size < mark.size(); ++size)
        EXPECT_FALSE(known(mark.substr(0, size)));
    for (const auto* text : {"", ".", "...", "....", "a.b.c.d"})
        EXPECT_FALSE(known(text)) << text;
    EXPECT_FALSE(known(mark + ".x"));
    EXPECT_FALSE(known(std::string(10'000, '.')));
}

TEST_F(DeviceTest, stays_known_when_the_key_changes_and_not_when_it_is_gone) {
    const std::string newer(KeyRing::kKeySize, 'n');
    const KeyRing both{{{1, std::string(KeyRing::kKeySize, 'k')}, {2, newer}}};
    EXPECT_EQ(known_device(both, kCounty, wang, mark, kNow, kNow), desk);
    EXPECT_FALSE(known_device(KeyRing{{{2, newer}}}, kCounty, wang, mark, kNow, kNow));
}

}  // namespace
}  // namespace jingwei::access
