#include "staff/due_rules.h"

#include <gtest/gtest.h>

#include "core/enum_name.h"
#include "core/time_text.h"

namespace jingwei::staff {
namespace {

constexpr std::string_view kGrid = "371323/101/204/001";

Day day(std::string_view text) { return parse_day(text).value(); }

/// One county of a few people, each in a post of a grid, asked on 1 June 2026.
class DueRules : public ::testing::Test {
protected:
    Proofs proofs;
    std::int32_t minimum = 40;
    Day on = day("2026-06-01");

    Id<Member> person(PostKind kind = PostKind::kWorker, std::string_view from = "2025-05-01",
                      std::string name = "王一") {
        const auto id = Id<Member>::make(Time{});
        members_.push_back({id, std::move(name), std::string(kGrid), "", {}, {}});
        hold(id, kind, from);
        return id;
    }

    Id<Post> hold(Id<Member> member, PostKind kind, std::string_view from, Side side = Side::kA) {
        Post post;
        post.id = Id<Post>::make(Time{});
        post.path = kGrid;
        post.kind = kind;
        post.term = {Time{}, {}};
        posts_.push_back(post);
        const Time begin = from_china_time(day(from));
        holdings_.push_back({Id<Holding>::make(Time{}), post.id, member, side, {begin, {}}, {}});
        return post.id;
    }

    /// Everything on file that is asked for.
    Proof complete(Id<Member> member) const {
        Proof proof;
        proof.hours = 40;
        proof.trained_before_duty = day("2020-01-01");
        for (const Holding& holding : holdings_) {
            if (holding.member == member) proof.filled.insert(holding.post);
        }
        return proof;
    }

    std::string asked() const {
        const Roster roster{1, members_, posts_, holdings_};
        const DueQuestion question{on, from_china_time(on), minimum,
                                   [](const Member&, const Post&) { return true; }};
        std::string words;
        for (const Due& one : due_of(roster, proofs, question)) {
            words += (words.empty() ? "" : " ") + enum_name(one.kind);
            if (one.day) words += '@' + day_text(*one.day);
        }
        return words;
    }

    std::vector<Member> members_;
    std::vector<Post> posts_;
    std::vector<Holding> holdings_;
};

TEST_F(DueRules, nothing_is_due_of_whoever_has_everything_on_file) {
    const auto wang = person();
    proofs[wang] = complete(wang);
    EXPECT_EQ(asked(), "");
}

TEST_F(DueRules, whoever_has_nothing_on_file_was_not_trained_and_not_filled) {
    person();
    EXPECT_EQ(asked(),
              "untrained@2025-05-01 training_short@2026-12-31 filled_unrecorded@2025-05-01");
}

TEST_F(DueRules, the_minimum_is_the_countys_and_zero_asks_for_nothing) {
    const auto wang = person();
    proofs[wang] = complete(wang);
    proofs[wang].hours = 39;
    EXPECT_EQ(asked(), "training_short@2026-12-31");
    minimum = 39;
    EXPECT_EQ(asked(), "");
    minimum = 0;
    proofs[wang].hours = 0;
    EXPECT_EQ(asked(), "");
}

TEST_F(DueRules, training_before_duty_began_on_the_first_day_of_duty_at_the_latest) {
    const auto wang = person();
    proofs[wang] = complete(wang);
    proofs[wang].trained_before_duty = day("2025-05-01");
    EXPECT_EQ(asked(), "");
    proofs[wang].trained_before_duty = day("2025-05-02");
    EXPECT_EQ(asked(), "untrained@2025-05-01");
    const auto second = hold(wang, PostKind::kLead, "2026-05-01");
    proofs[wang].filled.insert(second);
    EXPECT_EQ(asked(), "untrained@2025-05-01") << "the first day of duty, not that of this post";
}

TEST_F(DueRules, a_contract_is_due_from_sixty_days_before_its_last_day) {
    const auto wang = person();
    proofs[wang] = complete(wang);
    proofs[wang].contract_to = on + kEndsSoon + std::chrono::days{1};
    EXPECT_EQ(asked(), "");
    proofs[wang].contract_to = on + kEndsSoon;
    EXPECT_EQ(asked(), "contract_ends@2026-07-31");
    proofs[wang].contract_to = on;
    EXPECT_EQ(asked(), "contract_ends@2026-06-01") << "the last day is one of the contract";
    proofs[wang].contract_to = on - std::chrono::days{1};
    EXPECT_EQ(asked(), "contract_ended@2026-05-31");
    proofs[wang].open_contract = true;
    EXPECT_EQ(asked(), "") << "another has no end";
}

TEST_F(DueRules, an_insurance_likewise_and_none_is_not_asked_for) {
    const auto wang = person();
    proofs[wang] = complete(wang);
    proofs[wang].insured_to = on - std::chrono::days{1};
    EXPECT_EQ(asked(), "insurance_ended@2026-05-31");
    proofs[wang].insured_to = on;
    EXPECT_EQ(asked(), "insurance_ends@2026-06-01");
}

TEST_F(DueRules, each_post_needs_a_record_of_its_own) {
    const auto wang = person();
    proofs[wang] = complete(wang);
    hold(wang, PostKind::kLead, "2026-02-01", Side::kB);
    EXPECT_EQ(asked(), "filled_unrecorded@2026-02-01");
}

TEST_F(DueRules, who_does_not_serve_in_a_grid_is_asked_about_ends_alone) {
    for (const auto kind : {PostKind::kContact, PostKind::kInstructor, PostKind::kCommander,
                            PostKind::kDeputyCommander, PostKind::kSecretary}) {
        EXPECT_FALSE(serves_in_grid(kind));
        const auto id = person(kind);
        proofs[id].contract_to = on;
    }
    EXPECT_EQ(asked().find("trai"), std::string::npos) << asked();
    EXPECT_EQ(asked().find("filled"), std::string::npos) << asked();
    EXPECT_NE(asked().find("contract_ends"), std::string::npos);
}

TEST_F(DueRules, who_holds_nothing_that_day_is_not_asked_about) {
    person(PostKind::kWorker, "2026-06-02");
    EXPECT_EQ(asked(), "") << "not yet";
    const auto wang = person();
    proofs[wang] = complete(wang);
    proofs[wang].insured_to = on;
    holdings_.back().term.to = from_china_time(on);
    EXPECT_EQ(asked(), "") << "no more";
}

}  // namespace
}  // namespace jingwei::staff
