-- Cases that live on in this one. $1 county, $2 case (cases_merged_into).
SELECT id, code, reported_at, left(description, 60) AS summary, solved, satisfied
FROM cases
WHERE county = $1 AND merged_into = $2
ORDER BY reported_at
LIMIT 200
