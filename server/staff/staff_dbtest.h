#pragma once

#include <gtest/gtest.h>

#include <string>

#include "access/access.h"
#include "access/access_tools.h"
#include "db/in_transaction.h"
#include "staff/staff.h"
#include "testing/database.h"

/// What the database tests of this module share: a county with one town, time standing still.
namespace jingwei::staff {

inline constexpr std::string_view kCounty = testing::county;

inline Time day(int number) {
    return Time{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}} + std::chrono::days{number};
}

class StaffOnDatabase : public ::testing::Test {
protected:
    db::Scope everything = testing::Database::everything();
    testing::Database database;
    ManualClock clock{day(10)};
    grid::Grid grid{database.pool(), clock};
    Staff staff{database.pool(), clock, grid};
    Id<grid::Node> county = Id<grid::Node>::make(clock.now());
    Id<grid::Node> town = Id<grid::Node>::make(clock.now());

    void SetUp() override {
        grid::NewNode root{
            county, {}, "371323", "沂水县", grid::Level::kCounty, grid::NodeKind::kDivision,
            {},     {}, day(0)};
        grid::NewNode east{
            town, county, "371323101", "东镇", grid::Level::kTown, grid::NodeKind::kDivision,
            {},   {},     day(0)};
        ASSERT_TRUE(grid.create_all(everything, {root, east}));
    }

    Member member(std::string name, std::optional<Id<Account>> account = {}) {
        return staff
            .add_member(everything,
                        {Id<Member>::make(clock.now()), town, std::move(name), "0539-1", account})
            .value();
    }

    Id<Account> account(const std::string& login) {
        const KeyRing keys{{{1, std::string(KeyRing::kKeySize, 'k')}}};
        access::AccessOptions options;
        options.county = kCounty;
        options.cost.passes = 1;
        options.cost.memory_bytes = 8192;
        access::Access access{database.pool(), clock, keys, options};
        const auto id = Id<Account>::make(clock.now());
        const auto added =
            access.accounts().add(access::Actor::system(kCounty, "accounts"),
                                  {id, login, login, std::string(kCounty), "Yimeng-1937", false});
        EXPECT_TRUE(added) << added.error().code;
        return id;
    }

    Post post() {
        return staff
            .create_post(everything, {Id<Post>::make(clock.now()), town, PostKind::kLead,
                                      "镇网格长", "", day(0)})
            .value();
    }

    Result<Holding> appoint(const Post& to, const Member& who, Side side, Time from,
                            std::optional<Time> until = {}) {
        return staff.appoint(everything,
                             {Id<Holding>::make(clock.now()), to.id, who.id, side, from, until});
    }

    std::string answering(Time at) {
        std::string names;
        for (const auto& one : staff.roster(kCounty)->answering(town, at)) {
            names += one.member->name + (one.acting ? "(代)" : "");
        }
        return names;
    }

    static db::Scope elsewhere() {
        auto scope = db::Scope::nobody(std::string(kCounty));
        scope.paths = {"371323/102"};
        return scope;
    }
};

}  // namespace jingwei::staff
