-- Who somebody is without a session: for work that he has asked for. $1 county $2 account;
-- account_pkey, account_name_pkey, credential_pkey
SELECT a.login, n.display_name, c.password_change_needed, c.totp_confirmed_at IS NOT NULL AS totp_on
FROM account a
JOIN account_name n ON n.county = $1 AND n.account_id = a.id
JOIN credential c ON c.county = $1 AND c.account_id = a.id
WHERE a.county = $1 AND a.id = $2 AND a.disabled_at IS NULL
