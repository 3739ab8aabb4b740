-- Ends an arm of a list of closed and ended cases: a page of it, newest first. $8 and $9 before which moment
-- and id, $10 at most; the filter's parameters.
AND :is_done
          AND :filter
          AND (received_at, id) < ($8, $9)
        ORDER BY received_at DESC, id DESC
        LIMIT $10
