-- CTEs: the places of the subtrees $12 at which an open case lies, as arm(beyond, place).
WITH RECURSIVE subtree(root, beyond) AS MATERIALIZED (
    SELECT root, root || '0' FROM unnest($12::text[]) AS root
), arm(beyond, place) AS (
    -- Each place of the subtrees where a case lies, by one look at the index for each.
    SELECT beyond, (SELECT grid_path FROM cases
                    WHERE county = $1 AND grid_path >= root AND grid_path < beyond
                    AND :is_open
                    ORDER BY grid_path LIMIT 1)
    FROM subtree
    UNION ALL
    SELECT beyond, (SELECT grid_path FROM cases
                    WHERE county = $1 AND grid_path > place AND grid_path < beyond
                    AND :is_open
                    ORDER BY grid_path LIMIT 1)
    FROM arm
    WHERE place IS NOT NULL
)
