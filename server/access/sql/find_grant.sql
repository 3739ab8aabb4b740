-- $1 county $2 id; role_grant_pkey
SELECT g.id, g.account_id, g.role, g.path, g.unit_id, g.valid_from, g.valid_to
FROM role_grant g
WHERE g.county = $1 AND g.id = $2
