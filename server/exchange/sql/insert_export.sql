-- $1 county, $2 id, $3 account, $4 name, $5 format, $6 language, $7 query, $8 asked at, $9 scope. The same
-- id again changes nothing (case_export_pkey).
INSERT INTO case_export (county, id, account, name, format, language, query, state, rows, asked_at, scope)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $8, $9)
ON CONFLICT (county, id) DO NOTHING
