-- $1 county $2 account $3 not ended at; role_grant_account
SELECT g.id, g.role, g.path, g.unit_id, g.valid_from, g.valid_to
FROM role_grant g
WHERE g.county = $1 AND g.account_id = $2 AND (g.valid_to IS NULL OR g.valid_to > $3)
ORDER BY g.valid_from, g.id
LIMIT 1000
