-- What a list shows of a case.
cases.id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id,
       left(description, 60) AS summary, grid_path, desk_path, lead_unit, lon, lat, address,
       received_at, suspension, confidential
