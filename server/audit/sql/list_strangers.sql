-- $1 county $2 limit; reads both tables whole: for verification only
SELECT e.id
FROM audit_entry e
LEFT JOIN audit_pending p ON p.county = $1 AND p.entry_id = e.id
LEFT JOIN (SELECT unnest(s.entries) AS id FROM audit_seal s WHERE s.county = $1) sealed
    ON sealed.id = e.id
WHERE e.county = $1 AND p.entry_id IS NULL AND sealed.id IS NULL
ORDER BY e.id
LIMIT $2
