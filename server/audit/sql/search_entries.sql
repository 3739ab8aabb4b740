-- Newest first: ids are made of the moment. $1 county $2 from this id $3 before this id $4 account
-- $5 action $6 subject kind $7 subject (null: any) $8 limit; audit_entry_pkey, _subject or _account
SELECT e.county, e.id, e.at, e.account_id, e.action, e.subject_kind, e.subject, e.purpose, e.detail,
       e.address
FROM audit_entry e
WHERE e.county = $1 AND e.id >= $2 AND e.id < $3
  AND ($4::uuid IS NULL OR e.account_id = $4)
  AND ($5::text IS NULL OR e.action = $5)
  AND ($6::text IS NULL OR e.subject_kind = $6)
  AND ($7::text IS NULL OR e.subject = $7)
ORDER BY e.id DESC
LIMIT $8
