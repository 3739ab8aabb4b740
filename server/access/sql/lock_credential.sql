-- $1 county $2 account; credential_pkey
SELECT c.password_hash, c.password_changed_at, c.password_change_needed, c.failures,
       c.first_failure_at, c.locked_until, c.totp_secret, c.totp_confirmed_at, c.totp_last_step
FROM credential c
WHERE c.county = $1 AND c.account_id = $2
FOR UPDATE
