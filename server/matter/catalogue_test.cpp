#include "matter/catalogue.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/time_text.h"
#include "matter/catalogue_file.h"
#include "matter/catalogue_rules.h"

namespace jingwei::matter {
namespace {

using calendar::Limit;
using calendar::LimitUnit;

const Time kNow = from_china_time(parse_day("2026-03-02").value());
const auto kDay = std::chrono::hours{24};

const CatalogueContent& shipped() {
    static const auto content = content_of(shipped_catalogue()).value();
    return content;
}

FileMatter street_lamp() {
    auto file = file_of(shipped().matters.front());
    file.code = "x1";
    file.name_zh = "路灯";
    return file;
}

std::string code_of(const FileMatter& file) {
    const auto result = checked(file, "c", "s");
    return result ? "" : result.error().code + " " + result.error().field;
}

/// About how many working hours a limit is, to compare limits of different units.
double working_hours(Limit limit) {
    switch (limit.unit) {
        case LimitUnit::kMinutes:
            return limit.amount / 60.0;
        case LimitUnit::kNaturalHours:
            return limit.amount;
        case LimitUnit::kWorkingHours:
            return limit.amount;
        case LimitUnit::kNaturalDays:
            return limit.amount * 5.0;
        case LimitUnit::kWorkingDays:
            return limit.amount * 7.0;
    }
    return 0;
}

// the default catalogue

TEST(ShippedCatalogue, has_ten_classes_22_subclasses_and_at_least_87_matters) {
    EXPECT_EQ(shipped().classes.size(), 10u);
    EXPECT_EQ(shipped().subclasses.size(), 22u);
    EXPECT_GE(shipped().matters.size(), 87u);
    const std::vector<std::string> expected{"Party-member service", "Disaster prevention",
                                            "Public welfare",       "Comprehensive governance",
                                            "Public safety",        "Agriculture and countryside",
                                            "Town management",      "Town construction",
                                            "Public service",       "Social security"};
    std::vector<std::string> names;
    for (const auto& one : shipped().classes)
        names.push_back(one.name_en);
    EXPECT_EQ(names, expected);
}

TEST(ShippedCatalogue, tells_every_matter_in_both_languages_under_a_name_of_its_own) {
    std::set<std::string> names_zh, names_en;
    for (const auto& one : shipped().matters) {
        EXPECT_FALSE(one.name_en.empty() || one.guidance_zh.empty() || one.guidance_en.empty())
            << one.name_zh;
        EXPECT_TRUE(names_zh.insert(one.name_zh).second) << one.name_zh;
        EXPECT_TRUE(names_en.insert(one.name_en).second) << one.name_en;
        EXPECT_GE(one.keywords.size(), 3u) << one.name_zh;
    }
}

TEST(ShippedCatalogue, names_one_lead_for_every_matter_in_the_town_and_in_the_county) {
    for (const auto& one : shipped().matters) {
        EXPECT_EQ(one.leads(grid::Level::kTown).size(), 1u) << one.name_zh;
        EXPECT_EQ(one.leads(grid::Level::kCounty).size(), 1u) << one.name_zh;
    }
}

TEST(ShippedCatalogue, has_limits_that_leave_time_to_handle_before_the_answer) {
    const Catalogue catalogue{"371323", shipped().classes, shipped().subclasses, shipped().matters,
                              shipped().limits};
    for (const auto& one : shipped().matters) {
        const auto hours = [&](LimitStage stage) {
            return working_hours(catalogue.limit(one, stage).value());
        };
        EXPECT_LE(hours(LimitStage::kSign), hours(LimitStage::kHandle)) << one.name_zh;
        EXPECT_LT(hours(LimitStage::kScreen) + hours(LimitStage::kHandle),
                  hours(LimitStage::kAnswer))
            << one.name_zh;
    }
}

TEST(ShippedCatalogue, counts_emergencies_in_minutes_with_arrival_and_gives_them_to_no_grid) {
    int emergencies = 0;
    for (const auto& one : shipped().matters) {
        const bool arrival = one.limit(LimitStage::kArrivalTown).has_value();
        EXPECT_EQ(arrival, one.emergency) << one.name_zh;
        if (!one.emergency) continue;
        ++emergencies;
        EXPECT_EQ(one.severity, Severity::kGrave) << one.name_zh;
        EXPECT_EQ(one.limit(LimitStage::kSign)->unit, LimitUnit::kMinutes) << one.name_zh;
        EXPECT_EQ(one.limit(LimitStage::kArrivalTown), (Limit{10, LimitUnit::kMinutes}));
        EXPECT_EQ(one.limit(LimitStage::kArrivalCountry), (Limit{30, LimitUnit::kMinutes}));
        EXPECT_FALSE(one.grid_may_close) << one.name_zh;
    }
    EXPECT_GE(emergencies, 5);
}

TEST(ShippedCatalogue, holds_nothing_that_jingwei_refuses_to_hold) {
    for (const auto& one : shipped().matters) {
        const auto text = one.name_zh + one.name_en + one.guidance_zh + one.guidance_en;
        EXPECT_FALSE(refused_word(text)) << one.name_zh;
    }
}

// what is refused

TEST(CheckedMatter, refuses_what_is_refused_by_design_wherever_it_stands) {
    for (const auto* word :
         {"宗教场所", "重点人员走访", "社区矫正", "Religious belief", "人脸采集"}) {
        auto file = street_lamp();
        file.name_zh = word;
        EXPECT_EQ(code_of(file), "matter_refused_by_design /name_zh") << word;
        file = street_lamp();
        file.keywords->assign({"灯", word});
        EXPECT_EQ(code_of(file), "matter_refused_by_design /keywords/1") << word;
    }
    auto file = street_lamp();
    file.form = Json{R"({"type": "object", "properties": {"a": {"title": "政治面貌"}}})"};
    EXPECT_EQ(code_of(file), "matter_refused_by_design /form");
}

TEST(CheckedMatter, takes_ordinary_words_that_only_sound_alike) {
    for (const auto* word : {"治安维稳", "精神文明建设", "信访咨询", "公交定位牌"}) {
        auto file = street_lamp();
        file.name_zh = word;
        EXPECT_EQ(code_of(file), "") << word;
    }
}

TEST(CheckedMatter, refuses_what_contradicts_itself) {
    auto file = street_lamp();
    file.code = "a b";
    EXPECT_EQ(code_of(file), "matter_code_malformed /code");
    file = street_lamp();
    file.bearing = Bearing::kAssists;
    file.grid_may_close = true;
    EXPECT_EQ(code_of(file), "matter_close_needs_bearing /grid_may_close");
    file = street_lamp();
    file.limits->assign({{LimitStage::kSign, {}, {1, LimitUnit::kWorkingDays}},
                         {LimitStage::kSign, {}, {2, LimitUnit::kWorkingDays}}});
    EXPECT_EQ(code_of(file), "matter_limit_twice /limits/1/stage");
    file.limits->assign({{LimitStage::kSign, {}, {0, LimitUnit::kWorkingDays}}});
    EXPECT_EQ(code_of(file), "calendar_limit_out_of_range /limits/0/limit/amount");
    file = street_lamp();
    file.responsible->push_back(file.responsible->front());
    EXPECT_EQ(code_of(file).substr(0, 17), "matter_unit_twice");
    for (const auto* form : {"[]", "{}", R"({"type": "array"})"}) {
        file = street_lamp();
        file.form = Json{form};
        EXPECT_EQ(code_of(file), "matter_form_not_a_schema /form") << form;
    }
}

TEST(CatalogueFile, points_at_the_matter_at_fault) {
    auto file = shipped_catalogue();
    file.classes[3].subclasses[1].matters[2].code = "010101";
    EXPECT_EQ(content_of(file).error().code, "matter_code_twice");
    EXPECT_EQ(content_of(file).error().field, "/classes/3/subclasses/1/matters/2/code");
}

TEST(CatalogueFile, of_a_matter_reads_back_as_the_matter) {
    for (const auto& one : shipped().matters) {
        const auto again = checked(file_of(one), one.class_code, one.subclass_code);
        ASSERT_TRUE(again);
        EXPECT_TRUE(same_content(*again, one)) << one.name_zh;
    }
}

// versions

Matter version(const Matter& of, std::int32_t number, Time from, std::optional<Time> to) {
    auto made = of;
    made.version = number;
    made.valid_from = from;
    made.valid_to = to;
    return made;
}

class Versions : public ::testing::Test {
protected:
    Matter lamp = next_version(nullptr, checked(street_lamp(), "c", "s").value(), kNow);
    Catalogue catalogue{"371323",
                        {{"c", "市政", "Works", 0}},
                        {{"s", "c", "照明", "Lighting", 0}},
                        {version(lamp, 1, kNow, kNow + kDay * 10),
                         version(lamp, 2, kNow + kDay * 10, kNow + kDay * 20)}};
};

TEST_F(Versions, are_found_by_the_time_they_were_in_force) {
    EXPECT_EQ(catalogue.at(lamp.id, kNow - kDay), nullptr);
    EXPECT_EQ(catalogue.at(lamp.id, kNow)->version, 1);
    EXPECT_EQ(catalogue.at(lamp.id, kNow + kDay * 10)->version, 2);
    EXPECT_EQ(catalogue.by_code("x1", kNow + kDay * 19)->version, 2);
    EXPECT_EQ(catalogue.at(lamp.id, kNow + kDay * 20), nullptr);
    EXPECT_EQ(catalogue.find(lamp.id)->version, 2);
    EXPECT_EQ(catalogue.lineage(lamp).of_class->name_en, "Works");
}

TEST_F(Versions, out_of_force_are_refused_with_their_citation) {
    const auto refused = catalogue.cited(lamp.id, kNow + kDay * 20).error();
    EXPECT_EQ(refused.code, "matter_not_in_force");
    const Details expected{
        {"code", "x1"}, {"name", "路灯"}, {"from", "2026-03-12"}, {"to", "2026-03-22"}};
    EXPECT_EQ(refused.details, expected);
    EXPECT_EQ(catalogue.cited(Id<Matter>::make(kNow), kNow).error().code, "matter_unknown");
    EXPECT_TRUE(catalogue.cited(lamp.id, kNow));
}

TEST_F(Versions, a_limit_for_a_unit_goes_before_the_general_one) {
    lamp.limits = {{LimitStage::kHandle, {}, {3, LimitUnit::kWorkingDays}},
                   {LimitStage::kHandle, "供电公司", {1, LimitUnit::kWorkingDays}}};
    EXPECT_EQ(lamp.limit(LimitStage::kHandle, "供电公司")->amount, 1);
    EXPECT_EQ(lamp.limit(LimitStage::kHandle, "派出所")->amount, 3);
    EXPECT_FALSE(lamp.limit(LimitStage::kArrivalTown));
    EXPECT_EQ(catalogue.limit(lamp, LimitStage::kAnswer)->amount, 5) << "ours, as none is stated";
}

TEST(CatalogueChange, of_a_catalogue_into_itself_is_nothing) {
    const auto first = change_to(Catalogue{"371323", {}, {}, {}}, shipped().matters, kNow);
    EXPECT_EQ(first.added, static_cast<std::int32_t>(shipped().matters.size()));
    const Catalogue now{"371323", shipped().classes, shipped().subclasses, first.begun};
    const auto second = change_to(now, shipped().matters, kNow + kDay);
    EXPECT_TRUE(second.begun.empty() && second.ended.empty());
    EXPECT_EQ(second.unchanged, first.added);
}

TEST(CatalogueChange, begins_versions_and_ends_what_is_gone) {
    const auto first = change_to(Catalogue{"371323", {}, {}, {}}, shipped().matters, kNow);
    const Catalogue now{"371323", shipped().classes, shipped().subclasses, first.begun};
    auto wanted = shipped().matters;
    wanted[0].name_zh += "等";
    wanted.pop_back();
    const auto change = change_to(now, wanted, kNow + kDay);
    EXPECT_EQ(change.changed, 1);
    EXPECT_EQ(change.dropped, 1);
    ASSERT_EQ(change.begun.size(), 1u);
    EXPECT_EQ(change.begun[0].version, 2);
    EXPECT_EQ(change.begun[0].id, now.by_code(wanted[0].code, kNow)->id);
    EXPECT_EQ(change.ended.size(), 2u);
}

}  // namespace
}  // namespace jingwei::matter
