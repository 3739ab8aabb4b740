#pragma once

#include <array>
#include <string_view>

namespace jingwei::demo {

/// Everything in the demo has a made-up name. None of the places exists; a name that does
/// (there are many 人民路) says nothing about its bearer.
constexpr std::string_view kCountyName = "云溪县";
constexpr std::string_view kCountyCode = "990001";  // no province has 99

struct TownName {
    std::string_view name;
    std::string_view code;  ///< three digits of the division code: 001 a street, 100 up a town
};

constexpr std::array<TownName, 3> kTowns{
    {{"云阳街道", "001"}, {"临溪镇", "100"}, {"青石镇", "101"}}};

/// Around the seat, in a county of full size; codes from 200 are townships.
constexpr std::array<TownName, 15> kCountryTowns{{{"石涧镇", "102"},
                                                  {"云岭镇", "103"},
                                                  {"白沙渡镇", "104"},
                                                  {"梅溪镇", "105"},
                                                  {"枫树坪镇", "106"},
                                                  {"南坞镇", "107"},
                                                  {"柏山镇", "108"},
                                                  {"长亭镇", "109"},
                                                  {"竹源镇", "110"},
                                                  {"双桥头镇", "111"},
                                                  {"莲塘镇", "112"},
                                                  {"上圩乡", "200"},
                                                  {"松坑乡", "201"},
                                                  {"望云乡", "202"},
                                                  {"茶岭乡", "203"}}};
/// Villages around the seat: any head with any tail.
constexpr std::array<std::string_view, 24> kVillageHeads{
    "上", "下", "东", "西", "南", "北", "大", "小", "新", "前", "后", "高",
    "石", "黄", "白", "青", "双", "长", "金", "龙", "杨", "柳", "竹", "枫"};
constexpr std::array<std::string_view, 20> kVillageTails{
    "塘", "坝", "坪", "岭", "冲", "坞", "溪口", "桥头", "圩", "畈",
    "店", "渡", "亭", "岗", "墩", "湖", "林",   "泉",   "庄", "埠"};

struct VillageName {
    char letter;  ///< in the plan of streets.cpp
    std::string_view name;
    int town;               ///< index into kTowns
    std::string_view code;  ///< three digits: below 200 a community, from 200 a village
};

constexpr std::array<VillageName, 15> kVillageNames{{
    {'a', "北坡村", 0, "200"},
    {'b', "梨园村", 0, "201"},
    {'c', "文昌里社区", 0, "001"},
    {'d', "云阳门社区", 0, "002"},
    {'e', "锦绣社区", 0, "003"},
    {'f', "西渡社区", 0, "004"},
    {'g', "柳湾村", 1, "200"},
    {'h', "临溪社区", 1, "001"},
    {'i', "南桥社区", 1, "002"},
    {'m', "荷塘村", 1, "201"},
    {'o', "双井社区", 1, "003"},
    {'j', "新安社区", 2, "001"},
    {'k', "东岭村", 2, "200"},
    {'l', "青石村", 2, "201"},
    {'n', "稻香村", 2, "202"},
}};

/// The arterials: lines of the lattice from west to east, and from north to south.
constexpr std::array<std::string_view, 6> kColumnRoads{"西环路", "文昌路", "云阳大道",
                                                       "解放路", "锦绣路", "东环路"};
constexpr std::array<std::string_view, 4> kRowRoads{"北环路", "人民路", "临溪大道", "南环路"};
constexpr std::string_view kNorthEmbankment = "滨溪北路";
constexpr std::string_view kSouthEmbankment = "滨溪南路";
constexpr std::string_view kRiverName = "云溪";
constexpr std::string_view kCreekName = "石涧";

constexpr std::array<std::string_view, 48> kStreetStems{
    "柳荫", "槐花", "梧桐", "丹桂", "银杏", "香樟", "玉兰", "海棠", "石榴", "青松", "翠竹", "腊梅",
    "书院", "学府", "钟楼", "鼓楼", "仓前", "衙前", "府前", "后塘", "前塘", "东门", "西门", "北门",
    "米市", "布市", "竹器", "打铁", "豆腐", "染坊", "油坊", "磨坊", "渡口", "码头", "栈桥", "清波",
    "望溪", "听泉", "朝阳", "晨光", "霞光", "和平", "团结", "胜利", "幸福", "安康", "永乐", "长兴"};

constexpr std::array<std::string_view, 40> kCompoundStems{
    "锦溪", "云庭", "翠湖", "学府", "阳光", "金桂", "玉兰", "丽景", "恒安", "和润",
    "福泰", "瑞景", "枫林", "江南", "水岸", "盛世", "春晓", "秋实", "紫薇", "碧水",
    "龙溪", "凤鸣", "文景", "书香", "怡和", "康乐", "吉祥", "如意", "明珠", "星河",
    "东方", "南苑", "北苑", "西苑", "中央", "世纪", "梅园", "兰亭", "竹韵", "菊园"};
constexpr std::array<std::string_view, 6> kCompoundTails{"花园", "小区", "家园",
                                                         "苑",   "雅居", "新村"};

}  // namespace jingwei::demo
