-- An arm of list_counted.sql, whose states are still to be said.
SELECT received_at AS at, :line
        FROM cases,
        LATERAL (SELECT :figure_terms) AS term,
        LATERAL (SELECT :counted_in AS is_counted) AS figure
        WHERE county = $1 AND grid_path >= $2 AND grid_path < $2 || '0'
          AND :figures_filter
          AND figure.is_counted
          AND (received_at, cases.id) < ($10, $11)
