-- What figures count of each case received in [$3, $4) at place.path, as of $5. $1 county.
SELECT accepted_at IS NOT NULL OR self_closed OR state = 'merged' AS accepted,
       (accepted_at IS NOT NULL OR self_closed OR state = 'merged')
           AND (closed_at IS NOT NULL OR answer_due_at < $5) AS due,
       dispatched_at IS NOT NULL
           AND (handled_at IS NOT NULL OR handle_due_at < $5) AS to_handle,
       answer_wanted AND accepted_at IS NOT NULL
           AND (answered_at IS NOT NULL OR answer_due_at < $5) AS to_answer,
       closed_at, answer_due_at, handled_at, handle_due_at, dispatched_at, answered_at,
       returns, reworks, solved, satisfied
FROM cases
WHERE county = $1 AND grid_path = place.path
  AND received_at >= $3 AND received_at < $4
  AND state <> 'voided'
