-- $1 county $2 roles $3 the node and the nodes above it $4 now $5 limit; role_grant_path
SELECT g.account_id, a.login, n.display_name, g.id AS grant_id, g.role, g.path, g.valid_to
FROM role_grant g
JOIN account a ON a.county = $1 AND a.id = g.account_id
JOIN account_name n ON n.county = $1 AND n.account_id = g.account_id
WHERE g.county = $1 AND g.path = ANY ($3) AND g.role = ANY ($2)
  AND g.valid_from <= $4 AND (g.valid_to IS NULL OR g.valid_to > $4) AND a.disabled_at IS NULL
ORDER BY a.login, g.id
LIMIT $5
