-- A case as reported. $1 its columns as a JSON object, $2 search words, $3 county.
INSERT INTO cases (:case_columns, words)
SELECT
       made.county, made.id, made.code, made.channel, made.matter_id, made.urgency,
       made.description, made.outside_no, made.node_id, made.grid_path, made.lon, made.lat,
       made.cell, made.address, made.occurred_at, made.received_at, made.reported_at,
       made.reported_by, made.answer_wanted, made.accepted_at, made.dispatched_at,
       made.handled_at, made.answered_at, made.closed_at, made.followed_up_at,
       made.ended_at, made.handle_due_at, made.answer_due_at, made.due_at, made.yellow_at,
       made.next_look_at, made.sort_at, made.step_no, made.state, made.desk_path,
       made.lead_unit, made.extension, made.suspension, made.session, made.sample,
       made.plate, made.designated, made.self_closed, made.confidential, made.clocks,
       made.provisional, made.open_co_tasks, made.merged_reports, made.merged_into,
       made.state_before, made.extension_asked, made.extension_given, made.pending_reason,
       made.suspended_days, made.suspended_since, made.suspended_until, made.answer,
       made.solved, made.satisfied, made.returns, made.reworks, made.reopens, made.passes,
       made.merges, made.extensions, made.suspensions, made.sessions, made.plates,
       made.co_units, made.secrecies,
       array_to_tsvector($2)
FROM jsonb_populate_record(NULL::cases, $1::jsonb) AS made
WHERE made.county = $3
