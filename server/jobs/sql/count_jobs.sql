-- How much waits: for /metrics and /readyz. $1 county, $2 now. Relies on job_due; failed jobs are few.
SELECT count(*) FILTER (WHERE failed_at IS NULL AND due_at <= $2) AS due,
       count(*) FILTER (WHERE failed_at IS NULL AND due_at > $2) AS later,
       count(*) FILTER (WHERE failed_at IS NOT NULL) AS failed
FROM job
WHERE county = $1
