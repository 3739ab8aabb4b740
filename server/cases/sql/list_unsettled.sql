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
          AND :filter
          AND (sort_at, id) > ($8, $9)
        ORDER BY sort_at, id
        LIMIT $10
    ) AS found
) AS place
ORDER BY at, id
LIMIT $10
