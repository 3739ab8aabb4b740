-- What the figures of a case are made of, as of $5.
accepted_at IS NOT NULL OR self_closed OR state = 'merged' AS accepted,
       (accepted_at IS NOT NULL OR self_closed OR state = 'merged')
           AND (closed_at IS NOT NULL OR answer_due_at < $5) AS due,
       dispatched_at IS NOT NULL
           AND (handled_at IS NOT NULL OR handle_due_at < $5) AS to_handle,
       answer_wanted AND accepted_at IS NOT NULL
           AND (answered_at IS NOT NULL OR answer_due_at < $5) AS to_answer
