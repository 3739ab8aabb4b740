-- $1 county $2 ids; audit_entry_pkey
SELECT e.county, e.id, e.at, e.account_id, e.action, e.subject_kind, e.subject, e.purpose, e.detail,
       e.address
FROM audit_entry e
WHERE e.county = $1 AND e.id = ANY ($2)
