-- Duty exports: whose maker has died so often that nobody takes them up again. $1 county, $2 asked for then
-- or earlier, $3 now, $4 fault; case_export_asked.
UPDATE case_export
SET state = 'failed', fault = $4, finished_at = $3
WHERE county = $1 AND asked_at <= $2 AND state IN ('waiting', 'running')
