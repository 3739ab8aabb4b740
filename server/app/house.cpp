#include "app/house.h"

#include "map/base_map.h"

namespace jingwei::app {

House::House(Ground ground, const Clock& clock_)
    : ground_(std::move(ground)),
      clock(clock_),
      pool(ground_.pool),
      access(pool, clock, ground_.keys,
             {.county = ground_.county, .cost = {}, .limits = {}, .county_name = {}}),
      calendars(pool, clock),
      files(pool, clock, files::Vault(ground_.folder / "files")) {
    access::register_refusals(pool);
    http::add_operations(routes, readiness, [this]() -> const http::Metrics& { return *metrics; });
    access.add_routes(routes);
    calendars.add_routes(routes);
    files.add_routes(routes);
    map::add_base_map_routes(routes, pool);
}

}  // namespace jingwei::app
