-- Done. $1 county, $2 id, $3 the holder: nothing when the job went to another meanwhile.
-- Relies on job_pkey.
DELETE FROM job
WHERE county = $1 AND id = $2 AND locked_by = $3
