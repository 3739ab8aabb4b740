#include <algorithm>

#include "cases/cases.h"
#include "cases/similar_rules.h"
#include "cases/statements.h"
#include "core/search_words.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

constexpr std::chrono::days kSimilarDays{90};
constexpr std::size_t kMostSimilar = 10;
constexpr std::size_t kSimilarWords = 8;

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
            tx.ends_with_next();
            for (const auto& row : tx.all<SimilarRow>(sql::list_similar, actor.county(), cells,
                                                      any_word_of(query), path, since)) {
                found.items.push_back(similar_view(row, query, world));
            }
            std::ranges::stable_sort(found.items, is_liker);
            if (found.items.size() > kMostSimilar) found.items.resize(kMostSimilar);
            return found;
        });
}

}  // namespace jingwei::cases
