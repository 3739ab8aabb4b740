-- $1 county; audit_pending_pkey, audit_entry_pkey
SELECT count(*) AS entries, min(e.at) AS oldest
FROM audit_pending p
JOIN audit_entry e ON e.county = $1 AND e.id = p.entry_id
WHERE p.county = $1
