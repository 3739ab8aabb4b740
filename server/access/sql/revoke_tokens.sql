-- $1 county $2 account $3 now; api_token_account
UPDATE api_token SET revoked_at = $3
WHERE county = $1 AND account_id = $2 AND revoked_at IS NULL
