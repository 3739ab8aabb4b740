-- $1 county $2 limit; audit_pending_pkey, audit_entry_pkey
SELECT waiting.id
FROM audit_pending p
CROSS JOIN LATERAL unnest(p.entry_id || p.more) AS waiting(id)
WHERE p.county = $1
  AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.county = $1 AND e.id = waiting.id OFFSET 0)
ORDER BY waiting.id
LIMIT $2
