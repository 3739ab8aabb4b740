-- $1 county; audit_pending_pkey, audit_entry_pkey
SELECT count(*) AS entries, min(e.at) AS oldest
FROM audit_pending p
CROSS JOIN LATERAL unnest(p.entry_id || p.more) AS waiting(id)
CROSS JOIN LATERAL (
    SELECT e.at FROM audit_entry e WHERE e.county = $1 AND e.id = waiting.id OFFSET 0
) AS e
WHERE p.county = $1
