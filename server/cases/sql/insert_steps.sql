-- The first steps of cases, each as in insert_step. Named as the members of ReportTogether, an array each.
INSERT INTO case_step (county, case_id, no, id, action, at, account, by_name, by_duty, capacity, state,
                       text, body)
SELECT county, case_id, no, id, action, at, account, by_name, by_duty, capacity, state, text, body
FROM unnest(
       $county::text[], $id::uuid[], $step_no::integer[], $step_id::uuid[], $action::text[],
       $at::timestamptz[], $account::uuid[], $by_name::text[], $by_duty::text[], $capacity::text[],
       $state::text[], $text::text[], $body::jsonb[]
) AS ready (county, case_id, no, id, action, at, account, by_name, by_duty, capacity, state, text, body)
