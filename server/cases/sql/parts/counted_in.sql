-- Whether a case is counted in the number of the figures that $9 names.
(
            SELECT CASE $9
                       WHEN 'received' THEN received
                       WHEN 'accepted' THEN accepted
                       WHEN 'due' THEN due
                       WHEN 'closed' THEN closed
                       WHEN 'closed_in_time' THEN closed_in_time
                       WHEN 'to_handle' THEN to_handle
                       WHEN 'handled' THEN handled
                       WHEN 'handled_in_time' THEN handled_in_time
                       WHEN 'reworked' THEN reworked
                       WHEN 'dispatched' THEN dispatched
                       WHEN 'right_first_time' THEN right_first_time
                       WHEN 'to_answer' THEN to_answer
                       WHEN 'answered' THEN answered
                       WHEN 'said_solved' THEN said_solved
                       WHEN 'solved' THEN solved
                       WHEN 'said_satisfied' THEN said_satisfied
                       WHEN 'satisfied' THEN satisfied
                   END
            FROM (SELECT :figures) AS one
        )
