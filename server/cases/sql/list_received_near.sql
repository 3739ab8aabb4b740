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
          :done_page
    ) AS found
    UNION
    :done_of_people
) AS place
ORDER BY at DESC, id DESC
LIMIT $10
