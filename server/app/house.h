#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "access/access.h"
#include "calendar/calendars.h"
#include "core/clock.h"
#include "core/seal.h"
#include "db/pool.h"
#include "files/files.h"
#include "http/events.h"
#include "http/operations.h"
#include "http/routes.h"

namespace jingwei::app {

/// What the house is built on.
struct Ground {
    db::PoolOptions pool;
    KeyRing keys;
    std::filesystem::path folder;  ///< for files
    std::string county;
};

/// Every module, built once in the order of the floors, and their routes. A module is one member
/// here and one line in House::House; it touches the database only when it is used, so the contract
/// can be printed without one.
class House {
public:
    House(Ground ground, const Clock& clock);
    House(const House&) = delete;
    House& operator=(const House&) = delete;

private:
    Ground ground_;

public:
    const Clock& clock;
    db::Pool pool;
    http::Events events;
    access::Access access;
    calendar::Calendars calendars;
    files::Files files;
    http::Readiness readiness;
    http::Routes routes;
    /// Set by whoever serves, before the first request.
    const http::Metrics* metrics = nullptr;
};

}  // namespace jingwei::app
