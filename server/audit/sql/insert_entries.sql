-- Entries, and that they wait for their seal together: insert_entry for several. Named as the members of
-- EntryWrite, an array each; audit_entry_pkey, audit_pending_pkey
WITH pending AS (
    INSERT INTO audit_pending (county, entry_id, more)
    SELECT ($county::text[])[1], ($id::uuid[])[1], ($id::uuid[])[2:]
)
INSERT INTO audit_entry (county, id, at, account_id, action, subject_kind, subject, purpose, detail,
                         address)
SELECT county, id, at, account_id, action, subject_kind, subject, purpose, detail, address
FROM unnest(
    $county::text[], $id::uuid[], $at::timestamptz[], $account_id::uuid[], $action::text[],
    $subject_kind::text[], $subject::text[], $purpose::text[], $detail::json[], $address::text[]
) AS one (county, id, at, account_id, action, subject_kind, subject, purpose, detail, address)
