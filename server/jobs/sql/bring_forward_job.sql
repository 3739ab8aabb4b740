-- Makes a periodic job due at once that a clock which ran ahead has planned, or holds, for much later.
-- $county, $kind, $once_key, $at, $latest_turn (of a job that did not fail), $latest_retry (of one
-- that did), $latest_lease. Relies on job_once.
UPDATE job
SET due_at = $at, locked_by = NULL, locked_until = NULL
WHERE county = $county
  AND kind = $kind
  AND once_key = $once_key
  AND failed_at IS NULL
  AND (due_at > $latest_retry OR (attempts = 0 AND due_at > $latest_turn)
       OR locked_until > $latest_lease)
