-- $1 county $2 account $3 password hash $4 now $5 change needed; credential_pkey
INSERT INTO credential (county, account_id, password_hash, password_changed_at,
                        password_change_needed)
VALUES ($1, $2, $3, $4, $5)
