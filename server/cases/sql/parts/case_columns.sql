-- Every column of cases that CaseRecord has (server/cases/case_record.h).
county, id, code, channel, matter_id, urgency, description, outside_no, node_id, grid_path,
       lon, lat, cell, address, occurred_at, received_at, reported_at, reported_by, answer_wanted,
       accepted_at, dispatched_at, handled_at, answered_at, closed_at, followed_up_at, ended_at,
       handle_due_at, answer_due_at, due_at, yellow_at, next_look_at, sort_at, step_no, revision, state, desk_path,
       lead_unit, extension, suspension, session, sample, plate, designated, self_closed,
       confidential, clocks, provisional, helping, open_co_tasks, merged_reports, merged_into, state_before, extension_asked,
       extension_given, pending_reason, suspended_days, suspended_since, suspended_until, answer,
       solved, satisfied, returns, reworks, reopens, passes, merges, extensions, suspensions,
       sessions, plates, co_units, secrecies
