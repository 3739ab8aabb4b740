#include <algorithm>
#include <tuple>

#include "cases/cases.h"
#include "cases/inbox.h"
#include "cases/light_rules.h"
#include "cases/statements.h"
#include "db/in_transaction.h"

namespace jingwei::cases {
namespace {

constexpr std::int32_t kMostPoints = 2'000;

/// A row of count_situation.sql.
struct CountsRow {
    std::string path;
    std::int64_t open = 0, red = 0, yellow = 0, resting = 0, plates = 0, emergencies = 0;
    std::int64_t to_dispatch = 0, to_sign = 0, to_handle = 0, to_verify = 0, to_close = 0;
};
BOOST_DESCRIBE_STRUCT(CountsRow, (),
                      (path, open, red, yellow, resting, plates, emergencies, to_dispatch, to_sign,
                       to_handle, to_verify, to_close))

/// A row of list_situation.sql.
struct PointRow {
    Id<Case> id;
    double lon = 0, lat = 0;
    std::optional<Time> due_at, yellow_at;
};
BOOST_DESCRIBE_STRUCT(PointRow, (), (id, lon, lat, due_at, yellow_at))

SituationCounts counts_of(const CountsRow& row) {
    return {.open = row.open,
            .red = row.red,
            .yellow = row.yellow,
            .green = row.open - row.red - row.yellow - row.resting,
            .resting = row.resting,
            .plates = row.plates,
            .emergencies = row.emergencies,
            .to_dispatch = row.to_dispatch,
            .to_sign = row.to_sign,
            .to_handle = row.to_handle,
            .to_verify = row.to_verify,
            .to_close = row.to_close};
}

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

SituationCounts& SituationCounts::operator+=(const SituationCounts& other) {
    open += other.open;
    red += other.red;
    yellow += other.yellow;
    green += other.green;
    resting += other.resting;
    plates += other.plates;
    emergencies += other.emergencies;
    to_dispatch += other.to_dispatch;
    to_sign += other.to_sign;
    to_handle += other.to_handle;
    to_verify += other.to_verify;
    to_close += other.to_close;
    return *this;
}

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
                view.parts.push_back({row.path, name_of(world, row.path), counts_of(row)});
                view.counts += view.parts.back().counts;
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
