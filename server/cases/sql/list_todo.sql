-- Places of what waits for a reader, first due first.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 after which moment and id, $10 at most,
-- $11 desks held, $12 units, $13 grids worked on (their handled cases want looking at).
-- Relies on cases_open_desk, cases_open_unit, cases_open_place, case_co_unit_open.
WITH subtree AS MATERIALIZED (
    SELECT root, root || '0' AS beyond FROM unnest($13::text[]) AS root
)
SELECT at, id FROM (
    SELECT found.at, found.id
    FROM unnest($11::text[]) AS arm(desk),
    LATERAL (
        SELECT sort_at AS at, id
        FROM cases
        WHERE county = $1 AND desk_path = arm.desk
          AND state IN ('reported', 'accepted', 'handled', 'verified', 'answered')
          AND :filter
          AND (sort_at, id) > ($8, $9)
        ORDER BY sort_at, id
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest($12::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT sort_at AS at, id
        FROM cases
        WHERE county = $1 AND lead_unit = arm.unit_id
          AND state IN ('assigned', 'handling')
          AND :filter
          AND (sort_at, id) > ($8, $9)
        ORDER BY sort_at, id
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM subtree AS arm,
    LATERAL (
        SELECT sort_at AS at, id
        FROM cases
        WHERE county = $1 AND grid_path >= arm.root AND grid_path < arm.beyond
          AND state = 'handled'
          AND :filter
          AND (sort_at, id) > ($8, $9)
        ORDER BY sort_at, id
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest($12::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT helping.sort_at AS at, cases.id
        FROM case_co_unit AS helping
        JOIN cases ON cases.county = helping.county AND cases.id = helping.case_id
        WHERE helping.county = $1 AND cases.county = $1 AND helping.unit_id = arm.unit_id
          AND helping.sort_at IS NOT NULL AND helping.waits
          AND :filter
          AND (helping.sort_at, helping.case_id) > ($8, $9)
        ORDER BY helping.sort_at, helping.case_id
        LIMIT $10
    ) AS found
) AS place
ORDER BY at, id
LIMIT $10
