#include "cases/list_store.h"

#include <algorithm>
#include <tuple>

#include "cases/statements.h"

namespace jingwei::cases {
namespace {

// Words that more cases hold are found sooner by walking the list than by sorting all of them.
constexpr std::int32_t kFewHits = 1'000;

void use_generic_plans(db::Transaction& tx) { tx.queue(sql::use_generic_plans); }

/// Every list_*.sql takes the same ten parameters first.
template <class... More>
std::vector<Place> places(db::Transaction& tx, const db::Statement& statement, const Search& of,
                          const More&... more) {
    return tx.all<Place>(statement, of.county, of.states, of.path, of.unit, of.matter, of.channel,
                         of.words, of.from.at, of.from.id, of.most, more...);
}

bool is_whole(const Search& search) { return search.reach.whole && !search.unit; }

/// Where to look when not everywhere: a unit that is asked for is the smaller part of the county.
Reach near_of(const Search& search) {
    if (!search.reach.whole) return search.reach;
    return {.whole = false, .roots = {}, .units = {*search.unit}, .reporter = std::nullopt};
}

std::vector<Place> overdue(db::Transaction& tx, const Search& search) {
    if (is_whole(search)) return places(tx, sql::list_overdue, search, search.now);
    const Reach near = near_of(search);
    return places(tx, sql::list_overdue_near, search, search.now, near.roots, near.units,
                  near.reporter);
}

std::vector<Place> open(db::Transaction& tx, const Search& search) {
    const bool plates = search.view == View::kPlates;
    if (is_whole(search)) return places(tx, plates ? sql::list_plates_up : sql::list_open, search);
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
    if (hits.size() > static_cast<std::size_t>(search.most)) {
        hits.resize(static_cast<std::size_t>(search.most));
    }
    return hits;
}

bool is_archive_only(const Search& search) {
    return search.states.size() == 1 && search.states.front() == enum_name(State::kArchived);
}

std::vector<Place> done(db::Transaction& tx, const Search& search) {
    if (search.reach.whole && search.words) {
        if (auto hits = by_words(tx, search)) return std::move(*hits);
    }
    if (!is_whole(search)) {
        const Reach near = near_of(search);
        return places(tx, sql::list_received_near, search, near.roots, near.units, near.reporter);
    }
    if (search.states.size() == 1 && !is_archive_only(search)) {
        return places(tx, sql::list_by_state, search);
    }
    return places(tx, search.matter ? sql::list_by_matter : sql::list_done, search);
}

}  // namespace

bool is_by_due(View view) {
    return view == View::kTodo || view == View::kOverdue || view == View::kUnsettled;
}

std::vector<Place> find_places(db::Transaction& tx, const Search& search) {
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

std::vector<ListRow> read_lines(db::Transaction& tx, const std::string& county,
                                const std::vector<Place>& places) {
    std::vector<Id<Case>> ids;
    ids.reserve(places.size());
    for (const Place& place : places)
        ids.push_back(place.id);
    return tx.all<ListRow>(sql::list_lines, county, ids);
}

InboxCounts count_inbox(db::Transaction& tx, const Search& search) {
    use_generic_plans(tx);
    if (search.reach.whole) {
        return tx.one<InboxCounts>(sql::count_inbox, search.county, search.most, search.now,
                                   search.reader, search.desks, search.work_units, search.grids);
    }
    return tx.one<InboxCounts>(sql::count_inbox_near, search.county, search.most, search.now,
                               search.reader, search.desks, search.work_units, search.grids,
                               search.reach.roots, search.reach.units);
}

}  // namespace jingwei::cases
