#include <algorithm>
#include <tuple>

#include "cases/cases.h"
#include "cases/counts.h"
#include "cases/inbox.h"
#include "cases/light_rules.h"
#include "cases/statements.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

constexpr std::int32_t kMostPoints = 2'000;

/// A row of count_situation.sql.
struct CountsRow : SituationCounts {
    std::string path;
};
BOOST_DESCRIBE_STRUCT(CountsRow, (SituationCounts), (path))

/// A row of list_situation.sql.
struct PointRow {
    Id<Case> id;
    double lon = 0, lat = 0;
    std::optional<Time> due_at, yellow_at;
};
BOOST_DESCRIBE_STRUCT(PointRow, (), (id, lon, lat, due_at, yellow_at))

std::string name_of(const World& world, const std::string& path) {
    const auto* node = world.territory->by_path(path);
    return node == nullptr ? std::string{} : node->name;
}

SituationPoint shown(const PointRow& row, Time now) {
    SituationPoint point;
    point.id = row.id;
    point.lon = row.lon;
    point.lat = row.lat;
    if (const auto light = row_light(row.due_at, row.yellow_at, now)) point.light = light->light;
    return point;
}

}  // namespace

Result<SituationView> Cases::situation(const access::Principal& who, const SituationQuery& query) {
    const World world = parts_.worlds(who.county());
    const std::string path = query.path ? query.path->str() : who.county();
    SituationView view;
    view.at = parts_.clock.now();
    view.name = name_of(world, path);
    return db::in_transaction(
        parts_.pool, who.scope(), [&](db::Transaction& tx) -> Result<SituationView> {
            for (const auto& row :
                 tx.all<CountsRow>(sql::count_situation, who.county(), path, view.at)) {
                view.parts.push_back({row.path, name_of(world, row.path), row});
                add_counts(view.counts, view.parts.back().counts);
            }
            std::ranges::sort(view.parts, [](const SituationPart& one, const SituationPart& other) {
                return std::tuple(-one.counts.red, -one.counts.open, one.path) <
                       std::tuple(-other.counts.red, -other.counts.open, other.path);
            });
            tx.ends_with_next();
            for (const auto& row :
                 tx.all<PointRow>(sql::list_situation, who.county(), path, kMostPoints))
                view.points.push_back(shown(row, view.at));
            return view;
        });
}

}  // namespace jingwei::cases
