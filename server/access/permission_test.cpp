#include "access/permission.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "access/role.h"

namespace jingwei::access {
namespace {

boost::json::object messages(const std::string& language) {
    std::ifstream in(JINGWEI_SOURCE_DIR "/data/messages/access." + language + ".json");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return boost::json::parse(text).as_object();
}

TEST(Permission, every_one_has_a_name_in_both_languages) {
    for (const auto* language : {"zh-CN", "en"}) {
        const auto names = messages(language);
        for (const auto one : all_permissions())
            EXPECT_TRUE(names.contains("permission." + std::string(one))) << language << ' ' << one;
        for (const auto& one : all_roles())
            EXPECT_TRUE(names.contains("role." + std::string(one.name))) << language << one.name;
    }
}

TEST(Permission, none_is_listed_twice) {
    const auto all = all_permissions();
    EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size());
    EXPECT_FALSE(is_permission("case.everything"));
}

TEST(Role, holds_only_permissions_that_exist_and_each_once) {
    for (const auto& one : all_roles()) {
        EXPECT_EQ(std::set(one.permissions.begin(), one.permissions.end()).size(),
                  one.permissions.size())
            << one.name;
        for (const auto held : one.permissions)
            EXPECT_TRUE(is_permission(held)) << held;
    }
}

TEST(Role, every_permission_is_held_by_somebody) {
    for (const auto permission : all_permissions()) {
        bool held = false;
        for (const auto& one : all_roles())
            held = held || one.holds(permission);
        EXPECT_TRUE(held) << permission;
    }
}

TEST(Role, an_office_alone_holds_what_belongs_to_it) {
    for (const auto& one : all_roles()) {
        for (const auto held : one.permissions) {
            const Office office = office_of(held);
            EXPECT_TRUE(office == Office::kNone || office == one.office) << one.name << held;
        }
    }
}

TEST(Role, no_officer_takes_part_in_the_loop_of_cases) {
    for (const auto& one : all_roles()) {
        if (one.office == Office::kNone) continue;
        for (const auto held : one.permissions)
            EXPECT_FALSE(held.starts_with("case.")) << one.name << ' ' << held;
    }
}

}  // namespace
}  // namespace jingwei::access
