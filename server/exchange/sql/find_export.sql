-- One of the reader's own. $1 county, $2 id; case_export_pkey.
SELECT id, name, format, language, query, state, rows, bytes, fault, asked_at, finished_at, scope
FROM case_export
WHERE county = $1 AND id = $2 AND removed_at IS NULL
