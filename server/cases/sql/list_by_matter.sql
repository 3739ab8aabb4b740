-- Lines of closed and ended cases of one matter, newest first.
-- $1 county, $2 states, $3 path or null, $4 unit or null, $5 matter or null, $6 channel or null,
-- $7 words (tsquery) or null, $8 and $9 before which moment and id, $10 at most.
-- Relies on cases_matter_received.
SELECT received_at AS at, :line
FROM cases
WHERE county = $1
  AND matter_id = $5
  AND :is_done
  AND state = ANY ($2)
  AND ($3::text IS NULL OR (grid_path >= $3 AND grid_path < $3 || '0'))
  AND ($4::uuid IS NULL OR lead_unit = $4)
  AND ($6::text IS NULL OR channel = $6)
  AND ($7::text IS NULL OR words @@ $7::tsquery)
  AND (received_at, id) < ($8, $9)
ORDER BY received_at DESC, id DESC
LIMIT $10
