-- Cases with a live clock whose calendar was missing. $1 county, $2 after this id, $3 at most.
-- Relies on cases_provisional.
SELECT id FROM cases
WHERE county = $1 AND provisional AND id > $2
ORDER BY id
LIMIT $3
