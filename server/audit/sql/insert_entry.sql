-- An entry, and that it waits for its seal. $1 county $2 id $3 at $4 account $5 action $6 subject kind
-- $7 subject $8 purpose $9 detail $10 address; audit_entry_pkey, audit_pending_pkey
WITH pending AS (
    INSERT INTO audit_pending (county, entry_id) VALUES ($1, $2)
)
INSERT INTO audit_entry (county, id, at, account_id, action, subject_kind, subject, purpose, detail,
                         address)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
