-- $1 county $2 login; account_login_key, account_name_pkey
SELECT a.id, a.login, n.display_name, a.path, a.created_at, a.disabled_at
FROM account a
JOIN account_name n ON n.county = $1 AND n.account_id = a.id
WHERE a.county = $1 AND a.login = $2
