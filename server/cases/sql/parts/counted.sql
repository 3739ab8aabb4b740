-- What figures look at of a case.
accepted, due, to_handle, to_answer, closed_at, answer_due_at, handled_at, handle_due_at,
           dispatched_at, answered_at, returns, reworks, solved, satisfied, grid_path, lead_unit,
           matter_id, channel, received_at
