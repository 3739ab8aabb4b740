#include <algorithm>

#include "cases/cases.h"
#include "cases/inbox.h"
#include "cases/statements.h"
#include "core/time_text.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

using namespace std::chrono;

constexpr days kLongestPeriod{366};
constexpr std::int64_t kPageSize = 30;

/// A row of count_figures.sql.
struct CountsRow : Counts {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(CountsRow, (Counts), (key))

template <class Query>
std::optional<Refusal> fault_of(const Query& query) {
    if (query.to > query.from && query.to - query.from <= kLongestPeriod) return std::nullopt;
    return Refusal{RefusalKind::kInvalid, "case_figures_too_long", "/to"};
}

template <class Query>
std::string path_of(const access::Principal& who, const Query& query) {
    return query.path ? query.path->str() : who.county();
}

template <class Query>
std::optional<std::string> channel_of(const Query& query) {
    return query.channel ? std::optional<std::string>{enum_name(*query.channel)} : std::nullopt;
}

bool is_by_period(std::optional<FiguresBy> by) {
    return by == FiguresBy::kMonth || by == FiguresBy::kDay;
}

/// As count_figures.sql has it.
std::optional<std::string> divisor_of(std::optional<FiguresBy> by) {
    if (!by) return std::nullopt;
    return std::string{is_by_period(by) ? "period" : enum_name(*by)};
}

local_days next_begin(local_days day, FiguresBy by) {
    if (by == FiguresBy::kDay) return day + days{1};
    const year_month_day date{day};
    return local_days{(date.year() / date.month() + months{1}) / 1};
}

/// Where the periods begin that [from, to) touches: the first one with it.
std::vector<Time> begins_of(const FiguresQuery& query) {
    if (!is_by_period(query.by)) return {};
    std::vector<Time> begins{query.from};
    for (auto day = next_begin(china_day(query.from), *query.by);;
         day = next_begin(day, *query.by)) {
        const Time begin = from_china_time(day);
        if (begin >= query.to) return begins;
        begins.push_back(begin);
    }
}

template <class Of>
std::optional<Id<Of>> id_of(const std::string& key) {
    const auto parsed = Id<Of>::parse(key);
    return parsed ? std::optional{*parsed} : std::nullopt;
}

/// What the key stands for is called; empty where nothing has that key, or the key is a word.
std::string name_of(const World& world, FiguresBy by, const std::string& key) {
    if (by == FiguresBy::kTerritory) {
        const auto* node = world.territory->by_path(key);
        return node == nullptr ? std::string{} : node->name;
    }
    if (by == FiguresBy::kUnit) {
        const auto id = id_of<Unit>(key);
        const auto* unit = id ? world.units->find(*id) : nullptr;
        return unit == nullptr ? std::string{} : unit->name;
    }
    if (by == FiguresBy::kMatter) {
        const auto id = id_of<Matter>(key);
        const auto* matter = id ? world.catalogue->find(*id) : nullptr;
        return matter == nullptr ? std::string{} : matter->name_zh;
    }
    return {};
}

FiguresPart part_of(CountsRow row, const World& world, const FiguresQuery& query,
                    const std::vector<Time>& begins) {
    FiguresPart part;
    if (!begins.empty()) row.key = rfc3339(begins.at(std::stoul(row.key) - 1));
    part.name = name_of(world, *query.by, row.key);
    part.key = std::move(row.key);
    part.counts = row;
    part.rates = rates_of(row);
    return part;
}

void sort(std::vector<FiguresPart>& parts, bool by_period) {
    std::ranges::sort(parts, [by_period](const FiguresPart& one, const FiguresPart& other) {
        if (!by_period && one.counts.received != other.counts.received)
            return one.counts.received > other.counts.received;
        return one.key < other.key;
    });
}

}  // namespace

Result<FiguresView> Cases::figures(const access::Principal& who, const FiguresQuery& query) {
    if (auto fault = fault_of(query)) return *fault;
    const World world = parts_.worlds(who.county());
    const auto begins = begins_of(query);
    return db::in_transaction(
        parts_.pool, who.scope(), [&](db::Transaction& tx) -> Result<FiguresView> {
            tx.ends_with_next();
            auto rows =
                tx.all<CountsRow>(sql::count_figures, who.county(), path_of(who, query), query.from,
                                  query.to, parts_.clock.now(), query.unit, query.matter,
                                  channel_of(query), divisor_of(query.by), begins);
            FiguresView view;
            for (CountsRow& row : rows) {
                view.counts += row;
                if (query.by) view.parts.push_back(part_of(std::move(row), world, query, begins));
            }
            view.rates = rates_of(view.counts);
            sort(view.parts, is_by_period(query.by));
            return view;
        });
}

Result<CasePage> Cases::counted(const access::Principal& who, const CountedQuery& query) {
    if (auto fault = fault_of(query)) return *fault;
    const auto from = query.after ? Cursor::parse(query.after->str()) : Cursor::last();
    if (!from) return Refusal{RefusalKind::kInvalid, "case_cursor_malformed", "/after"};
    const World world = parts_.worlds(who.county());
    const Time now = parts_.clock.now();
    const auto most = static_cast<std::size_t>(query.limit ? query.limit->value() : kPageSize);
    return db::in_transaction(
        parts_.pool, who.scope(), [&](db::Transaction& tx) -> Result<CasePage> {
            tx.ends_with_next();
            auto rows = tx.all<ListRow>(sql::list_counted, who.county(), path_of(who, query),
                                        query.from, query.to, now, query.unit, query.matter,
                                        channel_of(query), std::string{enum_name(query.figure)},
                                        from->at, from->id, static_cast<std::int32_t>(most + 1));
            CasePage page;
            if (rows.size() > most) {
                rows.resize(most);
                page.next = Cursor{rows.back().at, rows.back().id}.text();
            }
            for (const ListRow& row : rows)
                page.items.push_back(shown(row, world, now));
            return page;
        });
}

}  // namespace jingwei::cases
