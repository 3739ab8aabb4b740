-- A column: $1 county, $2 at most, $5 desks held, $6 units; CTE worked_on.
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
        LIMIT $2) AS some_of_it) AS todo
