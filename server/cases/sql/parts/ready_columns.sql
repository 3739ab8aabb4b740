-- The columns of steps that are written together.
county, id, revision, accepted_at, dispatched_at, handled_at, answered_at, closed_at,
        followed_up_at, ended_at, handle_due_at, answer_due_at, due_at, yellow_at, next_look_at,
        sort_at, node_id, grid_path, step_no, state, desk_path, lead_unit, extension, suspension,
        session, sample, plate, designated, self_closed, confidential, clocks, provisional,
        helping, open_co_tasks, merged_reports, merged_into, state_before, extension_asked,
        extension_given, pending_reason, suspended_days, suspended_since, suspended_until, answer,
        solved, satisfied, returns, reworks, reopens, passes, merges, extensions, suspensions,
        sessions, plates, co_units, secrecies, step_id, action, at, account, by_name, by_duty,
        capacity, text, body, reader_paths, reader_units, reader_secrets
