-- Places of closed and ended cases, newest first, of a reader of a small part.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 before which moment and id, $10 at most,
-- $11 roots of subtrees, $12 units, $13 reporter or null.
-- Relies on cases_place_received, cases_unit_received, cases_reporter, case_co_unit_received.
WITH RECURSIVE subtree(root, beyond) AS MATERIALIZED (
    SELECT root, root || '0' FROM unnest($11::text[]) AS root
), arm(beyond, place) AS (
    -- Each place of the subtrees where a case lies, by one look at the index for each.
    SELECT beyond, (SELECT grid_path FROM cases
                    WHERE county = $1 AND grid_path >= root AND grid_path < beyond
                    AND :is_done
                    ORDER BY grid_path LIMIT 1)
    FROM subtree
    UNION ALL
    SELECT beyond, (SELECT grid_path FROM cases
                    WHERE county = $1 AND grid_path > place AND grid_path < beyond
                    AND :is_done
                    ORDER BY grid_path LIMIT 1)
    FROM arm
    WHERE place IS NOT NULL
)
SELECT at, id FROM (
    SELECT found.at, found.id
    FROM arm,
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND grid_path = arm.place
          AND :is_done
          AND :filter
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest($12::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND lead_unit = arm.unit_id
          AND :is_done
          AND :filter
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest(ARRAY[$13::uuid]) AS arm(account),
    LATERAL (
        SELECT received_at AS at, id
        FROM cases
        WHERE county = $1 AND reported_by = arm.account
          AND :is_done
          AND :filter
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
    ) AS found
    UNION
    SELECT found.at, found.id
    FROM unnest($12::uuid[]) AS arm(unit_id),
    LATERAL (
        SELECT helping.received_at AS at, cases.id
        FROM case_co_unit AS helping
        JOIN cases ON cases.county = helping.county AND cases.id = helping.case_id
        WHERE helping.county = $1 AND cases.county = $1 AND helping.unit_id = arm.unit_id
          AND :filter
          AND (helping.received_at, helping.case_id) < ($8, $9)
        ORDER BY helping.received_at DESC, helping.case_id DESC
        LIMIT $10
    ) AS found
) AS place
ORDER BY at DESC, id DESC
LIMIT $10
