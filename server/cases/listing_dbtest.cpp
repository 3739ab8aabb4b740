#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "cases/inbox.h"
#include "cases/many_cases.h"
#include "cases/small_county.h"
#include "cases/standing.h"
#include "db/transaction.h"

namespace jingwei::cases {
namespace {

using enum Action;
using std::chrono::days;

TEST(Listing, everybody_finds_what_waits_for_him) {
    SmallCounty county;
    const auto todo = [&](const std::string& name) {
        CaseQuery query;
        query.view = View::kTodo;
        return county.cases().list(county.person(name), query).value().items.size();
    };
    auto at = county.reported();
    EXPECT_EQ(todo("lead"), 1U);
    EXPECT_EQ(todo("dispatcher"), 0U);
    at = county.done("lead", at, kPassUp);
    EXPECT_EQ(todo("lead"), 0U);
    EXPECT_EQ(todo("dispatcher"), 1U);
    at = county.done("dispatcher", at, kAssign);
    EXPECT_EQ(todo("lamp unit"), 1U);
    EXPECT_EQ(todo("other unit"), 0U);
    at = county.done("lamp unit", at, kSign);
    at = county.done("lamp unit", at, kHandle);
    EXPECT_EQ(todo("lamp unit"), 0U);
    EXPECT_EQ(todo("worker"), 1U);
}

TEST(Listing, what_was_closed_in_a_town_that_is_no_more_is_found_by_its_matter) {
    SmallCounty county;
    const auto closed = county.closed();
    static constexpr db::Statement kMove{
        "test.move_to_old_town",
        "UPDATE cases SET grid_path = '371323/199/201/001', desk_path = '371323/199' "
        "WHERE county = $1 AND id = $2"};
    db::Transaction tx{county.owner(), db::Scope::whole_county(kCountyPath)};
    tx.queue(kMove, std::string{kCountyPath}, closed.case_id);
    tx.commit();
    CaseQuery query;
    query.view = View::kDone;
    query.matter = county.lamp();
    const auto page = county.cases().list(county.person("county dispatcher"), query).value();
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items.front().code, closed.code);
}

TEST(Listing, pages_follow_each_other_without_gap_or_repetition) {
    SmallCounty county;
    std::set<std::string> codes;
    for (int made = 0; made < 5; ++made) {
        codes.insert(county.reported().code);
        county.clock().advance(std::chrono::minutes{1});
    }
    CaseQuery query;
    query.limit = 2;
    std::set<std::string> seen;
    std::size_t rows = 0;
    for (;;) {
        const auto page = county.cases().list(county.person("lead"), query).value();
        for (const auto& row : page.items)
            seen.insert(row.code);
        rows += page.items.size();
        if (!page.next) break;
        query.after = Text<1, 200>{*page.next};
    }
    EXPECT_EQ(seen, codes);
    EXPECT_EQ(rows, 5U);
}

TEST(Listing, words_of_the_description_find_the_case_and_what_lies_near_is_similar) {
    SmallCounty county;
    const auto at = county.reported();
    CaseQuery query;
    query.q = Text<1, 100>{"路灯"};
    EXPECT_EQ(county.cases().list(county.person("lead"), query).value().items.size(), 1U);
    query.q = Text<1, 100>{"井盖"};
    EXPECT_TRUE(county.cases().list(county.person("lead"), query).value().items.empty());
    SimilarQuery near;
    near.lon = 118.6301;
    near.lat = 35.7901;
    near.matter = county.lamp();
    const auto similar = county.cases().similar(county.person("lead"), near).value();
    ASSERT_EQ(similar.items.size(), 1U);
    EXPECT_EQ(similar.items.front().id, at.case_id);
    EXPECT_LT(*similar.items.front().distance_m, 20);
}

TEST(Listing, a_whole_code_finds_its_case_and_nothing_else_with_or_without_hyphens) {
    SmallCounty county;
    const auto at = county.reported();
    county.reported();
    std::string bare = at.code;
    std::erase(bare, '-');
    for (const auto& typed : {at.code, bare}) {
        CaseQuery query;
        query.view = View::kDone;
        query.q = Text<1, 100>{typed};
        const auto page = county.cases().list(county.person("lead"), query).value();
        ASSERT_EQ(page.items.size(), 1U) << typed;
        EXPECT_EQ(page.items.front().code, at.code);
        EXPECT_FALSE(page.next);
        EXPECT_TRUE(county.cases().list(county.person("stranger"), query).value().items.empty());
    }
}

TEST(Listing, a_task_of_a_helping_unit_waits_for_it_until_it_is_done) {
    SmallCounty county;
    const auto todo = [&] {
        CaseQuery query;
        query.view = View::kTodo;
        return county.cases().list(county.person("other unit"), query).value().items.size();
    };
    auto at = county.done("lead", county.reported(), kPassUp);
    at = county.done("dispatcher", at, kAssign);
    EXPECT_EQ(todo(), 0U);
    StepInput ask = county.input(kAddCoUnit, "封路");
    ask.unit = county.unit("城管办");
    at = county.done("dispatcher", at, ask);
    EXPECT_EQ(todo(), 1U);
    EXPECT_EQ(county.cases().counts(county.person("other unit")).value().todo, 1);
    at = county.done("other unit", at, kFinishCoTask);
    EXPECT_EQ(todo(), 0U);
    EXPECT_EQ(county.cases().counts(county.person("other unit")).value().todo, 0);
}

/// A row as an oracle needs it, read under the reader's own rights.
struct Seen {
    Id<Case> id;
    State state = State::kReported;
    std::string channel, grid_path, desk_path;
    Id<Matter> matter_id;
    std::optional<Id<Unit>> lead_unit;
    std::optional<Id<Account>> reported_by;
    Extension extension = Extension::kNone;
    Plate plate = Plate::kNone;
    std::optional<Time> due_at;
    Time sort_at, received_at;
    bool has_word = false, followed = false, helped = false;
};
BOOST_DESCRIBE_STRUCT(Seen, (),
                      (id, state, channel, grid_path, desk_path, matter_id, lead_unit, reported_by,
                       extension, plate, due_at, sort_at, received_at, has_word, followed, helped))

constexpr db::Statement kEverything{
    "test.everything",
    R"(SELECT id, state, channel, grid_path, desk_path, matter_id, lead_unit, reported_by,
       extension, plate, due_at, sort_at, received_at, words @@ '''w5'''::tsquery AS has_word,
       EXISTS (SELECT 1 FROM case_watch WHERE case_watch.case_id = cases.id) AS followed,
       EXISTS (SELECT 1 FROM case_co_unit WHERE case_co_unit.case_id = cases.id
               AND unit_id = ANY (jingwei_units()) AND waits) AS helped
FROM cases)"};

struct Oracle {
    SmallCounty& county;
    const access::Principal& who;
    Actor actor = Actor::of(who);
    World world = county.parts().worlds(kCountyPath);
    std::vector<std::string> desks = desks_of(actor, world);
    std::vector<std::string> grids = grids_of(actor, world, kMonday);
    std::vector<Id<Unit>> units = who.units(access::permission::kCaseHandle);

    static bool has(const auto& list, const auto& one) {
        return std::ranges::find(list, one) != list.end();
    }
    bool waits(const Seen& row) const {
        const bool at_unit = row.state == State::kAssigned || row.state == State::kHandling;
        if (at_unit) return (row.lead_unit && has(units, *row.lead_unit)) || row.helped;
        return is_open(row.state) && (has(desks, row.desk_path) ||
                                      (row.state == State::kHandled && has(grids, row.grid_path)));
    }
    bool holds(const Seen& row, View view) const {
        const bool at_unit = row.state == State::kAssigned || row.state == State::kHandling;
        switch (view) {
            case View::kTodo:
                return waits(row);
            case View::kWatching:
                return row.followed || row.reported_by == who.account();
            case View::kOverdue:
                return is_open(row.state) && row.due_at && *row.due_at < kMonday;
            case View::kOpen:
                return is_open(row.state);
            case View::kDone:
                return !is_open(row.state);
            case View::kPlates:
                return is_open(row.state) && row.plate != Plate::kNone;
            case View::kUnsettled:
                return at_unit && row.extension == Extension::kAsked && has(desks, row.desk_path);
        }
        return false;
    }
    bool holds(const Seen& row, const CaseQuery& query) const {
        const auto is = [](const auto& wanted, const auto& found) {
            return !wanted || *wanted == found;
        };
        const bool there = !query.path || row.grid_path.starts_with(query.path->str());
        return holds(row, *query.view) && there && is(query.state, row.state) &&
               is(query.matter, row.matter_id) && (!query.unit || row.lead_unit == query.unit) &&
               (!query.channel || enum_name(*query.channel) == row.channel) &&
               (!query.q || row.has_word);
    }
    std::vector<std::string> ids(const std::vector<Seen>& rows, const CaseQuery& query) const {
        const bool by_due = *query.view == View::kTodo || *query.view == View::kOverdue ||
                            *query.view == View::kUnsettled;
        std::vector<std::pair<Time, std::string>> found;
        for (const Seen& row : rows) {
            if (holds(row, query)) {
                found.emplace_back(by_due ? row.sort_at : row.received_at, row.id.text());
            }
        }
        std::ranges::sort(found);
        if (!by_due) std::ranges::reverse(found);
        std::vector<std::string> ids;
        for (const auto& [at, id] : found)
            ids.push_back(id);
        return ids;
    }
    std::vector<std::string> listed(CaseQuery query) const {
        std::vector<std::string> ids;
        query.limit = 7;
        for (;;) {
            const auto page = county.cases().list(who, query).value();
            for (const auto& row : page.items)
                ids.push_back(row.id.text());
            if (!page.next) return ids;
            query.after = Text<1, 200>{*page.next};
        }
    }
};

std::vector<CaseQuery> queries_of(SmallCounty& county) {
    std::vector<CaseQuery> queries(9);
    queries[1].channel = Channel::kHotline;
    queries[2].matter = county.lamp();
    queries[3].unit = county.unit("城管办");
    queries[4].path = Path{kOtherVillagePath};
    queries[5].q = Text<1, 100>{"w5"};
    queries[6].state = State::kHandling;
    queries[7].state = State::kRejected;
    queries[8].path = Path{kGridPath};
    queries[8].channel = Channel::kWorker;
    return queries;
}

TEST(Listing, every_view_takes_every_filter_and_finds_what_a_plain_search_finds) {
    SmallCounty county;
    add_many_cases(county, 400);
    for (const std::string name : {"worker", "lead", "stranger", "dispatcher", "county dispatcher",
                                   "lamp unit", "supervisor", "confidant"}) {
        const Oracle oracle{county, county.person(name)};
        db::Transaction tx{county.pool(), county.person(name).scope()};
        const auto rows = tx.all<Seen>(kEverything);
        tx.commit();
        EXPECT_FALSE(rows.empty()) << name;
        for (const View view : enum_values<View>()) {
            int number = 0;
            for (CaseQuery query : queries_of(county)) {
                query.view = view;
                EXPECT_EQ(oracle.listed(query), oracle.ids(rows, query))
                    << name << ' ' << enum_name(view) << " query " << number;
                ++number;
            }
        }
        const auto counts = county.cases().counts(county.person(name)).value();
        const auto size = [&](View view) {
            CaseQuery query;
            query.view = view;
            return static_cast<std::int32_t>(oracle.ids(rows, query).size());
        };
        EXPECT_EQ(counts.todo, size(View::kTodo)) << name;
        EXPECT_EQ(counts.watching, size(View::kWatching)) << name;
        EXPECT_EQ(counts.overdue, size(View::kOverdue)) << name;
        EXPECT_EQ(counts.plates, size(View::kPlates)) << name;
        EXPECT_EQ(counts.unsettled, size(View::kUnsettled)) << name;
    }
}

}  // namespace
}  // namespace jingwei::cases
