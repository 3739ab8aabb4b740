-- The numbers beside the lists, each up to $2. $1 county, $3 now, $4 account, $5 desks held,
-- $6 units, $7 grids worked on.
-- Relies on cases_open_desk, cases_open_unit, cases_open_place, cases_unsettled, cases_reporter,
-- case_co_unit_open, case_watch_received, cases_open_sort, cases_plate_up.
WITH worked_on AS MATERIALIZED (
    SELECT root, root || '0' AS beyond FROM unnest($7::text[]) AS root
)
SELECT
    (SELECT count(*)::integer FROM (
        SELECT id FROM (
            SELECT found.id FROM unnest($5::text[]) AS arm(desk), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND desk_path = arm.desk
                  AND state IN ('reported', 'accepted', 'handled', 'verified', 'answered')
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest($6::uuid[]) AS arm(unit_id), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND lead_unit = arm.unit_id AND state IN ('assigned', 'handling')
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM worked_on AS arm, LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND grid_path >= arm.root AND grid_path < arm.beyond
                  AND state = 'handled'
                LIMIT $2) AS found
            UNION
            SELECT found.id FROM unnest($6::uuid[]) AS arm(unit_id), LATERAL (
                SELECT cases.id
                FROM case_co_unit AS helping
                JOIN cases ON cases.county = helping.county AND cases.id = helping.case_id
                WHERE helping.county = $1 AND cases.county = $1
                  AND helping.unit_id = arm.unit_id AND helping.sort_at IS NOT NULL
                  AND helping.waits
                LIMIT $2) AS found
        ) AS each_once
        LIMIT $2) AS some_of_it) AS todo,
    (SELECT count(*)::integer FROM (
        SELECT id FROM (
            (SELECT id FROM cases WHERE county = $1 AND reported_by = $4 LIMIT $2)
            UNION
            (SELECT cases.id
             FROM case_watch AS watch
             JOIN cases ON cases.county = watch.county AND cases.id = watch.case_id
             WHERE watch.county = $1 AND cases.county = $1 AND watch.account = $4
             LIMIT $2)
        ) AS each_once
        LIMIT $2) AS some_of_it) AS watching,
    (SELECT count(*)::integer FROM (
        SELECT 1 FROM cases
        WHERE county = $1
          AND state IN ('reported', 'accepted', 'assigned', 'handling',
                          'handled', 'verified', 'answered')
          AND due_at < $3 AND sort_at < $3
        LIMIT $2) AS some_of_it) AS overdue,
    (SELECT count(*)::integer FROM (
        SELECT 1 FROM cases
        WHERE county = $1
          AND state IN ('reported', 'accepted', 'assigned', 'handling',
                          'handled', 'verified', 'answered')
          AND plate <> 'none'
        LIMIT $2) AS some_of_it) AS plates,
    (SELECT count(*)::integer FROM (
        SELECT id FROM (
            SELECT found.id FROM unnest($5::text[]) AS arm(desk), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND desk_path = arm.desk AND state IN ('assigned', 'handling')
                  AND (extension = 'asked' OR suspension = 'asked')
                LIMIT $2) AS found
        ) AS each_once
        LIMIT $2) AS some_of_it) AS unsettled
