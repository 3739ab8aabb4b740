#include "matter/suggestion.h"

#include <gtest/gtest.h>

#include "core/time_text.h"
#include "matter/catalogue_file.h"
#include "matter/catalogue_rules.h"

namespace jingwei::matter {
namespace {

const Time kNow = from_china_time(parse_day("2026-03-02").value());

const Catalogue& shipped() {
    static const auto content = content_of(shipped_catalogue()).value();
    static const Catalogue catalogue{
        "371323", content.classes, content.subclasses,
        change_to(Catalogue{"371323", {}, {}, {}}, content.matters, kNow).begun};
    return catalogue;
}

std::vector<std::string> names(std::string_view text) {
    std::vector<std::string> found;
    for (const auto& one : suggest(shipped(), text, kNow))
        found.push_back(one.matter->name_zh);
    return found;
}

struct Told {
    const char* text;
    const char* matter;
};

/// What residents say, and the matter that must come first.
constexpr Told kTold[]{
    {"和平路路口的路灯坏了三天，晚上太黑", "路灯不亮"},
    {"小区门口井盖破损下沉，电动车差点摔倒", "井盖缺失破损"},
    {"楼下垃圾堆了好几天没人清运，味道很大", "暴露垃圾"},
    {"邻居在楼道里给电动车充电，很危险", "电动自行车违规充电停放"},
    {"消防通道被私家车占用", "消防通道堵塞"},
    {"楼上漏水，邻居不肯修，天天吵架", "邻里纠纷"},
    {"老板拖欠工资半年，农民工讨薪无门", "拖欠工资线索"},
    {"闻到很浓的煤气味，怀疑燃气泄漏", "燃气泄漏险情"},
    {"有人在河里倒垃圾，水面全是漂浮物", "河湖水面漂浮物与排污"},
    {"工地半夜施工，噪音扰民睡不着", "噪声扰民"},
    {"人行道上全是流动摊贩摆摊卖水果", "占道经营"},
    {"电梯困人了，三号楼", "特种设备与电梯故障"},
    {"想给八十岁的老人办高龄津贴", "高龄津贴咨询代办"},
    {"地里有人烧秸秆冒烟", "秸秆焚烧"},
    {"装修垃圾和旧沙发扔在绿地上", "建筑垃圾与大件垃圾"},
    {"楼顶搭建彩钢棚，怀疑违建", "违法建设线索"},
};

TEST(Suggestion, puts_first_what_residents_mean) {
    for (const auto& [text, matter] : kTold) {
        const auto found = names(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found.front(), matter) << text;
    }
}

TEST(Suggestion, has_among_its_five_every_matter_named_by_its_own_name) {
    for (const auto* matter : shipped().in_force(kNow)) {
        const auto found = names(matter->name_zh);
        EXPECT_NE(std::ranges::find(found, matter->name_zh), found.end()) << matter->name_zh;
    }
}

TEST(Suggestion, says_which_words_spoke_for_it) {
    const auto found = suggest(shipped(), "路灯不亮", kNow);
    ASSERT_FALSE(found.empty());
    EXPECT_NE(std::ranges::find(found[0].words, "路灯"), found[0].words.end());
    EXPECT_LE(found.size(), 5u);
}

TEST(Suggestion, of_nothing_understood_is_nothing) {
    EXPECT_TRUE(names("").empty());
    EXPECT_TRUE(names("！？……").empty());
    EXPECT_TRUE(names("xyzzy").empty());
}

TEST(Suggestion, leaves_out_what_is_not_in_force) {
    EXPECT_TRUE(suggest(shipped(), "路灯不亮", kNow - std::chrono::hours{1}).empty());
}

TEST(Suggestion, reads_english_in_any_case) {
    const auto found = names("Street LAMP is out");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front(), "路灯不亮");
}

}  // namespace
}  // namespace jingwei::matter
