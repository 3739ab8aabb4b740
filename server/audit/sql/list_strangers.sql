-- $1 county $2 limit; reads both tables whole: for verification only
SELECT e.id
FROM audit_entry e
LEFT JOIN (SELECT unnest(p.entry_id || p.more) AS id FROM audit_pending p WHERE p.county = $1) waiting
    ON waiting.id = e.id
LEFT JOIN (SELECT unnest(s.entries) AS id FROM audit_seal s WHERE s.county = $1) sealed
    ON sealed.id = e.id
WHERE e.county = $1 AND waiting.id IS NULL AND sealed.id IS NULL
ORDER BY e.id
LIMIT $2
