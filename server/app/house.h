#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "access/access.h"
#include "audit/seal_heads.h"
#include "audit/sealer.h"
#include "calendar/calendars.h"
#include "cases/case_settings.h"
#include "cases/cases.h"
#include "cases/rule_trials.h"
#include "core/clock.h"
#include "core/messages.h"
#include "core/seal.h"
#include "db/notifier.h"
#include "db/pool.h"
#include "exchange/exports.h"
#include "files/files.h"
#include "grid/grid.h"
#include "http/events.h"
#include "http/operations.h"
#include "http/routes.h"
#include "jobs/runner.h"
#include "map/external_map.h"
#include "matter/matters.h"
#include "plan/plans.h"
#include "portal/portal.h"
#include "staff/staff.h"

namespace jingwei::app {

/// What the house is built on.
struct Ground {
    db::PoolOptions pool;
    KeyRing keys;
    std::filesystem::path folder;  ///< for files
    std::string county;
    std::string public_url;  ///< what links and QR codes begin with: "https://example.org"
    std::optional<map::ExternalMap> external_map = {};
};

/// Every module, built once in the order of the floors, and their routes. A module is one member
/// here and one line in House::House; it touches the database only when it is used, so the contract
/// can be printed without one.
class House {
public:
    House(Ground ground, const Clock& clock);
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    const KeyRing& keys() const { return ground_.keys; }
    const std::string& county() const { return ground_.county; }
    /// What its cases are decided in.
    cases::World world(std::string_view county);

private:
    void add_routes();
    void add_jobs();
    exchange::ExportsParts parts_of_exports();

    Ground ground_;

public:
    const Clock& clock;
    db::Pool pool;
    http::Events events;
    audit::SealHeads seal_heads;
    audit::Sealer sealer;
    access::Access access;
    db::Notifier notifier;
    cases::LiveCases live;
    calendar::Calendars calendars;
    files::Files files;
    grid::Grid grid;
    staff::Staff staff;
    matter::Matters matters;
    const Messages messages;
    cases::CaseSettings case_settings;
    cases::RuleTrials rule_trials;
    cases::Cases cases;
    plan::Plans plans;
    portal::Portal portal;
    exchange::Exports exports;
    jobs::Runner jobs;    ///< started by whoever serves, as is `copies`
    jobs::Runner copies;  ///< makes exports, one at a time, and nothing else
    http::Readiness readiness;
    http::Routes routes;
    /// Set by whoever serves, before the first request.
    const http::Metrics* metrics = nullptr;
};

}  // namespace jingwei::app
