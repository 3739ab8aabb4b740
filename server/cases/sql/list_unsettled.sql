-- Open cases at a reader's desks in which a unit asked for something. $1 county, $2 desks held,
-- $3 and $4 after which sort_at and id, $5 at most. Relies on cases_open_place, by range of each desk.
SELECT id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
       left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
       received_at, sort_at, suspension, confidential
FROM cases
WHERE county = $1
  AND state IN ('assigned', 'handling')
  AND desk_path = ANY ($2)
  AND (extension = 'asked' OR suspension = 'asked')
  AND (sort_at, id) > ($3, $4)
ORDER BY sort_at, id
LIMIT $5
