#include "cases/list_store.h"

#include <algorithm>
#include <tuple>

#include "cases/statements.h"

namespace jingwei::cases {
namespace {

// Words that more cases hold are found sooner by walking the list than by sorting all of them.
constexpr std::int32_t kFewHits = 1'000;

void use_generic_plans(db::Transaction& tx) { tx.queue(sql::use_generic_plans); }

struct Place {
    Time at;
    Id<Case> id;
};
BOOST_DESCRIBE_STRUCT(Place, (), (at, id))

/// One more than the page, to know whether there is a next one.
std::int32_t asked_for(const Search& search) { return search.most + 1; }

/// Every list_*.sql takes the same ten parameters first.
template <class Row, class... More>
std::vector<Row> rows_of(db::Transaction& tx, const db::Statement& statement, const Search& of,
                         const More&... more) {
    return tx.all<Row>(statement, of.county, of.states, of.path, of.unit, of.matter, of.channel,
                       of.words, of.from.at, of.from.id, asked_for(of), more...);
}

/// Leaves a page of `found`.
template <class Row>
std::optional<Cursor> cut(std::vector<Row>& found, const Search& search) {
    const auto most = static_cast<std::size_t>(search.most);
    if (found.size() <= most) return std::nullopt;
    found.resize(most);
    return Cursor{found.back().at, found.back().id};
}

/// In the order of `places`; what has vanished since is left out.
std::vector<ListRow> read_lines(db::Transaction& tx, const std::string& county,
                                const std::vector<Place>& places) {
    std::vector<Id<Case>> ids;
    std::vector<Time> moments;
    for (const Place& place : places) {
        ids.push_back(place.id);
        moments.push_back(place.at);
    }
    tx.ends_with_next();
    return tx.all<ListRow>(sql::list_lines, county, ids, moments);
}

Listed at_places(db::Transaction& tx, const Search& search, std::vector<Place> found) {
    const auto next = cut(found, search);
    if (found.empty()) return {};
    return {read_lines(tx, search.county, found), next};
}

template <class... More>
Listed places(db::Transaction& tx, const db::Statement& statement, const Search& of,
              const More&... more) {
    return at_places(tx, of, rows_of<Place>(tx, statement, of, more...));
}

template <class... More>
Listed lines(db::Transaction& tx, const db::Statement& statement, const Search& of,
             const More&... more) {
    tx.ends_with_next();
    auto rows = rows_of<ListRow>(tx, statement, of, more...);
    const auto next = cut(rows, of);
    return {std::move(rows), next};
}

bool is_whole(const Search& search) { return search.reach.whole && !search.unit; }

/// Where to look when not everywhere: a unit that is asked for is the smaller part of the county.
Reach near_of(const Search& search) {
    if (!search.reach.whole) return search.reach;
    Reach unit;
    unit.whole = false;
    unit.units = {*search.unit};
    return unit;
}

Listed overdue(db::Transaction& tx, const Search& search) {
    if (is_whole(search)) return lines(tx, sql::list_overdue, search, search.now);
    const Reach near = near_of(search);
    return places(tx, sql::list_overdue_near, search, search.now, near.roots, near.units,
                  near.reporter);
}

Listed open(db::Transaction& tx, const Search& search) {
    const bool plates = search.view == View::kPlates;
    if (is_whole(search)) return lines(tx, plates ? sql::list_plates_up : sql::list_open, search);
    const Reach near = near_of(search);
    return places(tx, sql::list_open_near, search, plates, near.roots, near.units, near.reporter);
}

bool is_newer(const Place& one, const Place& other) {
    return std::tie(one.at, one.id) > std::tie(other.at, other.id);
}

/// Nothing when there are too many to sort them.
std::optional<std::vector<Place>> by_words(db::Transaction& tx, const Search& search) {
    auto hits =
        tx.all<Place>(sql::list_by_words, search.county, search.states, search.path, search.unit,
                      search.matter, search.channel, search.words, kFewHits + 1);
    if (hits.size() > kFewHits) return std::nullopt;
    std::erase_if(hits, [&](const Place& hit) {
        return !is_newer({search.from.at, search.from.id}, hit);
    });
    std::ranges::sort(hits, is_newer);
    return hits;
}

/// In the end nearly all are archived.
bool is_of_rare_state(const Search& search) {
    return search.states.size() == 1 && search.states.front() != enum_name(State::kArchived);
}

/// Soonest found along the cases of its matter?
bool is_of_matter(const Search& search) {
    if (!search.matter || search.unit || is_of_rare_state(search)) return false;
    return search.words ? search.reach.whole : !search.reach.few;
}

Listed of_matter(db::Transaction& tx, const Search& search) {
    const Reach& in = search.reach;
    if (in.towns && in.units.empty())
        return lines(tx, sql::list_by_matter_in_towns, search, in.towns, in.reporter);
    return lines(tx, sql::list_by_matter, search, in.towns, in.units, in.reporter);
}

Listed done(db::Transaction& tx, const Search& search) {
    if (search.reach.whole && search.words) {
        if (auto hits = by_words(tx, search)) return at_places(tx, search, std::move(*hits));
    }
    if (is_of_matter(search)) {
        return of_matter(tx, search);
    }
    if (!is_whole(search)) {
        const Reach near = near_of(search);
        return places(tx, sql::list_received_near, search, near.roots, near.units, near.reporter);
    }
    if (is_of_rare_state(search)) {
        return places(tx, sql::list_by_state, search);
    }
    return lines(tx, sql::list_done, search);
}

}  // namespace

bool is_by_due(View view) {
    return view == View::kTodo || view == View::kOverdue || view == View::kUnsettled;
}

Listed find_page(db::Transaction& tx, const Search& search) {
    use_generic_plans(tx);
    switch (search.view) {
        case View::kTodo:
            return places(tx, sql::list_todo, search, search.desks, search.work_units,
                          search.grids);
        case View::kUnsettled:
            return places(tx, sql::list_unsettled, search, search.desks);
        case View::kOverdue:
            return overdue(tx, search);
        case View::kWatching:
            return places(tx, sql::list_watching, search, search.reader);
        case View::kDone:
            return done(tx, search);
        case View::kOpen:
        case View::kPlates:
            break;
    }
    return open(tx, search);
}

Listed find_line(db::Transaction& tx, const std::string& county, Id<Case> id) {
    return {read_lines(tx, county, {Place{{}, id}})};
}

InboxCounts count_inbox(db::Transaction& tx, const Search& search) {
    use_generic_plans(tx);
    tx.ends_with_next();
    if (search.reach.whole) {
        return tx.one<InboxCounts>(sql::count_inbox, search.county, search.most, search.now,
                                   search.reader, search.desks, search.work_units, search.grids);
    }
    return tx.one<InboxCounts>(sql::count_inbox_near, search.county, search.most, search.now,
                               search.reader, search.desks, search.work_units, search.grids,
                               search.reach.roots, search.reach.units);
}

}  // namespace jingwei::cases
