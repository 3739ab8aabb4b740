-- $1 county $2 id $3 now; session_pkey
UPDATE session SET seen_at = $3 WHERE county = $1 AND id = $2 AND ended_at IS NULL
