-- Open cases nearby or worded alike. $1 county, $2 cells or null, $3 words (tsquery) or null,
-- $4 path or null, $5 not received before. Relies on cases_open_cell and cases_words.
SELECT id, code, state, matter_id, left(description, 60) AS summary, address, lon, lat, received_at
FROM cases
WHERE county = $1
  AND state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered')
  AND received_at >= $5
  AND (cell = ANY ($2) OR ($3::text IS NOT NULL AND words @@ $3::tsquery
       AND ($4::text IS NULL OR (grid_path >= $4::text AND grid_path < $4::text || '0'))))
ORDER BY received_at DESC
LIMIT 60
