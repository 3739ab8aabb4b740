-- What figures look at of each case at place.path that is asked for. $1 county.
SELECT :figure_terms,
       closed_at, answer_due_at, handled_at, handle_due_at, dispatched_at, answered_at,
       returns, reworks, solved, satisfied, grid_path, lead_unit, matter_id, channel, received_at
FROM cases
WHERE county = $1 AND grid_path = place.path
  AND :figures_filter
