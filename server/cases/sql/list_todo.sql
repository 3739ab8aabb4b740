-- What waits for a reader, first due first. $1 county, $2 desks held, $3 units, $4 grids worked on
-- (their handled cases want looking at), $5 and $6 after which sort_at and id, $7 at most.
-- Relies on cases_open_desk, cases_open_unit, cases_open_place.
SELECT DISTINCT ON (sort_at, id)
       id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id, summary,
       grid_path, desk_path, lead_unit, lon, lat, address, received_at, sort_at, suspension,
       confidential
FROM (
    (SELECT id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
            left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
            received_at, sort_at, suspension, confidential
     FROM cases
     WHERE county = $1 AND desk_path = ANY ($2)
       AND state IN ('reported', 'accepted', 'handled', 'verified', 'answered')
       AND (sort_at, id) > ($5, $6)
     ORDER BY sort_at, id
     LIMIT $7)
    UNION ALL
    (SELECT id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
            left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
            received_at, sort_at, suspension, confidential
     FROM cases
     WHERE county = $1 AND lead_unit = ANY ($3)
       AND state IN ('assigned', 'handling')
       AND (sort_at, id) > ($5, $6)
     ORDER BY sort_at, id
     LIMIT $7)
    UNION ALL
    (SELECT id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
            left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
            received_at, sort_at, suspension, confidential
     FROM cases
     WHERE county = $1 AND grid_path = ANY ($4)
       AND state IN ('reported', 'accepted', 'handled', 'verified', 'answered')
       AND state = 'handled'
       AND (sort_at, id) > ($5, $6)
     ORDER BY sort_at, id
     LIMIT $7)
) AS waiting
ORDER BY sort_at, id
LIMIT $7
