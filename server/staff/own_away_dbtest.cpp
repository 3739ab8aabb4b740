#include "staff/staff_dbtest.h"

namespace jingwei::staff {
namespace {

using std::chrono::hours;

class OwnAwayOnDatabase : public StaffOnDatabase {
protected:
    Id<Account> wangs_account;
    Member wang, li;
    Post lead;

    void SetUp() override {
        StaffOnDatabase::SetUp();
        wangs_account = account("wangyi");
        wang = member("王一", wangs_account);
        li = member("李二", account("lier"));
        lead = post();
        appoint(lead, wang, Side::kA, day(1)).value();
        appoint(lead, li, Side::kB, day(1)).value();
    }

    db::Scope self(std::optional<Id<Account>> who = {}) const {
        auto scope = db::Scope::nobody(std::string(kCounty));
        scope.account = who.value_or(wangs_account);
        return scope;
    }

    Result<std::vector<OwnAway>> leave(Time from, std::optional<Time> to) {
        return staff.set_own_away(self(), {Id<Away>::make(clock.now()), {}, from, to});
    }
    std::string refusal(Time from, std::optional<Time> to) {
        const auto made = leave(from, to);
        return made ? "" : made.error().code + " " + made.error().field;
    }
};

TEST_F(OwnAwayOnDatabase, BTakesOverForThatTimeAndTheRosterSaysSoEverywhere) {
    const auto made = leave(day(12), day(14)).value();
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].stand_ins, std::vector<std::string>{"李二"});
    EXPECT_EQ(answering(day(11)), "王一");
    EXPECT_EQ(answering(day(12)), "李二(代)");
    EXPECT_EQ(answering(day(14)), "王一");
    const auto roster = staff.roster(kCounty);
    EXPECT_TRUE(roster->of_account(wangs_account, day(13)).empty()) << "nothing to do meanwhile";
    EXPECT_EQ(roster->of_account(*li.account, day(13)).size(), 1U);
    EXPECT_TRUE(roster->of_account(*li.account, day(14)).empty());
}

TEST_F(OwnAwayOnDatabase, OneEntryIsForEveryPostThatOneHolds) {
    const auto second = post();
    appoint(second, wang, Side::kA, day(1)).value();
    const NewOwnAway wanted{Id<Away>::make(clock.now()), {}, day(12), day(14)};
    const auto made = staff.set_own_away(self(), wanted).value();
    ASSERT_EQ(made.size(), 2U);
    EXPECT_NE(made[0].away.id, made[1].away.id);
    const bool one_is_empty = made[0].stand_ins.empty() != made[1].stand_ins.empty();
    EXPECT_TRUE(one_is_empty) << "the second post has no B, and the answer says so";
    const auto again = staff.set_own_away(self(), wanted).value();
    ASSERT_EQ(again.size(), 2U);
    EXPECT_EQ(again[0].away.id, made[0].away.id) << "the same id again, the same answer";
    EXPECT_EQ(answering(day(13)), "李二(代)");
}

TEST_F(OwnAwayOnDatabase, NobodyEntersTheAbsenceOfAnother) {
    const auto stranger = account("stranger");
    const auto holding = staff.roster(kCounty)->held_by(wangs_account, day(10))[0].holding->id;
    NewOwnAway wanted{Id<Away>::make(clock.now()), {}, day(12), {}};
    EXPECT_EQ(staff.set_own_away(self(stranger), wanted).error().code, "away_no_post");
    wanted.holding = holding;
    EXPECT_EQ(staff.set_own_away(self(*li.account), wanted).error().code, "away_no_post");
    const auto made = leave(day(12), day(14)).value();
    EXPECT_EQ(staff.end_own_away(self(*li.account), made[0].away.id).error().code, "away_unknown");
    EXPECT_EQ(answering(day(12)), "李二(代)");
}

TEST_F(OwnAwayOnDatabase, TheDatabaseItselfKnowsWhoseAbsenceItIs) {
    const auto roster = staff.roster(kCounty);
    const auto held = roster->held_by(wangs_account, day(10)).at(0);
    const db::Statement insert{"test_insert_away",
                               "INSERT INTO post_away (county, id, holding_id, path, away_from) "
                               "VALUES ($1, $2, $3, $4, $5)"};
    const auto put = [&](const db::Scope& scope) {
        const auto done =
            db::in_transaction(database.pool(), scope, [&](db::Transaction& tx) -> Result<bool> {
                tx.run(insert, kCounty, Id<Away>::make(clock.now()), held.holding->id,
                       held.post->path, day(20));
                return true;
            });
        return done ? std::string{} : done.error().code;
    };
    EXPECT_EQ(put(self(*li.account)), "outside_your_scope");
    EXPECT_EQ(put(self()), "");
}

TEST_F(OwnAwayOnDatabase, NoAbsenceIsEnteredForThePast) {
    clock.set(day(10) + hours{9});
    EXPECT_EQ(refusal(day(9), day(12)), "away_in_past /away_from");
    EXPECT_EQ(refusal(day(12), day(11)), "span_reversed /away_to");
    EXPECT_EQ(refusal(day(12), day(12 + 367)), "away_too_long /away_to");
    const auto made = leave(day(10) + hours{1}, day(12)).value();
    EXPECT_EQ(made[0].away.span.from, clock.now()) << "earlier today begins now";
    EXPECT_EQ(refusal(day(11), day(13)), "away_taken /away_from");
}

TEST_F(OwnAwayOnDatabase, OneComesBackEarlierOrTakesItBack) {
    const auto first = leave(day(10), day(14)).value();
    clock.set(day(12));
    ASSERT_TRUE(staff.end_own_away(self(), first[0].away.id));
    EXPECT_EQ(answering(day(11)), "李二(代)");
    EXPECT_EQ(answering(day(13)), "王一");
    const auto second = leave(day(20), day(24)).value();
    ASSERT_TRUE(staff.end_own_away(self(), second[0].away.id));
    EXPECT_EQ(answering(day(21)), "王一");
    EXPECT_EQ(staff.end_own_away(self(), second[0].away.id).error().code, "away_unknown");
}

}  // namespace
}  // namespace jingwei::staff
