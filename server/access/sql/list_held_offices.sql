-- $1 county $2 account $3 not ended at; role_grant_account, unit_pkey
SELECT g.office, COALESCE(g.path, u.path) AS path
FROM role_grant g
LEFT JOIN unit u ON u.county = $1 AND u.id = g.unit_id
WHERE g.county = $1 AND g.account_id = $2 AND (g.valid_to IS NULL OR g.valid_to > $3)
LIMIT 1000
