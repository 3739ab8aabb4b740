-- Puts a job down unless it is there already: by its id, or an unfinished one of that kind and key.
-- $1 county, $2 id, $3 kind, $4 once_key or null, $5 payload, $6 due_at.
-- Relies on job_pkey and job_once.
INSERT INTO job (county, id, kind, once_key, payload, due_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING
