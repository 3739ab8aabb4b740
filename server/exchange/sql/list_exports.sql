-- $1 county, $2 account, $3 since; case_export_account.
SELECT id, name, format, language, query, state, rows, bytes, fault, asked_at, finished_at, scope
FROM case_export
WHERE county = $1 AND account = $2 AND asked_at > $3 AND removed_at IS NULL
ORDER BY asked_at DESC, id DESC
LIMIT 100
