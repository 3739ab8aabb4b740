-- Merged cases whose reporters have not been told yet. $1 county, $2 survivor (cases_merged_into).
SELECT id FROM cases
WHERE county = $1 AND merged_into = $2 AND closed_at IS NULL
ORDER BY id
LIMIT 500
