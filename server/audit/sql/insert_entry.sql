-- An entry, and that it waits for its seal. Named as the members of EntryWrite; audit_entry_pkey,
-- audit_pending_pkey
WITH pending AS (
    INSERT INTO audit_pending (county, entry_id) VALUES ($county, $id)
)
INSERT INTO audit_entry (county, id, at, account_id, action, subject_kind, subject, purpose, detail,
                         address)
VALUES ($county, $id, $at, $account_id, $action, $subject_kind, $subject, $purpose, $detail,
        $address)
