-- $1 county $2 entry; audit_pending_pkey
INSERT INTO audit_pending (county, entry_id) VALUES ($1, $2)
