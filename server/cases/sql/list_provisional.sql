-- Cases with a live clock whose calendar was missing. $1 county, $2 after this id, $3 at most.
-- Relies on case_clock_provisional.
SELECT DISTINCT case_id FROM case_clock
WHERE county = $1 AND provisional AND ended IN ('running', 'paused') AND case_id > $2
ORDER BY case_id
LIMIT $3
