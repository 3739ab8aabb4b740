-- Counts of what was received in [$3, $4) below path $2, as of $5, a row for each key. $1 county, $6 unit or
-- null, $7 matter or null, $8 channel or null, $9 what to divide by, $10 where periods begin. Each place where
-- a case lies is looked up by itself. Relies on cases_open_place, cases_place_received. Definitions:
-- server/cases/figures_rules.h.
WITH RECURSIVE open_place(path) AS (
    (SELECT grid_path FROM cases
     WHERE county = $1 AND grid_path >= $2 AND grid_path < $2 || '0' AND :is_open
     ORDER BY grid_path LIMIT 1)
    UNION ALL
    SELECT (SELECT grid_path FROM cases
            WHERE county = $1 AND grid_path > open_place.path AND grid_path < $2 || '0' AND :is_open
            ORDER BY grid_path LIMIT 1)
    FROM open_place
    WHERE path IS NOT NULL
), done_place(path) AS (
    (SELECT grid_path FROM cases
     WHERE county = $1 AND grid_path >= $2 AND grid_path < $2 || '0' AND :is_done
     ORDER BY grid_path LIMIT 1)
    UNION ALL
    SELECT (SELECT grid_path FROM cases
            WHERE county = $1 AND grid_path > done_place.path AND grid_path < $2 || '0' AND :is_done
            ORDER BY grid_path LIMIT 1)
    FROM done_place
    WHERE path IS NOT NULL
)
SELECT key,
       count(*) AS received,
       count(*) FILTER (WHERE figure.accepted) AS accepted,
       count(*) FILTER (WHERE figure.due) AS due,
       count(*) FILTER (WHERE figure.closed) AS closed,
       count(*) FILTER (WHERE figure.closed_in_time) AS closed_in_time,
       count(*) FILTER (WHERE figure.to_handle) AS to_handle,
       count(*) FILTER (WHERE figure.handled) AS handled,
       count(*) FILTER (WHERE figure.handled_in_time) AS handled_in_time,
       count(*) FILTER (WHERE figure.reworked) AS reworked,
       count(*) FILTER (WHERE figure.dispatched) AS dispatched,
       count(*) FILTER (WHERE figure.right_first_time) AS right_first_time,
       count(*) FILTER (WHERE figure.to_answer) AS to_answer,
       count(*) FILTER (WHERE figure.answered) AS answered,
       count(*) FILTER (WHERE figure.said_solved) AS said_solved,
       count(*) FILTER (WHERE figure.solved) AS solved,
       count(*) FILTER (WHERE figure.said_satisfied) AS said_satisfied,
       count(*) FILTER (WHERE figure.satisfied) AS satisfied
FROM (
    SELECT :counted
    FROM open_place AS place, LATERAL (:received AND :is_open OFFSET 0) AS counted
    UNION ALL
    SELECT :counted
    FROM done_place AS place, LATERAL (:received AND :is_done OFFSET 0) AS counted
) AS counted,
LATERAL (SELECT :figures_key AS key, :figures) AS figure
GROUP BY key
