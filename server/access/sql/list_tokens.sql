-- $1 county $2 account $3 now; api_token_account
SELECT t.id, t.name, t.permissions, t.created_at, t.expires_at, t.used_at
FROM api_token t
WHERE t.county = $1 AND t.account_id = $2 AND t.revoked_at IS NULL AND t.expires_at > $3
ORDER BY t.created_at, t.id
LIMIT 100
