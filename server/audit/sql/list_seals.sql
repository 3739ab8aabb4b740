-- $1 county $2 after this number $3 limit; audit_seal_pkey
SELECT s.county, s.number, s.sealed_at, s.key_id, s.entries, s.digests, s.root
FROM audit_seal s
WHERE s.county = $1 AND s.number > $2
ORDER BY s.number
LIMIT $3
