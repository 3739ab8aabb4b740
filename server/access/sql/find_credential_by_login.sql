-- $1 county $2 login; account_login_key, credential_pkey
SELECT c.account_id, c.password_hash
FROM account a
JOIN credential c ON c.county = $1 AND c.account_id = a.id
WHERE a.county = $1 AND a.login = $2 AND a.disabled_at IS NULL
