-- Entries that wait, the oldest first, and the row in which each waits. $1 county $2 at most so many rows of
-- audit_pending, each holding the entries of a transaction. Each entry is looked up by itself (OFFSET 0), whatever
-- the planner believes of row-level security; audit_pending_pkey, audit_entry_pkey
SELECT p.entry_id AS waits_in, e.county, e.id, e.at, e.account_id, e.action, e.subject_kind, e.subject,
       e.purpose, e.detail, e.address
FROM (
    SELECT p.entry_id, p.more
    FROM audit_pending p
    WHERE p.county = $1
      AND EXISTS (SELECT FROM audit_entry e
                  WHERE e.county = $1 AND e.id = ANY (p.entry_id || p.more)
                  OFFSET 0)
    ORDER BY p.entry_id
    LIMIT $2
) AS p
CROSS JOIN LATERAL unnest(p.entry_id || p.more) AS waiting(id)
CROSS JOIN LATERAL (
    SELECT e.county, e.id, e.at, e.account_id, e.action, e.subject_kind, e.subject, e.purpose, e.detail,
           e.address
    FROM audit_entry e
    WHERE e.county = $1 AND e.id = waiting.id
    OFFSET 0
) AS e
ORDER BY e.id
