-- $1 county $2 account $3 failures $4 first failure $5 locked until; credential_pkey
UPDATE credential SET failures = $3, first_failure_at = $4, locked_until = $5
WHERE county = $1 AND account_id = $2
