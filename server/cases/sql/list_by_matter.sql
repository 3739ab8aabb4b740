-- Lines of closed and ended cases of one matter, newest first.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 before which moment and id, $10 at most,
-- $11 towns or null (all where there are such cases, closed ones too), $12 units, $13 reporter or null.
-- Relies on cases_matter_received, cases_unit_received, cases_reporter, case_co_unit_received.
WITH RECURSIVE every(town) AS (
    (SELECT town FROM cases
     WHERE $11::text[] IS NULL AND county = $1 AND matter_id = $5 AND :is_done
     ORDER BY town LIMIT 1)
    UNION ALL
    SELECT (SELECT town FROM cases
            WHERE county = $1 AND matter_id = $5 AND town > every.town AND :is_done
            ORDER BY town LIMIT 1)
    FROM every
    WHERE town IS NOT NULL
), place AS (
    SELECT at, id FROM (
        SELECT found.at, found.id
        FROM (SELECT town FROM every UNION ALL SELECT unnest($11::text[])) AS arm(town),
        LATERAL (
            SELECT received_at AS at, id
            FROM cases
            WHERE county = $1 AND matter_id = $5 AND town = arm.town
              :done_page
        ) AS found
        UNION
        :done_of_people
    ) AS found
    ORDER BY at DESC, id DESC
    LIMIT $10
)
SELECT place.at, :line
FROM place
JOIN cases ON cases.county = $1 AND cases.id = place.id
ORDER BY place.at DESC, place.id DESC
