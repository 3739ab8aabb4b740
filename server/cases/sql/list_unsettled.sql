-- Places of open cases at a reader's desks in which a unit asked for something.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 after which moment and id, $10 at most,
-- $11 desks held.
-- Relies on cases_unsettled.
SELECT at, id FROM (
    SELECT found.at, found.id
    FROM unnest($11::text[]) AS arm(desk),
    LATERAL (
        SELECT sort_at AS at, id
        FROM cases
        WHERE county = $1 AND desk_path = arm.desk
          AND state IN ('assigned', 'handling')
          AND (extension = 'asked' OR suspension = 'asked')
          AND state = ANY ($2)
          AND ($3::text IS NULL OR (grid_path >= $3 AND grid_path < $3 || '0'))
          AND ($4::uuid IS NULL OR lead_unit = $4)
          AND ($5::uuid IS NULL OR matter_id = $5)
          AND ($6::text IS NULL OR channel = $6)
          AND ($7::text IS NULL OR words @@ $7::tsquery)
          AND (sort_at, id) > ($8, $9)
        ORDER BY sort_at, id
        LIMIT $10
    ) AS found
) AS place
ORDER BY at, id
LIMIT $10
