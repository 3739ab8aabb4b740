-- $1 county $2 token hash; session_token_key, account_pkey, account_name_pkey, credential_pkey
SELECT s.id, s.account_id, s.created_at, s.seen_at, a.login, n.display_name,
       c.password_change_needed, c.totp_confirmed_at IS NOT NULL AS totp_on
FROM session s
JOIN account a ON a.county = $1 AND a.id = s.account_id
JOIN account_name n ON n.county = $1 AND n.account_id = s.account_id
JOIN credential c ON c.county = $1 AND c.account_id = s.account_id
WHERE s.county = $1 AND s.token_hash = $2 AND s.ended_at IS NULL AND a.disabled_at IS NULL
