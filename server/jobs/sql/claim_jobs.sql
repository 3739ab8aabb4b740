-- Takes due jobs that nobody holds, or whose holder has not been heard of in time.
-- $1 county, $2 now, $3 kinds, $4 how many at most, $5 the holder, $6 locked until.
-- Relies on job_due. The CTE is materialized because a plan may run its LIMIT several times otherwise.
WITH due AS MATERIALIZED (
    SELECT county, id
    FROM job
    WHERE county = $1
      AND failed_at IS NULL
      AND due_at <= $2
      AND (locked_until IS NULL OR locked_until <= $2)
      AND kind = ANY ($3)
    ORDER BY due_at, id
    LIMIT $4
    FOR UPDATE SKIP LOCKED
)
UPDATE job
SET locked_by = $5, locked_until = $6, attempts = job.attempts + 1
FROM due
WHERE job.county = $1 AND due.county = $1 AND job.id = due.id
RETURNING job.county, job.id, job.kind, job.payload, job.due_at, job.attempts
