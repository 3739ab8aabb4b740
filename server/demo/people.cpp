#include "demo/people.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace jingwei::demo {

namespace {

// In the order in which they are common, so that the front of the list is drawn more often.
constexpr std::array<std::string_view, 60> kSurnames{
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高",
    "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧",
    "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾",
    "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜"};

constexpr std::array<std::string_view, 40> kSingles{
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟",
    "涛", "明", "超", "霞", "平", "刚", "玲", "辉", "鹏", "慧", "琳", "斌", "倩", "浩",
    "凯", "雪", "燕", "兵", "红", "波", "梅", "宁", "岚", "峰", "晶", "婷"};

constexpr std::array<std::string_view, 44> kFirsts{
    "建", "志", "文", "晓", "国", "海", "春", "秀", "玉", "桂", "丽", "永", "俊", "子", "雨",
    "思", "佳", "明", "振", "立", "新", "家", "德", "少", "云", "金", "小", "红", "宏", "美",
    "嘉", "泽", "梓", "一", "天", "庆", "凤", "淑", "世", "兴", "光", "清", "长", "慧"};

constexpr std::array<std::string_view, 44> kSeconds{
    "华", "明", "英", "兰", "平", "强", "军", "辉", "生", "林", "云", "龙", "东", "梅", "珍",
    "芬", "霞", "琴", "峰", "波", "涵", "轩", "怡", "阳", "宇", "豪", "欣", "荣", "富", "贵",
    "祥", "成", "斌", "宁", "娟", "萍", "莲", "香", "芝", "海", "山", "民", "福", "安"};

}  // namespace

std::string Names::next() {
    for (;;) {
        const double low = random_.unit();
        const auto surname = static_cast<std::size_t>(low * low * kSurnames.size());
        std::string name{kSurnames[surname]};
        if (random_.chance(0.28)) {
            name += random_.pick(kSingles);
        } else {
            name += random_.pick(kFirsts);
            name += random_.pick(kSeconds);
        }
        if (given_.size() == kApart) given_.clear();
        if (given_.insert(name).second) return name;
    }
}

std::string Names::mobile() { return fmt::format("1000000{:04}", 1000 + phones_++ % 9000); }

std::string Names::landline() { return fmt::format("0000-888{:04}", 1000 + phones_++ % 9000); }

}  // namespace jingwei::demo
