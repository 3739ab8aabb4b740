#include "access/principal.h"

#include <gmock/gmock.h>

namespace jingwei::access {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Id<Unit> kUnit = Id<Unit>::make(Time{});
const Id<Unit> kOtherUnit = Id<Unit>::make(Time{});

Grant on_path(std::string_view role, std::string path) {
    return {Id<RoleGrant>{}, std::string(role), std::move(path), {}, Time{}, {}};
}

Grant on_unit(std::string_view role, Id<Unit> unit) {
    return {Id<RoleGrant>{}, std::string(role), {}, unit, Time{}, {}};
}

Principal::Who somebody() {
    Principal::Who who;
    who.county = "371323";
    who.account = Id<Account>::make(Time{});
    return who;
}

TEST(Inside, counts_whole_segments_only) {
    EXPECT_TRUE(inside("371323", "371323"));
    EXPECT_TRUE(inside("371323/101", "371323"));
    EXPECT_FALSE(inside("371323", "371323/101"));
    EXPECT_FALSE(inside("371323/1011", "371323/101"));
    EXPECT_FALSE(inside("371323", ""));
}

TEST(Grant, ends_at_its_end_and_not_before) {
    Grant grant = on_path(role::kDispatcher, "371323");
    grant.valid_from = Time{std::chrono::seconds{10}};
    grant.valid_to = Time{std::chrono::seconds{20}};
    EXPECT_FALSE(grant.live(Time{std::chrono::seconds{9}}));
    EXPECT_TRUE(grant.live(Time{std::chrono::seconds{10}}));
    EXPECT_TRUE(grant.live(Time{std::chrono::seconds{19}}));
    EXPECT_FALSE(grant.live(Time{std::chrono::seconds{20}}));
}

TEST(Principal, without_grants_may_do_nothing) {
    const Principal nobody{somebody(), {}};
    for (const auto permission : all_permissions())
        EXPECT_FALSE(nobody.can(permission));
    EXPECT_THAT(nobody.scope().paths, IsEmpty());
}

TEST(Principal, is_called_by_the_role_that_stands_first_whatever_was_granted_first) {
    const Principal lead{somebody(),
                         {on_unit(role::kHandler, kUnit), on_path(role::kGridLead, "371323/101")}};
    EXPECT_EQ(lead.main_role(), role::kGridLead);
    EXPECT_EQ((Principal{somebody(), {}}.main_role()), "");
}

TEST(Principal, may_act_inside_the_subtree_of_a_grant_and_nowhere_else) {
    const Principal lead{somebody(), {on_path(role::kGridLead, "371323/101/204")}};
    EXPECT_TRUE(lead.can(permission::kCaseScreen, "371323/101/204/003"));
    EXPECT_FALSE(lead.can(permission::kCaseScreen, "371323/101/205"));
    EXPECT_FALSE(lead.can(permission::kCaseScreen, "371323/101"));
    EXPECT_FALSE(lead.can(permission::kCaseDesignate, "371323/101/204"));
}

TEST(Principal, a_grant_on_a_unit_says_nothing_of_the_territory) {
    const Principal handler{somebody(), {on_unit(role::kHandler, kUnit)}};
    EXPECT_TRUE(handler.can_for_unit(permission::kCaseHandle, kUnit));
    EXPECT_FALSE(handler.can_for_unit(permission::kCaseHandle, kOtherUnit));
    EXPECT_FALSE(handler.can(permission::kCaseHandle, "371323"));
    EXPECT_THAT(handler.scope().units, ElementsAre(kUnit));
}

TEST(Principal, an_officer_brings_no_scope_over_cases) {
    const Principal admin{somebody(), {on_path(role::kSystemAdmin, "371323")}};
    EXPECT_THAT(admin.scope().paths, IsEmpty());
    EXPECT_THAT(admin.scope(permission::kTerritoryEdit).paths, ElementsAre("371323"));
}

TEST(Principal, a_scope_has_no_path_inside_another) {
    const Principal both{somebody(),
                         {on_path(role::kGridWorker, "371323/101/204/003"),
                          on_path(role::kGridLead, "371323/101/204")}};
    EXPECT_THAT(both.scope().paths, ElementsAre("371323/101/204"));
}

TEST(Principal, sees_what_is_confidential_only_where_all_of_the_scope_allows_it) {
    const auto town = on_path(role::kDispatcher, "371323/101");
    EXPECT_TRUE(
        (Principal{somebody(), {town, on_path(role::kConfidant, "371323/101")}}).scope().secrets);
    EXPECT_FALSE((Principal{somebody(), {town, on_path(role::kConfidant, "371323/101/204")}})
                     .scope()
                     .secrets);
    EXPECT_FALSE((Principal{somebody(), {town}}).scope().secrets);
    EXPECT_FALSE((Principal{somebody(), {}}).scope().secrets);
}

TEST(Principal, a_token_may_do_no_more_than_it_was_made_for) {
    const Principal token{somebody(),
                          {on_path(role::kDispatcher, "371323")},
                          std::vector<std::string>{"case.read", "account.edit"}};
    EXPECT_THAT(token.permissions(), ElementsAre("case.read"));
}

TEST(Principal, who_must_change_the_password_may_do_nothing_else) {
    auto who = somebody();
    who.password_change_needed = true;
    const Principal fresh{who, {on_path(role::kDispatcher, "371323")}};
    EXPECT_THAT(fresh.permissions(), IsEmpty());
    EXPECT_THAT(fresh.scope().paths, IsEmpty());
}

TEST(Principal, leaves_out_a_role_that_it_does_not_know) {
    const Principal principal{somebody(), {on_path("emperor", "371323")}};
    EXPECT_THAT(principal.grants(), IsEmpty());
}

}  // namespace
}  // namespace jingwei::access
