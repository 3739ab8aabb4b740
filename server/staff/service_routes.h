#pragma once

#include "staff/staff.h"

/// The routes of what is kept about the service of people in posts. Private to staff. `state`
/// outlives the routes.
namespace jingwei::staff {

/// /api/v1/staff/{id}/records, /api/v1/staff-records…, /api/v1/me/records
void add_record_routes(http::Routes& routes, Staff::State& state);
/// /api/v1/staff/due, /api/v1/staff/settings
void add_due_routes(http::Routes& routes, Staff::State& state);
/// /api/v1/staff/{id}/handover
void add_handover_routes(http::Routes& routes, Staff::State& state);
/// /api/v1/meetings…
void add_meeting_routes(http::Routes& routes, Staff::State& state);
/// /api/v1/work-log, /api/v1/me/work-log…
void add_log_routes(http::Routes& routes, Staff::State& state);

}  // namespace jingwei::staff
