-- Lines of closed and ended cases, newest first.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 before which moment and id, $10 at most.
-- Relies on cases_done_received.
SELECT received_at AS at, :line
FROM cases
WHERE county = $1
  :done_page
