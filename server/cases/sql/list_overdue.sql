-- Open cases past due, longest first. $1 county, $2 now, $3 path or null, $4 and $5 after which
-- sort_at and id, $6 at most. Relies on cases_open_due.
SELECT id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
       left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
       received_at, sort_at, suspension, confidential
FROM cases
WHERE county = $1
  AND state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered')
  AND due_at < $2
  AND ($3::text IS NULL OR (grid_path >= $3::text AND grid_path < $3::text || '0'))
  AND (sort_at, id) > ($4, $5)
ORDER BY sort_at, id
LIMIT $6
