-- Where the open cases below path $2 lie, the most pressing first. $1 county, $3 at most. Relies on
-- cases_open_place.
SELECT id, lon, lat, due_at, yellow_at
FROM cases
WHERE county = $1 AND grid_path >= $2 AND grid_path < $2 || '0' AND :is_open AND lon IS NOT NULL
ORDER BY sort_at, id
LIMIT $3
