-- Steps on as many cases, each as in take_step, or none of them: if one of the cases is not what its step
-- was decided on, or lies outside the scope of whoever takes it, all start over (40001). Row-level security
-- sees the scopes of all of them at once; that each keeps to his own, before and after his step, is asked
-- here in the words of the policy. Named as the members of StepTogether, an array each (primary keys).
WITH ready AS (
    SELECT :ready_columns
    FROM unnest(
        $county::text[], $id::uuid[], $revision::integer[], $accepted_at::timestamptz[],
        $dispatched_at::timestamptz[], $handled_at::timestamptz[], $answered_at::timestamptz[],
        $closed_at::timestamptz[], $followed_up_at::timestamptz[], $ended_at::timestamptz[],
        $handle_due_at::timestamptz[], $answer_due_at::timestamptz[], $due_at::timestamptz[],
        $yellow_at::timestamptz[], $next_look_at::timestamptz[], $sort_at::timestamptz[],
        $node_id::uuid[], $grid_path::text[], $step_no::integer[], $state::text[],
        $desk_path::text[], $lead_unit::uuid[], $extension::text[], $suspension::text[],
        $session::text[], $sample::text[], $plate::text[], $designated::boolean[],
        $self_closed::boolean[], $confidential::boolean[], $clocks::text[],
        $provisional::boolean[], $helping::text[], $open_co_tasks::integer[],
        $merged_reports::integer[], $merged_into::uuid[], $state_before::text[],
        $extension_asked::integer[], $extension_given::integer[], $pending_reason::text[],
        $suspended_days::integer[], $suspended_since::timestamptz[],
        $suspended_until::timestamptz[], $answer::text[], $solved::text[], $satisfied::text[],
        $returns::integer[], $reworks::integer[], $reopens::integer[], $passes::integer[],
        $merges::integer[], $extensions::integer[], $suspensions::integer[], $sessions::integer[],
        $plates::integer[], $co_units::integer[], $secrecies::integer[], $step_id::uuid[],
        $action::text[], $at::timestamptz[], $account::uuid[], $by_name::text[], $by_duty::text[],
        $capacity::text[], $text::text[], $body::jsonb[], $reader_paths::text[],
        $reader_units::text[], $reader_secrets::boolean[]
    ) AS one (:ready_columns)
), moved AS (
    UPDATE cases
    SET :rows_moving,
        revision = ready.revision + 1
    FROM ready
    WHERE cases.county = ready.county AND cases.id = ready.id AND cases.revision = ready.revision
      AND (cases.lead_unit = ANY (ready.reader_units::uuid[])
           OR (jingwei_in_paths(cases.grid_path, ready.reader_paths::text[])
               AND (NOT cases.confidential OR ready.reader_secrets))
           OR (NOT cases.confidential AND cases.helping && ready.reader_units::uuid[]))
      AND (ready.lead_unit = ANY (ready.reader_units::uuid[])
           OR (jingwei_in_paths(ready.grid_path, ready.reader_paths::text[])
               AND (NOT ready.confidential OR ready.reader_secrets))
           OR (NOT ready.confidential AND ready.helping::uuid[] && ready.reader_units::uuid[]))
    RETURNING cases.id
), step AS (
    INSERT INTO case_step (county, case_id, no, id, action, at, account, by_name, by_duty, capacity,
                           state, text, body)
    SELECT county, id, step_no, step_id, action, at, account, by_name, by_duty, capacity,
           state, text, body
    FROM ready
)
SELECT CASE count(*) WHEN cardinality($id::uuid[]) THEN true ELSE jingwei_start_over() END AS written
FROM moved
