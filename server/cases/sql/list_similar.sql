-- Open cases nearby or worded alike. $1 county, $2 cells or null, $3 words (tsquery) or null,
-- $4 path or null, $5 not received before. Relies on cases_open_cell and cases_open_place.
WITH alike AS (
    SELECT id FROM cases
    WHERE county = $1 AND cell = ANY ($2) AND received_at >= $5
      AND :is_open
    UNION
    SELECT id FROM cases
    WHERE county = $1 AND words @@ $3::tsquery AND received_at >= $5
      AND grid_path >= COALESCE($4::text, '') AND grid_path < COALESCE($4::text || '0', '~')
      AND :is_open
)
SELECT id, code, state, matter_id, left(description, 60) AS summary, address, lon, lat, received_at
FROM alike JOIN cases USING (id)
WHERE county = $1
ORDER BY received_at DESC
LIMIT 60
