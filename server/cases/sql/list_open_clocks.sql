-- What rules touch of the open cases, newest first. $1 county, $2 and $3 before which moment and id,
-- $4 at most. Relies on cases_open_received.
SELECT id, received_at, reported_at, clocks, suspended_days, returns, reworks
FROM cases
WHERE county = $1
  AND :is_open
  AND (received_at, id) < ($2, $3)
ORDER BY received_at DESC, id DESC
LIMIT $4
