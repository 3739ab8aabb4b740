#include "db/scope.h"

#include <gmock/gmock.h>

namespace jingwei::db {
namespace {

using ::testing::ElementsAre;

TEST(Scope, paths_inside_another_are_dropped) {
    EXPECT_THAT(normalised({"1/2", "1/10", "1/1/3", "1/1", "1/2/9", "1/2"}),
                ElementsAre("1/1", "1/10", "1/2"));
    EXPECT_THAT(normalised({}), ElementsAre());
}

TEST(Scope, says_only_what_is_not_empty) {
    EXPECT_THAT(scope_statements(Scope::nobody("371323")),
                ElementsAre("SET LOCAL jingwei.county = '371323'"));
    EXPECT_THAT(
        scope_statements(Scope::whole_county("371323")),
        ElementsAre("SET LOCAL jingwei.county = '371323'", "SET LOCAL jingwei.paths = '{371323}'",
                    "SET LOCAL jingwei.secrets = 'on'"));
}

TEST(Scope, of_several_people_is_all_that_they_may_see_and_names_each_of_them) {
    const auto person = [](std::vector<std::string> paths, bool secrets) {
        Scope scope = Scope::nobody("371323");
        scope.account = Id<Account>::make(Time{});
        scope.paths = std::move(paths);
        scope.secrets = secrets;
        return scope;
    };
    const Scope one = person({"371323/101"}, false), other = person({"371323/101/1"}, true);
    Scope all = Scope::nobody("371323");
    join(all, one);
    join(all, other);
    EXPECT_THAT(scope_statements(all),
                ElementsAre("SET LOCAL jingwei.county = '371323'",
                            "SET LOCAL jingwei.paths = '{371323/101}'",
                            "SET LOCAL jingwei.together = '{" + one.account.text() + "," +
                                other.account.text() + "}'",
                            "SET LOCAL jingwei.secrets = 'on'"));
}

TEST(Scope, refuses_whatever_would_need_quoting) {
    for (const auto* county : {"", "37132", "3713233", "37132'", "ABCDEF"}) {
        EXPECT_THROW(scope_statements(Scope::nobody(county)), std::invalid_argument) << county;
    }
    for (const auto* path : {"", "a'b", "A", "1,2", "1}", "1 2", "县"}) {
        Scope scope = Scope::nobody("371323");
        scope.paths = {path};
        EXPECT_THROW(scope_statements(scope), std::invalid_argument) << path;
    }
}

TEST(Scope, has_a_limit) {
    Scope scope = Scope::nobody("371323");
    scope.paths.assign(Scope::kMostEntries + 1, "371323");
    EXPECT_THROW(scope_statements(scope), std::invalid_argument);
}

}  // namespace
}  // namespace jingwei::db
