-- Counts of what was received in [$3, $4) below path $2, as of $5. $1 county. Each place where a case lies is
-- looked up by itself. Relies on cases_open_place, cases_place_received. Definitions:
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
SELECT count(*) AS received,
       count(*) FILTER (WHERE accepted) AS accepted,
       count(*) FILTER (WHERE due) AS due,
       count(*) FILTER (WHERE due AND closed_at IS NOT NULL) AS closed,
       count(*) FILTER (WHERE due AND closed_at <= answer_due_at) AS closed_in_time,
       count(*) FILTER (WHERE to_handle) AS to_handle,
       count(*) FILTER (WHERE to_handle AND handled_at IS NOT NULL) AS handled,
       count(*) FILTER (WHERE to_handle AND handled_at <= handle_due_at) AS handled_in_time,
       count(*) FILTER (WHERE to_handle AND handled_at IS NOT NULL AND reworks > 0) AS reworked,
       count(*) FILTER (WHERE dispatched_at IS NOT NULL) AS dispatched,
       count(*) FILTER (WHERE dispatched_at IS NOT NULL AND returns = 0) AS right_first_time,
       count(*) FILTER (WHERE to_answer) AS to_answer,
       count(*) FILTER (WHERE to_answer AND answered_at IS NOT NULL) AS answered,
       count(*) FILTER (WHERE solved IN ('yes', 'no')) AS said_solved,
       count(*) FILTER (WHERE solved = 'yes') AS solved,
       count(*) FILTER (WHERE satisfied IN ('yes', 'no')) AS said_satisfied,
       count(*) FILTER (WHERE satisfied = 'yes') AS satisfied
FROM (
    SELECT :counted
    FROM open_place AS place, LATERAL (:received AND :is_open OFFSET 0) AS counted
    UNION ALL
    SELECT :counted
    FROM done_place AS place, LATERAL (:received AND :is_done OFFSET 0) AS counted
) AS counted
