-- Cases that a timer has to look at. $1 county, $2 now, $3 at most. Relies on cases_next_look.
SELECT id FROM cases
WHERE county = $1 AND next_look_at <= $2
ORDER BY next_look_at
LIMIT $3
