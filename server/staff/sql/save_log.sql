-- $1 county $2 id $3 text $4 when; work_log_pkey
UPDATE work_log SET text = $3, written_at = $4 WHERE county = $1 AND id = $2
