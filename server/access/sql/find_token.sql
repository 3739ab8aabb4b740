-- $1 county $2 token hash $3 now; api_token_token_key, account_pkey, account_name_pkey,
-- credential_pkey
SELECT t.id, t.account_id, t.permissions, t.expires_at, t.used_at, a.login, n.display_name,
       c.totp_confirmed_at IS NOT NULL AS totp_on
FROM api_token t
JOIN account a ON a.county = $1 AND a.id = t.account_id
JOIN account_name n ON n.county = $1 AND n.account_id = t.account_id
JOIN credential c ON c.county = $1 AND c.account_id = t.account_id
WHERE t.county = $1 AND t.token_hash = $2 AND t.revoked_at IS NULL AND t.expires_at > $3
  AND a.disabled_at IS NULL
