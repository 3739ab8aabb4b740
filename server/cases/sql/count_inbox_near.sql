-- The numbers beside the lists of a reader of a small part, each up to $2. $1 county, $3 now,
-- $4 account, $5 desks held, $6 units, $7 grids worked on, $8 roots of subtrees, $9 units in scope.
-- Relies on cases_open_desk, cases_open_unit, cases_open_place, cases_unsettled, cases_reporter,
-- case_co_unit_open, case_watch_received, cases_open_reporter.
WITH worked_on AS MATERIALIZED (
    SELECT root, root || '0' AS beyond FROM unnest($7::text[]) AS root
), seen AS MATERIALIZED (
    SELECT root, root || '0' AS beyond FROM unnest($8::text[]) AS root
)
SELECT
    :count_todo,
    :count_watching,
    (SELECT count(*)::integer FROM (
        SELECT id FROM (
            SELECT found.id FROM seen AS arm, LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND grid_path >= arm.root AND grid_path < arm.beyond
                  AND :is_open
                  AND due_at < $3 AND sort_at < $3
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest($9::uuid[]) AS arm(unit_id), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND lead_unit = arm.unit_id
                  AND :is_open
                  AND due_at < $3 AND sort_at < $3
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest(ARRAY[$4::uuid]) AS arm(account), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND reported_by = arm.account
                  AND :is_open
                  AND due_at < $3 AND sort_at < $3
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest($9::uuid[]) AS arm(unit_id), LATERAL (
                SELECT cases.id
                FROM case_co_unit AS helping
                JOIN cases ON cases.county = helping.county AND cases.id = helping.case_id
                WHERE helping.county = $1 AND cases.county = $1
                  AND helping.unit_id = arm.unit_id AND helping.sort_at IS NOT NULL
                  AND cases.due_at < $3 AND helping.sort_at < $3
                LIMIT $2) AS found
        ) AS each_once
        LIMIT $2) AS some_of_it) AS overdue,
    (SELECT count(*)::integer FROM (
        SELECT id FROM (
            SELECT found.id FROM seen AS arm, LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND grid_path >= arm.root AND grid_path < arm.beyond
                  AND :is_open
                  AND plate <> 'none'
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest($9::uuid[]) AS arm(unit_id), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND lead_unit = arm.unit_id
                  AND :is_open
                  AND plate <> 'none'
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest(ARRAY[$4::uuid]) AS arm(account), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND reported_by = arm.account
                  AND :is_open
                  AND plate <> 'none'
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest($9::uuid[]) AS arm(unit_id), LATERAL (
                SELECT cases.id
                FROM case_co_unit AS helping
                JOIN cases ON cases.county = helping.county AND cases.id = helping.case_id
                WHERE helping.county = $1 AND cases.county = $1
                  AND helping.unit_id = arm.unit_id AND helping.sort_at IS NOT NULL
                  AND cases.plate <> 'none'
                LIMIT $2) AS found
        ) AS each_once
        LIMIT $2) AS some_of_it) AS plates,
    :count_unsettled
