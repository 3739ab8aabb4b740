#include "app/house.h"

#include "access/access_tools.h"
#include "backup/backup.h"
#include "map/base_map.h"
#include "map/map_source.h"

namespace jingwei::app {
namespace {

constexpr std::chrono::seconds kSealEvery{1};
constexpr std::chrono::hours kForgetEvery{24};
constexpr std::chrono::hours kOrphansEvery{24};
constexpr std::chrono::minutes kCopyFilesEvery{1};

}  // namespace

House::House(Ground ground, const Clock& clock_)
    : ground_(std::move(ground)),
      clock(clock_),
      pool(ground_.pool),
      seal_heads(ground_.folder / "seals"),
      sealer(pool, clock, ground_.keys, seal_heads),
      access(pool, clock, ground_.keys,
             {.county = ground_.county,
              .cost = {},
              .limits = {},
              .serves = [this](const std::string& county) { return county == ground_.county; },
              .county_name =
                  [this](const std::string& county) {
                      const auto territory = grid.territory(county);
                      const auto* root = territory->root();
                      return root ? root->name : std::string{};
                  }}),
      notifier(pool),
      live(pool, notifier, events,
           [this](const access::Token& token) { return access.tools().identities.look(token); }),
      calendars(pool, clock, calendar::kTrusted, cases::queue_recompute),
      files(pool, clock, files::Vault(ground_.folder / "files")),
      grid(pool, clock),
      staff(pool, clock, grid),
      matters(pool, clock),
      messages(Messages::shipped()),
      case_settings(pool, clock),
      rule_trials(pool, clock, [this](std::string_view county) { return world(county); }),
      cases({.pool = pool,
             .clock = clock,
             .keys = ground_.keys,
             .messages = messages,
             .worlds = [this](std::string_view county) { return world(county); },
             .live = &live}),
      plans({pool, clock, grid, staff, cases}),
      portal({.clock = clock,
              .keys = ground_.keys,
              .grid = grid,
              .matters = matters,
              .cases = cases,
              .files = files,
              .county = ground_.county,
              .public_url = ground_.public_url}),
      exports(parts_of_exports()),
      jobs(pool, clock, [this] { return std::vector<std::string>{ground_.county}; }),
      copies(pool, clock, [this] { return std::vector<std::string>{ground_.county}; },
             {.threads = 1}) {
    audit::register_refusals(pool);
    access::register_refusals(pool);
    cases::register_refusals(pool);
    add_routes();
    add_jobs();
}

exchange::ExportsParts House::parts_of_exports() {
    return {.pool = pool,
            .clock = clock,
            .messages = messages,
            .cases = cases,
            .who =
                [this](const std::string& county, Id<Account> account) {
                    return access.tools().identities.standing(county, account);
                },
            .catalogue = [this](const std::string& county) { return matters.catalogue(county); },
            .wake = [this] { copies.wake(); },
            .folder = ground_.folder / "exports"};
}

cases::World House::world(std::string_view county) {
    return {grid.territory(county),    grid.units(county),   staff.roster(county),
            matters.catalogue(county), calendars.of(county), case_settings.of(county)};
}

void House::add_routes() {
    http::add_operations(routes, readiness, [this]() -> const http::Metrics& { return *metrics; });
    access.add_routes(routes);
    calendars.add_routes(routes, messages);
    files.add_routes(routes);
    grid.add_routes(routes);
    staff.add_routes(routes, ground_.public_url, files);
    matters.add_routes(routes);
    case_settings.add_routes(routes);
    rule_trials.add_routes(routes);
    cases.add_routes(routes);
    exports.add_routes(routes);
    plans.add_routes(routes);
    portal.add_routes(routes);
    map::add_base_map_routes(routes, pool);
    map::add_tile_routes(routes, pool, ground_.external_map);
}

void House::add_jobs() {
    cases.add_jobs(jobs);
    exports.add_jobs(jobs, copies);
    plans.add_jobs(jobs);
    jobs.every("audit_seal", kSealEvery, [this](const jobs::Job& job) -> Result<void> {
        sealer.seal(job.county);
        return {};
    });
    jobs.every("forget_sessions", kForgetEvery, [this](const jobs::Job& job) -> Result<void> {
        access.forget_old_sessions(job.county);
        return {};
    });
    jobs.every("remove_orphan_files", kOrphansEvery, [this](const jobs::Job& job) -> Result<void> {
        files.remove_orphans(job.county);
        return {};
    });
    jobs.every("copy_files", kCopyFilesEvery, [this](const jobs::Job&) -> Result<void> {
        backup::copy_new_files(ground_.folder);
        return {};
    });
}

}  // namespace jingwei::app
