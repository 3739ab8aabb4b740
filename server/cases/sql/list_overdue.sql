-- Lines of open cases past due in all that a reader sees, longest first.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 after which moment and id, $10 at most,
-- $11 now.
-- Relies on cases_open_sort.
SELECT sort_at AS at, :line
FROM cases
WHERE county = $1
  AND :is_open
  AND due_at < $11 AND sort_at < $11
  AND :filter
  AND (sort_at, id) > ($8, $9)
ORDER BY sort_at, id
LIMIT $10
