-- $1 county $2 after login $3 limit $4 part of login or name, or null; account_login_key
SELECT a.id, a.login, n.display_name, a.path, a.created_at, a.disabled_at
FROM account a
JOIN account_name n ON n.county = $1 AND n.account_id = a.id
WHERE a.county = $1 AND a.login > $2
  AND ($4::text IS NULL OR strpos(a.login, $4) > 0 OR strpos(n.display_name, $4) > 0)
ORDER BY a.login
LIMIT $3
