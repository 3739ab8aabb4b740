-- $1 county $2 account $3 id $4 now; api_token_pkey
UPDATE api_token SET revoked_at = $4
WHERE county = $1 AND account_id = $2 AND id = $3 AND revoked_at IS NULL
