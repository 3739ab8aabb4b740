-- The columns of :line, of a sub-select that holds it.
id, code, step_no, state, due_at, yellow_at, plate, urgency, channel, matter_id, summary,
       grid_path, desk_path, lead_unit, lon, lat, address, received_at, suspension, confidential
