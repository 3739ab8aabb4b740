-- $1 county $2 from $3 to $4 account $5 action $6 subject kind $7 subject (null: any)
-- $8 before this moment and $9 id $10 limit; audit_entry_at, _subject or _account
SELECT e.county, e.id, e.at, e.account_id, e.action, e.subject_kind, e.subject, e.purpose, e.detail,
       e.address
FROM audit_entry e
WHERE e.county = $1 AND e.at >= $2 AND e.at < $3
  AND ($4::uuid IS NULL OR e.account_id = $4)
  AND ($5::text IS NULL OR e.action = $5)
  AND ($6::text IS NULL OR e.subject_kind = $6)
  AND ($7::text IS NULL OR e.subject = $7)
  AND (e.at, e.id) < ($8, $9)
ORDER BY e.at DESC, e.id DESC
LIMIT $10
