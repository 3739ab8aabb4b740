-- $1 county $2 limit; audit_pending_pkey, audit_entry_pkey
SELECT p.entry_id
FROM audit_pending p
LEFT JOIN audit_entry e ON e.county = $1 AND e.id = p.entry_id
WHERE p.county = $1 AND e.id IS NULL
ORDER BY p.entry_id
LIMIT $2
