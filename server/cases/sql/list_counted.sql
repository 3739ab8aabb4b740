-- Lines of the cases that make up the number $9 of the figures of what was received in [$3, $4) below path $2,
-- as of $5, newest first. $1 county, $6 unit or null, $7 matter or null, $8 channel or null, $10 and $11 before
-- which moment and id, $12 at most. Relies on cases_open_received, cases_done_received.
SELECT at, :columns_of_line
FROM (
    (
        SELECT received_at AS at, :line
        FROM cases,
        LATERAL (SELECT :figure_terms) AS term,
        LATERAL (SELECT :counted_in AS is_counted) AS figure
        WHERE county = $1 AND grid_path >= $2 AND grid_path < $2 || '0'
          AND :is_open
          AND :figures_filter
          AND figure.is_counted
          AND (received_at, cases.id) < ($10, $11)
        ORDER BY received_at DESC, cases.id DESC
        LIMIT $12
    )
    UNION ALL
    (
        SELECT received_at AS at, :line
        FROM cases,
        LATERAL (SELECT :figure_terms) AS term,
        LATERAL (SELECT :counted_in AS is_counted) AS figure
        WHERE county = $1 AND grid_path >= $2 AND grid_path < $2 || '0'
          AND :is_done
          AND :figures_filter
          AND figure.is_counted
          AND (received_at, cases.id) < ($10, $11)
        ORDER BY received_at DESC, cases.id DESC
        LIMIT $12
    )
) AS line
ORDER BY at DESC, id DESC
LIMIT $12
