-- What was sealed waits no more; what was to be sealed with it and is gone goes on waiting, as evidence.
-- $1 county $2 rows $3 sealed entries; audit_pending_pkey
WITH done AS (
    DELETE FROM audit_pending WHERE county = $1 AND entry_id = ANY ($2)
    RETURNING entry_id, more
)
INSERT INTO audit_pending (county, entry_id)
SELECT $1, gone.id
FROM (
    SELECT unnest(done.entry_id || done.more) FROM done
    EXCEPT
    SELECT unnest($3::uuid[])
) AS gone(id)
ON CONFLICT (county, entry_id) DO NOTHING
