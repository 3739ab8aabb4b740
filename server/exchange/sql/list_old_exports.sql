-- Duty exports. $1 county, $2 asked for then or earlier; case_export_asked.
SELECT id
FROM case_export
WHERE county = $1 AND asked_at <= $2
ORDER BY asked_at, id
LIMIT 500
