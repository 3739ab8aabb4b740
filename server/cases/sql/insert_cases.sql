-- Cases as reported, each as in insert_case. Named as the members of ReportTogether, an array each.
INSERT INTO cases (:case_columns, words)
SELECT
       county, id, code, channel, matter_id, urgency, description, outside_no, node_id, grid_path,
       lon, lat, cell, address, occurred_at, received_at, reported_at, reported_by, answer_wanted,
       accepted_at, dispatched_at, handled_at, answered_at, closed_at, followed_up_at, ended_at,
       handle_due_at, answer_due_at, due_at, yellow_at, next_look_at, sort_at, step_no, revision,
       state, desk_path, lead_unit, extension, suspension, session, sample, plate, designated,
       self_closed, confidential, clocks, provisional, helping::uuid[], open_co_tasks,
       merged_reports, merged_into, state_before, extension_asked, extension_given, pending_reason,
       suspended_days, suspended_since, suspended_until, answer, solved, satisfied, returns,
       reworks, reopens, passes, merges, extensions, suspensions, sessions, plates, co_units,
       secrecies,
       array_to_tsvector(words::text[])
FROM unnest(
       $county::text[], $id::uuid[], $code::text[], $channel::text[], $matter_id::uuid[],
       $urgency::text[], $description::text[], $outside_no::text[], $node_id::uuid[],
       $grid_path::text[], $lon::float8[], $lat::float8[], $cell::bigint[], $address::text[],
       $occurred_at::timestamptz[], $received_at::timestamptz[], $reported_at::timestamptz[],
       $reported_by::uuid[], $answer_wanted::boolean[], $accepted_at::timestamptz[],
       $dispatched_at::timestamptz[], $handled_at::timestamptz[], $answered_at::timestamptz[],
       $closed_at::timestamptz[], $followed_up_at::timestamptz[], $ended_at::timestamptz[],
       $handle_due_at::timestamptz[], $answer_due_at::timestamptz[], $due_at::timestamptz[],
       $yellow_at::timestamptz[], $next_look_at::timestamptz[], $sort_at::timestamptz[],
       $step_no::integer[], $revision::integer[], $state::text[], $desk_path::text[],
       $lead_unit::uuid[], $extension::text[], $suspension::text[], $session::text[],
       $sample::text[], $plate::text[], $designated::boolean[], $self_closed::boolean[],
       $confidential::boolean[], $clocks::text[], $provisional::boolean[], $helping::text[],
       $open_co_tasks::integer[], $merged_reports::integer[], $merged_into::uuid[],
       $state_before::text[], $extension_asked::integer[], $extension_given::integer[],
       $pending_reason::text[], $suspended_days::integer[], $suspended_since::timestamptz[],
       $suspended_until::timestamptz[], $answer::text[], $solved::text[], $satisfied::text[],
       $returns::integer[], $reworks::integer[], $reopens::integer[], $passes::integer[],
       $merges::integer[], $extensions::integer[], $suspensions::integer[], $sessions::integer[],
       $plates::integer[], $co_units::integer[], $secrecies::integer[], $words::text[]
) AS ready (:case_columns, words)
