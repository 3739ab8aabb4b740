#include "cases/cases.h"
#include "cases/list_store.h"
#include "cases/statements.h"
#include "core/search_words.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

constexpr std::int64_t kPageSize = 30;
constexpr std::int32_t kPageOfAll = 500;
constexpr std::int32_t kCountedTo = 999;

/// Of a reader, without any filter.
Search search_of(const Actor& actor, const World& world, Time now) {
    return {.county = actor.county(),
            .now = now,
            .reader = *actor.account,
            .desks = desks_of(actor, world),
            .work_units = actor.who->units(access::permission::kCaseHandle),
            .grids = grids_of(actor, world, now)};
}

Result<Cursor> begin_of(const CaseQuery& query, View view) {
    if (!query.after) return is_by_due(view) ? Cursor::first() : Cursor::last();
    const auto parsed = Cursor::parse(query.after->str());
    if (!parsed) return Refusal{RefusalKind::kInvalid, "case_cursor_malformed", "/after"};
    return *parsed;
}

Result<Search> search_of(const Actor& actor, const World& world, const CaseQuery& query, Time now) {
    Search search = search_of(actor, world, now);
    search.view = view_of(query);
    search.states = states_of(search.view, query.state);
    if (query.path) search.path = query.path->str();
    search.unit = query.unit;
    search.matter = query.matter;
    if (query.channel) search.channel = enum_name(*query.channel);
    if (query.q) search.words = search_query(query.q->str());
    search.reach = reach_of(actor, world, search.path);
    const auto from = begin_of(query, search.view);
    if (!from) return from.error();
    search.from = *from;
    return search;
}

/// Whoever types a whole code wants that case, wherever it stands.
std::optional<Listed> with_code(db::Transaction& tx, const std::string& county,
                                const CaseQuery& query) {
    const auto code = query.q ? typed_case_code(query.q->str()) : std::nullopt;
    if (!code) return std::nullopt;
    const auto id = tx.maybe<Id<Case>>(sql::find_case_id, county, *code);
    return id ? std::optional{find_line(tx, county, *id)} : std::nullopt;
}

std::vector<CaseRow> shown(const std::vector<ListRow>& rows, const World& world, Time now) {
    std::vector<CaseRow> all;
    all.reserve(rows.size());
    for (const ListRow& row : rows)
        all.push_back(shown(row, world, now));
    return all;
}

}  // namespace

Result<CasePage> Cases::list(const access::Principal& who, const CaseQuery& query) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    const Time now = parts_.clock.now();
    auto search = search_of(actor, world, query, now);
    if (!search) return search.error();
    search->most = static_cast<std::int32_t>(query.limit ? query.limit->value() : kPageSize);
    return db::in_transaction(parts_.pool, actor.scope,
                              [&](db::Transaction& tx) -> Result<CasePage> {
                                  auto found = with_code(tx, search->county, query);
                                  if (!found) found = find_page(tx, *search);
                                  CasePage page;
                                  if (found->next) page.next = found->next->text();
                                  page.items = shown(found->rows, world, now);
                                  return page;
                              });
}

Result<void> Cases::each_page(const access::Principal& who, const CaseQuery& query,
                              const TakePage& take) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    const Time now = parts_.clock.now();
    CaseQuery whole = query;
    whole.after.reset();
    auto search = search_of(actor, world, whole, now);
    if (!search) return search.error();
    search->most = kPageOfAll;
    while (true) {
        const auto found = db::in_transaction(
            parts_.pool, actor.scope, [&](db::Transaction& tx) -> Result<Listed> {
                auto one = with_code(tx, search->county, whole);
                return one ? std::move(*one) : find_page(tx, *search);
            });
        if (!found) return found.error();
        if (!take(shown(found->rows, world, now)) || !found->next) return {};
        search->from = *found->next;
    }
}

Result<InboxCounts> Cases::counts(const access::Principal& who) {
    const Actor actor = Actor::of(who);
    const World world = parts_.worlds(actor.county());
    Search search = search_of(actor, world, parts_.clock.now());
    search.reach = reach_of(actor, world, std::nullopt);
    search.most = kCountedTo;
    return db::in_transaction(
        parts_.pool, actor.scope,
        [&](db::Transaction& tx) -> Result<InboxCounts> { return count_inbox(tx, search); });
}

}  // namespace jingwei::cases
