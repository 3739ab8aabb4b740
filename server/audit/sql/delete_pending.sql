-- $1 county $2 entries; audit_pending_pkey
DELETE FROM audit_pending WHERE county = $1 AND entry_id = ANY ($2)
