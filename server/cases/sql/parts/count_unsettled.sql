-- A column: $1 county, $2 at most, $5 desks held.
(SELECT count(*)::integer FROM (
        SELECT id FROM (
            SELECT found.id FROM unnest($5::text[]) AS arm(desk), LATERAL (
                SELECT id FROM cases
                WHERE county = $1 AND desk_path = arm.desk AND state IN ('assigned', 'handling')
                  AND (extension = 'asked' OR suspension = 'asked')
                LIMIT $2) AS found
        ) AS each_once
        LIMIT $2) AS some_of_it) AS unsettled
