#include <gmock/gmock.h>

#include <thread>

#include "access/access_dbtest.h"
#include "access/grants.h"

namespace jingwei::access {
namespace {

class GrantsTest : public ::testing::Test, protected World {
protected:
    void SetUp() override {
        officer("guard", role::kSecurityOfficer, "371323/101");
        officer_ = sign_in("guard")->principal;
        wang_ = account("wang", "371323/101");
    }
    NewGrant dispatcher(Id<Account> account, std::string path) {
        return {account, std::string(role::kDispatcher), std::move(path), {}, clock.now(), {}};
    }
    std::string give(const Principal& granter, const NewGrant& grant) {
        const auto given = access.grants().give(granter, Id<RoleGrant>::make(clock.now()), grant);
        return given.has_value() ? "" : given.error().code;
    }

    std::shared_ptr<const Principal> officer_;
    Id<Account> wang_;
};

TEST_F(GrantsTest, take_hold_at_once_and_end_at_once) {
    const auto token = sign_in("wang")->token;
    const auto id = Id<RoleGrant>::make(clock.now());
    const auto who = [&] {
        http::Request request;
        const std::string cookie = "jingwei_session=" + token.text();
        request.headers = {{"Cookie", cookie}};
        http::ReplyHead head;
        return *access.gate().identify(request, head);
    };
    const auto may = [&] {
        return static_cast<const Principal&>(*who()).can(permission::kCaseAssign, "371323/101");
    };
    EXPECT_FALSE(may());
    ASSERT_TRUE(access.grants().give(*officer_, id, dispatcher(wang_, "371323/101")).has_value());
    EXPECT_TRUE(may());
    ASSERT_TRUE(access.grants().end(*officer_, id).has_value());
    EXPECT_FALSE(may());
}

TEST_F(GrantsTest, given_again_with_the_same_id_are_given_once) {
    const auto id = Id<RoleGrant>::make(clock.now());
    for (int nth = 0; nth < 2; ++nth) {
        const auto given = access.grants().give(*officer_, id, dispatcher(wang_, "371323/101"));
        ASSERT_TRUE(given.has_value()) << given.error().code;
        EXPECT_EQ(given->id, id);
    }
    EXPECT_THAT(*access.grants().list(*officer_, wang_), ::testing::SizeIs(1));
}

TEST_F(GrantsTest, of_another_kind_do_not_pass_for_one_under_its_id) {
    const auto id = Id<RoleGrant>::make(clock.now());
    auto grant = dispatcher(wang_, "371323/101");
    ASSERT_TRUE(access.grants().give(*officer_, id, grant).has_value());
    grant.role = role::kSupervisor;
    EXPECT_EQ(access.grants().give(*officer_, id, grant).error().code, "grant_id_taken");
    grant = dispatcher(account("li", "371323/101"), "371323/101");
    EXPECT_EQ(access.grants().give(*officer_, id, grant).error().code, "grant_id_taken");
    officer("far", role::kSecurityOfficer, "371323/102");
    const auto far = sign_in("far")->principal;
    grant = dispatcher(account("zhao", "371323/102"), "371323/102");
    EXPECT_EQ(access.grants().give(*far, id, grant).error().code, "grant_id_taken")
        << "an id that the granter cannot see";
}

TEST_F(GrantsTest, given_twice_at_once_get_the_same_answer) {
    for (int round = 0; round < 10; ++round) {
        const auto li = account("li" + std::to_string(round), "371323/101");
        const auto id = Id<RoleGrant>::make(clock.now());
        std::vector<std::string> answers(4);
        std::vector<std::thread> threads;
        for (auto& answer : answers) {
            threads.emplace_back([&] {
                const auto given =
                    access.grants().give(*officer_, id, dispatcher(li, "371323/101"));
                answer = given ? given->id.text() : given.error().code;
            });
        }
        for (auto& thread : threads)
            thread.join();
        EXPECT_THAT(answers, ::testing::Each(id.text()));
    }
}

TEST_F(GrantsTest, are_refused_outside_the_subtree_and_to_oneself) {
    EXPECT_EQ(give(*officer_, dispatcher(wang_, "371323")), "grant_outside_your_subtree");
    EXPECT_EQ(give(*officer_, dispatcher(officer_->account(), "371323/101")),
              "no_grant_to_oneself");
}

TEST_F(GrantsTest, are_refused_to_somebody_of_another_subtree) {
    const auto stranger = account("stranger", "371323/102");
    EXPECT_EQ(give(*officer_, dispatcher(stranger, "371323/101")), "no_such_account");
}

TEST_F(GrantsTest, of_two_offices_are_refused_by_the_rule) {
    const auto id = officer("admin", role::kSystemAdmin);
    const auto second = access.grants().give(
        Actor::system(kCounty, store::kGrants), Id<RoleGrant>::make(clock.now()),
        NewGrant{id, std::string(role::kAuditor), kCounty, {}, clock.now(), {}});
    EXPECT_EQ(second.error().code, "officers_exclude_each_other");
}

TEST_F(GrantsTest, answer_who_may_do_what_on_a_node_and_by_which_grant) {
    officer("county", role::kSecurityOfficer);
    const auto county = sign_in("county")->principal;
    const auto dispatcher_id = officer("dispatcher", role::kDispatcher, "371323/101");
    officer("elsewhere", role::kDispatcher, "371323/102");
    officer("helper", role::kInstructor, "371323/101");
    const auto holders = access.grants().who_may(*county, "case.assign", "371323/101/204");
    ASSERT_TRUE(holders.has_value()) << holders.error().code;
    ASSERT_THAT(*holders, ::testing::SizeIs(1));
    EXPECT_EQ(holders->front().account_id, dispatcher_id);
    EXPECT_EQ(holders->front().path, "371323/101");
}

class AccountsTest : public ::testing::Test, protected World {
protected:
    std::string add(const Actor& actor, const std::string& login, const std::string& path,
                    const std::string& password = kPassword) {
        const auto added = access.accounts().add(
            actor, {Id<Account>::make(clock.now()), login, "x", path, password, true});
        return added.has_value() ? "" : added.error().code;
    }
};

TEST_F(AccountsTest, are_added_once_and_checked_first) {
    const auto system = Actor::system(kCounty, store::kAccounts);
    EXPECT_EQ(add(system, "wang", kCounty), "");
    EXPECT_EQ(add(system, "wang", kCounty), "login_taken");
    EXPECT_EQ(add(system, "Wang", kCounty), "login_not_well_formed");
    EXPECT_EQ(add(system, "li", "371324"), "not_a_path_of_county");
    EXPECT_EQ(add(system, "li", kCounty, "short"), "password_too_short");
}

TEST_F(AccountsTest, are_looked_after_inside_the_subtree_only) {
    officer("admin", role::kSystemAdmin, "371323/101");
    const auto admin = sign_in("admin")->principal;
    const auto actor = Actor::of(*admin, permission::kAccountEdit, store::kAccounts);
    EXPECT_EQ(add(actor, "li", "371323/101/204"), "");
    EXPECT_EQ(add(actor, "zhao", "371323/102"), "outside_your_scope");
    const auto far = account("far", "371323/102");
    EXPECT_EQ(access.accounts().change(actor, far, {{}, {}, true}).error().code, "no_such_account");
    EXPECT_EQ(access.accounts().reset_password(actor, far, kPassword).error().code,
              "no_such_account");
    EXPECT_EQ(access.accounts().change(actor, admin->account(), {{}, {}, true}).error().code,
              "not_your_own_account");
}

TEST_F(AccountsTest, added_twice_at_once_get_the_same_answer) {
    const auto system = Actor::system(kCounty, store::kAccounts);
    for (int round = 0; round < 10; ++round) {
        const AccountOrder order{Id<Account>::make(clock.now()), "li" + std::to_string(round), "x",
                                 kCounty, kPassword};
        std::vector<std::string> answers(4);
        std::vector<std::thread> threads;
        for (auto& answer : answers) {
            threads.emplace_back([&] {
                const auto added = access.accounts().add(system, order);
                answer = added ? added->id.text() : added.error().code;
            });
        }
        for (auto& thread : threads)
            thread.join();
        EXPECT_THAT(answers, ::testing::Each(order.id.text()));
    }
}

TEST_F(AccountsTest, have_a_path_of_plain_segments) {
    const auto system = Actor::system(kCounty, store::kAccounts);
    EXPECT_EQ(add(system, "li", "371323/1\"1"), "not_a_path_of_county");
    const auto id = account("wang");
    const AccountChange away{{}, "371323/..", {}};
    EXPECT_EQ(access.accounts().change(system, id, away).error().code, "not_a_path_of_county");
}

/// Whoever sets a password can sign in with it.
class KeeperTest : public AccountsTest {
protected:
    void SetUp() override {
        officer("admin", role::kSystemAdmin, "371323/101");
        admin_ = sign_in("admin")->principal;
    }
    std::string reset(Id<Account> id) { return reset(*admin_, id); }
    std::string reset(const Principal& who, Id<Account> id) {
        const auto done = access.accounts().reset_password(
            Actor::of(who, permission::kAccountEdit, store::kAccounts), id, "Mengshan-2000");
        return done.has_value() ? "" : done.error().code;
    }
    std::string change(Id<Account> id, bool disabled) {
        const auto done = access.accounts().change(
            Actor::of(*admin_, permission::kAccountEdit, store::kAccounts), id, {{}, {}, disabled});
        return done.has_value() ? "" : done.error().code;
    }
    std::shared_ptr<const Principal> admin_;
};

TEST_F(KeeperTest, resets_who_has_no_right_beyond_his_own_area) {
    const auto near = account("near", "371323/101");
    EXPECT_EQ(reset(near), "");
    grant(near, role::kDispatcher, "371323/101/204");
    EXPECT_EQ(reset(near), "");
    grant(near, role::kSupervisor, kCounty);
    EXPECT_EQ(reset(near), "account_reaches_further");
    EXPECT_EQ(change(near, true), "account_reaches_further");
    EXPECT_EQ(change(near, false), "account_reaches_further");
}

TEST_F(KeeperTest, resets_no_other_officer_however_near) {
    officer("county", role::kSystemAdmin);
    const auto county = sign_in("county")->principal;
    const auto guard = account("guard", "371323/101");
    grant(guard, role::kSecurityOfficer, "371323/101");
    const auto auditor = officer("auditor", role::kAuditor);
    EXPECT_EQ(reset(guard), "account_of_officer");
    EXPECT_EQ(reset(*county, guard), "account_of_officer");
    EXPECT_EQ(reset(*county, auditor), "account_of_officer");
    EXPECT_EQ(change(guard, true), "account_of_officer");
    EXPECT_EQ(reset(*county, admin_->account()), "");
}

TEST_F(KeeperTest, minds_where_a_unit_stands) {
    const auto li = account("li", "371323/101");
    const auto give = [&](Id<Unit> unit) {
        const auto given = access.grants().give(
            Actor::system(kCounty, store::kGrants), Id<RoleGrant>::make(clock.now()),
            NewGrant{li, std::string(role::kHandler), {}, unit, clock.now(), {}});
        ASSERT_TRUE(given.has_value()) << given.error().code;
    };
    static const db::Statement kNode{
        "test.node",
        "INSERT INTO territory (county, id, parent_id, path, code, name, level, kind, valid_from)"
        " VALUES ($1, $2, $3, $4, $5, 'x', $6, 'division', now())"};
    static const db::Statement kUnit{
        "test.unit",
        "INSERT INTO unit (county, id, node_id, path, name, short_name, kind, phone, duties,"
        " valid_from) VALUES ($1, $2, $3, $4, $5, '', 'station', '', '', now())"};
    const auto root = Uuid::make(clock.now()), town = Uuid::make(clock.now());
    const auto station = Id<Unit>::make(clock.now()), bureau = Id<Unit>::make(clock.now());
    db::Transaction tx{db.pool(), db::Scope::whole_county(kCounty)};
    tx.queue(kNode, kCounty, root, std::optional<Uuid>{}, kCounty, kCounty, "county");
    tx.queue(kNode, kCounty, town, root, "371323/101", "371323101", "town");
    tx.queue(kUnit, kCounty, station, town, "371323/101", "station");
    tx.queue(kUnit, kCounty, bureau, root, kCounty, "bureau");
    tx.commit();
    give(station);
    EXPECT_EQ(reset(li), "");
    give(bureau);
    EXPECT_EQ(reset(li), "account_reaches_further");
}

TEST_F(KeeperTest, ends_api_tokens_with_the_password) {
    const auto near = account("near", "371323/101");
    grant(near, role::kDispatcher, "371323/101");
    const auto make = [&](const std::string& password) {
        const auto self = sign_in("near", password)->principal;
        const auto made = access.own_account().make_token(
            *self, {"export", {"case.read"}, clock.now() + std::chrono::hours{24}});
        return *Token::parse(made->secret);
    };
    const auto first = make(kPassword);
    ASSERT_NE(access.tools().identities.find(first), nullptr);
    EXPECT_EQ(reset(near), "");
    EXPECT_EQ(access.tools().identities.find(first), nullptr);
}

TEST_F(KeeperTest, tells_the_audit_what_was_changed) {
    const auto near = account("near", "371323/101");
    ASSERT_EQ(change(near, true), "");
    static const db::Statement kDetail{
        "test.detail",
        "SELECT detail::text FROM audit_entry WHERE county = $1 AND action = 'account.change'"};
    auto scope = db::Scope::whole_county(kCounty);
    scope.duty = "audit";
    EXPECT_THAT(raw<std::string>(db.pool(), scope, kDetail, kCounty),
                ::testing::ElementsAre(R"({"disabled":true})"));
}

TEST_F(AccountsTest, with_a_wrong_old_password_are_locked_like_at_the_door) {
    account("wang");
    const auto self = sign_in("wang")->principal;
    const auto attempt = [&](const std::string& old_password) {
        const auto changed =
            access.own_account().change_password(*self, old_password, "Mengshan-2000", {});
        return changed.has_value() ? "" : changed.error().code;
    };
    for (int nth = 0; nth < kFailuresAllowed; ++nth) {
        EXPECT_EQ(attempt("wrong"), "old_password_wrong");
    }
    EXPECT_EQ(attempt(kPassword), "account_locked");
    EXPECT_EQ(sign_in("wang").error().code, "sign_in_failed");
}

}  // namespace
}  // namespace jingwei::access
