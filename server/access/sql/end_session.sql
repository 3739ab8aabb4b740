-- $1 county $2 account $3 id $4 now; session_pkey
UPDATE session SET ended_at = $4
WHERE county = $1 AND account_id = $2 AND id = $3 AND ended_at IS NULL
