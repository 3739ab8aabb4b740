-- $1 county; audit_seal_pkey
SELECT s.county, s.number, s.sealed_at, s.key_id, s.entries, s.digests, s.root
FROM audit_seal s
WHERE s.county = $1
ORDER BY s.number DESC
LIMIT 1
