-- Entries, and that they wait for their seal: insert_entry for several. Named as the members of EntryWrite, an
-- array each; audit_entry_pkey, audit_pending_pkey
WITH entry AS (
    SELECT county, id, at, account_id, action, subject_kind, subject, purpose, detail, address
    FROM unnest(
        $county::text[], $id::uuid[], $at::timestamptz[], $account_id::uuid[], $action::text[],
        $subject_kind::text[], $subject::text[], $purpose::text[], $detail::json[], $address::text[]
    ) AS one (county, id, at, account_id, action, subject_kind, subject, purpose, detail, address)
), pending AS (
    INSERT INTO audit_pending (county, entry_id) SELECT county, id FROM entry
)
INSERT INTO audit_entry (county, id, at, account_id, action, subject_kind, subject, purpose, detail,
                         address)
SELECT county, id, at, account_id, action, subject_kind, subject, purpose, detail, address
FROM entry
