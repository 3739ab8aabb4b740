-- $1 county $2 account $3 sealed secret $4 confirmed at $5 last step; credential_pkey
UPDATE credential SET totp_secret = $3, totp_confirmed_at = $4, totp_last_step = $5
WHERE county = $1 AND account_id = $2
