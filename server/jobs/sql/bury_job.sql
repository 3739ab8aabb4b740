-- Every attempt failed: kept for a person to look at. $1 county, $2 id, $3 the holder, $4 now,
-- $5 last_error. Relies on job_pkey.
UPDATE job
SET failed_at = $4, last_error = $5, locked_by = NULL, locked_until = NULL
WHERE county = $1 AND id = $2 AND locked_by = $3
