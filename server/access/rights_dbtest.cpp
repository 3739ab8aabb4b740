// What each role can read and write with raw SQL: row-level security alone, no service in between.

#include <gmock/gmock.h>

#include <map>

#include "access/access_dbtest.h"
#include "db/error.h"

namespace jingwei::access {
namespace {

class RightsTest : public ::testing::Test, protected World {
protected:
    void SetUp() override {
        town_ = account("town", "371323/101");
        village_ = account("village", "371323/101/204");
        other_ = account("other", "371323/102");
        grant(town_, role::kGridLead, "371323/101");
        grant(other_, role::kDispatcher, "371323/102");
    }

    db::Scope scope(Id<Account> account, std::string duty = {},
                    std::vector<std::string> paths = {}) {
        auto made = db::Scope::nobody(kCounty);
        made.account = account;
        made.duty = std::move(duty);
        made.paths = std::move(paths);
        return made;
    }
    std::int64_t run(const db::Scope& as, const std::string& sql) {
        db::Transaction tx{db.pool(), as};
        const auto name = "test." + std::to_string(statements_.size());
        const auto& kept = *statements_.try_emplace(sql, name).first;
        const auto rows = tx.run(db::Statement{kept.second, kept.first});
        tx.commit();
        return rows;
    }
    std::int64_t seen(const db::Scope& as, const std::string& table) {
        return run(as, "SELECT county FROM " + table);
    }

    std::map<std::string, std::string> statements_;  ///< text and name, which must both live
    Id<Account> town_, village_, other_;
};

TEST_F(RightsTest, nobody_sees_nothing) {
    for (const auto* table : {"account", "account_name", "credential", "device_failure", "session",
                              "api_token", "role_grant", "audit_entry", "audit_seal"}) {
        EXPECT_EQ(seen(db::Scope::nobody(kCounty), table), 0) << table;
    }
}

TEST_F(RightsTest, an_account_sees_itself_its_grants_and_the_names_of_colleagues) {
    EXPECT_EQ(seen(scope(town_), "account"), 1);
    EXPECT_EQ(seen(scope(town_), "role_grant"), 1);
    EXPECT_EQ(seen(scope(town_), "account_name"), 3);
    EXPECT_EQ(seen(scope(village_), "role_grant"), 0);
}

TEST_F(RightsTest, paths_alone_open_no_administrative_table) {
    const auto wide = scope(town_, "", {kCounty});
    EXPECT_EQ(seen(wide, "account"), 1);
    EXPECT_EQ(seen(wide, "credential"), 0);
    EXPECT_EQ(seen(wide, "role_grant"), 1);
    EXPECT_EQ(seen(testing::Database::everything(), "credential"), 0);
}

TEST_F(RightsTest, an_administrator_sees_the_accounts_of_the_subtree_and_no_credential) {
    const auto admin = scope(other_, "accounts", {"371323/101"});
    EXPECT_EQ(seen(admin, "account"), 3) << "two in the town, and itself";
    EXPECT_EQ(seen(admin, "credential"), 0);
    EXPECT_EQ(seen(admin, "role_grant"), 1) << "its own only";
}

TEST_F(RightsTest, an_administrator_changes_nothing_outside_the_subtree) {
    const auto admin = scope(town_, "accounts", {"371323/101"});
    EXPECT_EQ(run(admin, "UPDATE account SET disabled_at = now() WHERE login = 'other'"), 0);
    EXPECT_EQ(run(admin, "UPDATE account SET disabled_at = now() WHERE login = 'village'"), 1);
    EXPECT_THROW(run(admin, "UPDATE account SET path = '371323/102' WHERE login = 'village'"),
                 db::ScopeViolation);
    EXPECT_ANY_THROW(run(admin, "UPDATE account SET login = 'x' WHERE login = 'village'"));
    EXPECT_ANY_THROW(run(admin, "DELETE FROM account"));
}

TEST_F(RightsTest, another_county_is_another_world) {
    auto elsewhere = scope(town_, "credential", {"371324"});
    elsewhere.county = "371324";
    for (const auto* table : {"account", "account_name", "credential", "session", "role_grant"}) {
        EXPECT_EQ(seen(elsewhere, table), 0) << table;
    }
}

std::string grant_sql(Id<Account> account, Id<Account> by, const std::string& path) {
    return "INSERT INTO role_grant (county, id, account_id, role, office, path, valid_from, "
           "granted_by, granted_at) VALUES ('371323', gen_random_uuid(), '" +
           account.text() + "', 'dispatcher', 'none', '" + path + "', now(), '" + by.text() +
           "', now())";
}

TEST_F(RightsTest, a_security_officer_grants_inside_the_subtree_to_others_in_the_own_name) {
    const auto officer = scope(town_, "grants", {"371323/101"});
    EXPECT_EQ(run(officer, grant_sql(village_, town_, "371323/101/204")), 1);
    EXPECT_THROW(run(officer, grant_sql(village_, town_, "371323/102")), db::ScopeViolation);
    EXPECT_THROW(run(officer, grant_sql(village_, other_, "371323/101")), db::ScopeViolation);
    EXPECT_ANY_THROW(run(officer, grant_sql(town_, town_, "371323/101")));
    EXPECT_THROW(run(scope(town_, "", {kCounty}), grant_sql(village_, town_, "371323/101")),
                 db::ScopeViolation);
}

TEST_F(RightsTest, a_grant_ends_but_is_neither_moved_nor_deleted) {
    const auto officer = scope(village_, "grants", {kCounty});
    EXPECT_EQ(run(officer,
                  "UPDATE role_grant SET valid_to = '2100-01-01' "
                  "WHERE role = 'grid_lead'"),
              1);
    EXPECT_ANY_THROW(run(officer, "UPDATE role_grant SET path = '371323'"));
    EXPECT_ANY_THROW(run(officer, "UPDATE role_grant SET role = 'auditor'"));
    EXPECT_ANY_THROW(run(officer, "DELETE FROM role_grant"));
}

std::string office_sql(Id<Account> account, const std::string& role, const std::string& office) {
    return "INSERT INTO role_grant (county, id, account_id, role, office, path, valid_from, "
           "granted_at) VALUES ('371323', gen_random_uuid(), '" +
           account.text() + "', '" + role + "', '" + office + "', '371323', now(), now())";
}

TEST_F(RightsTest, the_table_itself_keeps_the_three_offices_apart) {
    auto system = testing::Database::everything();
    system.duty = "grants";
    EXPECT_EQ(run(system, office_sql(town_, "auditor", "audit")), 1);
    EXPECT_THROW(run(system, office_sql(town_, "admin_system", "system")), db::ConstraintViolation);
    EXPECT_THROW(run(system, office_sql(town_, "security_officer", "security")),
                 db::ConstraintViolation);
    EXPECT_THROW(run(system, office_sql(town_, "admin_system", "none")), db::ConstraintViolation)
        << "the office is that of the role";
    EXPECT_EQ(run(system, office_sql(town_, "dispatcher", "none")), 1);
}

TEST_F(RightsTest, the_table_of_roles_is_the_list_of_the_program) {
    static const db::Statement kRoles{"test.roles",
                                      "SELECT name || ' ' || office || ' ' || reach FROM role"};
    std::vector<std::string> expected;
    for (const auto& one : all_roles()) {
        expected.push_back(std::string(one.name) + ' ' + enum_name(one.office) + ' ' +
                           enum_name(one.reach));
    }
    EXPECT_THAT(raw<std::string>(db.pool(), testing::Database::everything(), kRoles),
                ::testing::UnorderedElementsAreArray(expected));
}

TEST_F(RightsTest, a_session_is_ended_by_its_account_and_by_no_colleague) {
    ASSERT_TRUE(sign_in("town").has_value());
    EXPECT_EQ(seen(scope(village_), "session"), 0);
    EXPECT_EQ(run(scope(village_), "UPDATE session SET ended_at = now()"), 0);
    EXPECT_EQ(run(scope(town_), "UPDATE session SET ended_at = now()"), 1);
    EXPECT_ANY_THROW(run(scope(town_), "UPDATE session SET token_hash = sha256('x')"));
}

}  // namespace
}  // namespace jingwei::access
