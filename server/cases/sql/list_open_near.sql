-- Places of open cases, newest first, of a reader of a small part.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 before which moment and id, $10 at most,
-- $11 only with a plate up,
-- $12 roots of subtrees, $13 units, $14 reporter or null.
-- Relies on cases_open_place, cases_open_unit, cases_open_reporter, case_co_unit_open.
:open_places
SELECT at, id FROM (
    SELECT found.at, found.id
    FROM arm,
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND grid_path = arm.place
          AND :is_open
          AND (NOT $11 OR plate <> 'none')
          AND :filter
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest($13::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND lead_unit = arm.unit_id
          AND :is_open
          AND (NOT $11 OR plate <> 'none')
          AND :filter
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest(ARRAY[$14::uuid]) AS arm(account),
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND reported_by = arm.account
          AND :is_open
          AND (NOT $11 OR plate <> 'none')
          AND :filter
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest($13::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT helping.received_at AS at, cases.id
        FROM case_co_unit AS helping
        JOIN cases ON cases.county = helping.county AND cases.id = helping.case_id
        WHERE helping.county = $1 AND cases.county = $1 AND helping.unit_id = arm.unit_id
          AND helping.sort_at IS NOT NULL
          AND (NOT $11 OR cases.plate <> 'none')
          AND :filter
          AND (helping.received_at, helping.case_id) < ($8, $9)
        ORDER BY helping.received_at DESC, helping.case_id DESC
        LIMIT $10
    ) AS found
) AS place
ORDER BY at DESC, id DESC
LIMIT $10
