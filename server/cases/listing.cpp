#include <algorithm>

#include "cases/cases.h"
#include "cases/inbox.h"
#include "cases/similar_rules.h"
#include "cases/statements.h"
#include "core/search_words.h"
#include "db/in_transaction.h"
#include "grid/territory.h"

namespace jingwei::cases {
namespace {

constexpr std::int64_t kPageSize = 30;
constexpr std::int32_t kCountedTo = 999;
constexpr std::chrono::days kSimilarDays{90};
constexpr std::chrono::days kLongestPeriod{366};
constexpr std::size_t kMostSimilar = 10;
constexpr std::size_t kSimilarWords = 8;

/// One page of a list, asked in the reader's name.
struct Listing {
    const Actor& actor;
    const World& world;
    const CaseQuery& query;
    Cursor cursor;
    std::int32_t most;  ///< one more than the page holds, to know whether there is a next one
    Time now;
    const std::string& county() const { return actor.county(); }
};

/// A reader with one subtree asks for it, so that an index by place serves.
std::optional<std::string> path_of(const Listing& listing) {
    if (listing.query.path) return listing.query.path->str();
    const auto& scope = listing.actor.scope;
    if (scope.paths.size() == 1 && scope.units.empty()) return scope.paths.front();
    return std::nullopt;
}

std::vector<ListRow> todo(db::Transaction& tx, const Listing& listing) {
    return tx.all<ListRow>(sql::list_todo, listing.county(), desks_of(listing.actor, listing.world),
                           listing.actor.who->units(access::permission::kCaseHandle),
                           grids_of(listing.actor, listing.world, listing.now), listing.cursor.at,
                           listing.cursor.id, listing.most);
}

std::vector<ListRow> overdue(db::Transaction& tx, const Listing& listing) {
    return tx.all<ListRow>(sql::list_overdue, listing.county(), listing.now, path_of(listing),
                           listing.cursor.at, listing.cursor.id, listing.most);
}

std::vector<ListRow> unsettled(db::Transaction& tx, const Listing& listing) {
    return tx.all<ListRow>(sql::list_unsettled, listing.county(),
                           desks_of(listing.actor, listing.world), listing.cursor.at,
                           listing.cursor.id, listing.most);
}

std::optional<std::string> words_of(const CaseQuery& query) {
    if (!query.q) return std::nullopt;
    return search_query(query.q->str());
}

std::vector<ListRow> by_receipt(db::Transaction& tx, const Listing& listing, View view) {
    const CaseQuery& query = listing.query;
    const auto channel = query.channel ? std::optional{enum_name(*query.channel)} : std::nullopt;
    const auto watcher =
        view == View::kWatching ? listing.actor.account : std::optional<Id<Account>>{};
    return tx.all<ListRow>(sql::list_cases, listing.county(), states_of(view, query.state),
                           path_of(listing), query.unit, query.matter, channel, words_of(query),
                           view == View::kPlates, watcher, listing.cursor.at, listing.cursor.id,
                           listing.most);
}

/// Due first, as opposed to newest first.
bool is_by_due(View view) {
    return view == View::kTodo || view == View::kOverdue || view == View::kUnsettled;
}

std::vector<ListRow> rows_of(db::Transaction& tx, const Listing& listing, View view) {
    switch (view) {
        case View::kTodo:
            return todo(tx, listing);
        case View::kOverdue:
            return overdue(tx, listing);
        case View::kUnsettled:
            return unsettled(tx, listing);
        default:
            return by_receipt(tx, listing, view);
    }
}

CasePage page_of(std::vector<ListRow> rows, View view, std::size_t size, const Listing& listing) {
    CasePage page;
    const bool more = rows.size() > size;
    if (more) rows.resize(size);
    for (const ListRow& row : rows)
        page.items.push_back(shown(row, listing.world, listing.now));
    if (more) {
        const ListRow& last = rows.back();
        page.next = Cursor{is_by_due(view) ? last.sort_at : last.received_at, last.id}.text();
    }
    return page;
}

struct SimilarRow {
    Id<Case> id;
    std::string code;
    State state = State::kReported;
    Id<Matter> matter_id;
    std::string summary, address;
    std::optional<double> lon, lat;
    Time received_at;
};
BOOST_DESCRIBE_STRUCT(SimilarRow, (),
                      (id, code, state, matter_id, summary, address, lon, lat, received_at))

SimilarCase similar_view(const SimilarRow& row, const SimilarQuery& query, const World& world) {
    SimilarCase view;
    view.id = row.id;
    view.code = row.code;
    view.state = row.state;
    const auto* matter = world.catalogue->find(row.matter_id);
    view.matter_name = matter ? matter->name_zh : std::string{};
    view.summary = row.summary;
    view.address = row.address;
    view.same_matter = query.matter == row.matter_id;
    view.received_at = row.received_at;
    if (!row.lon) return view;
    view.point = Point{*row.lon, *row.lat};
    if (query.lon && query.lat) {
        view.distance_m =
            static_cast<std::int32_t>(metres_between({*query.lon, *query.lat}, *view.point));
    }
    return view;
}

/// Any of the words, since two people never tell one thing in the same words.
std::optional<std::string> any_word_of(const SimilarQuery& query) {
    if (!query.text) return std::nullopt;
    std::string any;
    std::size_t taken = 0;
    for (const std::string& word : search_words(query.text->str())) {
        if (word.size() < 4 || taken++ == kSimilarWords) continue;
        any += (any.empty() ? "'" : " | '") + word + "'";
    }
    return any.empty() ? std::nullopt : std::optional{any};
}

bool is_liker(const SimilarCase& one, const SimilarCase& other) {
    constexpr std::int32_t kFar = 1'000'000;
    return std::tuple{!one.same_matter, one.distance_m.value_or(kFar)} <
           std::tuple{!other.same_matter, other.distance_m.value_or(kFar)};
}

}  // namespace

Result<CasePage> Cases::list(const access::Principal& who, const CaseQuery& query) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    const View view = query.view.value_or(View::kOpen);
    auto cursor = is_by_due(view) ? Cursor::first() : Cursor::last();
    if (query.after) {
        const auto parsed = Cursor::parse(query.after->str());
        if (!parsed) return Refusal{RefusalKind::kInvalid, "case_cursor_malformed", "/after"};
        cursor = *parsed;
    }
    const auto size = static_cast<std::size_t>(query.limit ? query.limit->value() : kPageSize);
    const Listing listing{
        actor, world, query, cursor, static_cast<std::int32_t>(size + 1), parts_.clock.now()};
    return db::in_transaction(parts_.pool, actor.scope,
                              [&](db::Transaction& tx) -> Result<CasePage> {
                                  return page_of(rows_of(tx, listing, view), view, size, listing);
                              });
}

Result<InboxCounts> Cases::counts(const access::Principal& who) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    const CaseQuery query;
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<InboxCounts> {
            const auto count = [&](View view) {
                const Listing listing{
                    actor,      world,
                    query,      is_by_due(view) ? Cursor::first() : Cursor::last(),
                    kCountedTo, parts_.clock.now()};
                return static_cast<std::int32_t>(rows_of(tx, listing, view).size());
            };
            return InboxCounts{count(View::kTodo), count(View::kWatching), count(View::kOverdue),
                               count(View::kPlates), count(View::kUnsettled)};
        });
}

Result<SimilarCases> Cases::similar(const access::Principal& who, const SimilarQuery& query) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    if (!(query.lon && query.lat) && !query.path && !query.text) {
        return Refusal{RefusalKind::kInvalid, "case_similar_needs_place", "/text"};
    }
    std::vector<std::int64_t> cells;
    if (query.lon && query.lat) cells = cells_around({*query.lon, *query.lat});
    const auto path = query.path ? std::optional{query.path->str()} : std::nullopt;
    const Time since = parts_.clock.now() - kSimilarDays;
    return db::in_transaction(
        parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<SimilarCases> {
            SimilarCases found;
            for (const auto& row : tx.all<SimilarRow>(sql::list_similar, actor.county(), cells,
                                                      any_word_of(query), path, since)) {
                found.items.push_back(similar_view(row, query, world));
            }
            std::ranges::stable_sort(found.items, is_liker);
            if (found.items.size() > kMostSimilar) found.items.resize(kMostSimilar);
            return found;
        });
}

Result<FiguresView> Cases::figures(const access::Principal& who, const FiguresQuery& query) {
    if (query.to <= query.from || query.to - query.from > kLongestPeriod) {
        return Refusal{RefusalKind::kInvalid, "case_figures_too_long", "/to"};
    }
    const std::string path = query.path ? query.path->str() : who.county();
    return db::in_transaction(
        parts_.pool, who.scope(), [&](db::Transaction& tx) -> Result<FiguresView> {
            const auto counts = tx.one<Counts>(sql::count_figures, who.county(), path, query.from,
                                               query.to, parts_.clock.now());
            return FiguresView{counts, rates_of(counts)};
        });
}

}  // namespace jingwei::cases
