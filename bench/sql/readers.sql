-- Whoever reads cases, with the place of the right (of a handler that of the unit): a row for each
-- account, in an order that mixes the roles.
SELECT json_build_object('county', county, 'account', account_id, 'role', role, 'path', path)
FROM (
    SELECT DISTINCT ON (g.county, g.account_id)
           g.county, g.account_id, g.role, COALESCE(g.path, u.path) AS path
    FROM role_grant g
    JOIN account a ON a.county = g.county AND a.id = g.account_id
    LEFT JOIN unit u ON u.county = g.county AND u.id = g.unit_id
    WHERE g.role IN ('grid_worker', 'grid_lead', 'dispatcher', 'handler', 'supervisor')
      AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
      AND a.disabled_at IS NULL
    ORDER BY g.county, g.account_id, g.role, g.path
) readers
ORDER BY md5(account_id::text);
