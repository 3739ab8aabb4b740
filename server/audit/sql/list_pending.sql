-- $1 county $2 limit; audit_pending_pkey, audit_entry_pkey
SELECT e.county, e.id, e.at, e.account_id, e.action, e.subject_kind, e.subject, e.purpose, e.detail,
       e.address
FROM audit_pending p
JOIN audit_entry e ON e.county = $1 AND e.id = p.entry_id
WHERE p.county = $1
ORDER BY p.entry_id
LIMIT $2
