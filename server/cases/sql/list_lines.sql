-- The lines of cases that a list has found, in its order. $1 county, $2 ids (primary key).
SELECT cases.id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
       left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
       received_at, suspension, confidential
FROM unnest($2::uuid[]) WITH ORDINALITY AS place(id, nr)
JOIN cases ON cases.county = $1 AND cases.id = place.id
ORDER BY place.nr
