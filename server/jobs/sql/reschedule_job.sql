-- Lays a job down for later: the next turn of a periodic one, or another attempt.
-- $1 county, $2 id, $3 the holder, $4 due_at, $5 attempts that count from now on, $6 last_error or null.
-- Relies on job_pkey.
UPDATE job
SET due_at = $4, attempts = $5, last_error = $6, locked_by = NULL, locked_until = NULL
WHERE county = $1 AND id = $2 AND locked_by = $3
