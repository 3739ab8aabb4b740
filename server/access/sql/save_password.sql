-- $1 county $2 account $3 hash $4 now $5 change needed; credential_pkey
UPDATE credential
SET password_hash = $3, password_changed_at = $4, password_change_needed = $5,
    failures = 0, first_failure_at = NULL, locked_until = NULL
WHERE county = $1 AND account_id = $2
