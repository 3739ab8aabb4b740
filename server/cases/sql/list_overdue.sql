-- Places of open cases past due in all that a reader sees, longest first.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 after which moment and id, $10 at most,
-- $11 now.
-- Relies on cases_open_sort.
SELECT sort_at AS at, id
FROM cases
WHERE county = $1
  AND state IN ('reported', 'accepted', 'assigned', 'handling',
                'handled', 'verified', 'answered')
  AND due_at < $11 AND sort_at < $11
  AND state = ANY ($2)
  AND ($3::text IS NULL OR (grid_path >= $3 AND grid_path < $3 || '0'))
  AND ($4::uuid IS NULL OR lead_unit = $4)
  AND ($5::uuid IS NULL OR matter_id = $5)
  AND ($6::text IS NULL OR channel = $6)
  AND ($7::text IS NULL OR words @@ $7::tsquery)
  AND (sort_at, id) > ($8, $9)
ORDER BY sort_at, id
LIMIT $10
