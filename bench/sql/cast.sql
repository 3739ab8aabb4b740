-- Who can take a case from its report to its end, a row for each grid that is fully staffed: its
-- worker (A of the post, and not away), the lead of its village, a dispatcher and a handler of its
-- town. Beside them what a report of that grid looks like, from one of its latest closed cases.
WITH live AS (
    SELECT g.county, g.account_id, g.role, g.path, g.unit_id
    FROM role_grant g
    JOIN account a ON a.county = g.county AND a.id = g.account_id
    JOIN credential c ON c.county = g.county AND c.account_id = g.account_id
    WHERE g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
      AND a.disabled_at IS NULL AND NOT c.password_change_needed
), workers AS (
    SELECT p.county, p.path, min(m.account_id::text) AS account
    FROM post p
    JOIN post_holding h ON h.county = p.county AND h.post_id = p.id AND h.side = 'a'
    JOIN staff_member m ON m.county = h.county AND m.id = h.member_id
    JOIN live ON live.county = p.county AND live.account_id = m.account_id
             AND live.role = 'grid_worker' AND live.path = p.path
    WHERE p.kind IN ('worker', 'part_time_worker')
      AND p.valid_from <= now() AND (p.valid_to IS NULL OR p.valid_to > now())
      AND h.valid_from <= now() AND (h.valid_to IS NULL OR h.valid_to > now())
      AND NOT EXISTS (SELECT FROM post_away w
                      WHERE w.county = h.county AND w.holding_id = h.id
                        AND w.away_from <= now() AND (w.away_to IS NULL OR w.away_to > now()))
    GROUP BY p.county, p.path
), handlers AS (
    SELECT u.county, u.path, u.id AS unit, min(live.account_id::text) AS account,
           row_number() OVER (PARTITION BY u.path ORDER BY u.id) - 1 AS nr,
           count(*) OVER (PARTITION BY u.path) AS units
    FROM unit u
    JOIN live ON live.county = u.county AND live.unit_id = u.id AND live.role = 'handler'
    WHERE u.kind = 'station' AND u.valid_to IS NULL
    GROUP BY u.county, u.path, u.id
), grids AS (
    SELECT g.county, g.path, v.path AS village, t.path AS town,
           row_number() OVER (ORDER BY g.path) AS nr
    FROM territory g
    JOIN territory v ON v.county = g.county AND v.id = g.parent_id
    JOIN territory t ON t.county = v.county AND t.id = v.parent_id
    WHERE g.level = 'grid' AND g.valid_to IS NULL
)
SELECT json_build_object(
    'county', g.county, 'grid', g.path, 'town', g.town, 'unit', h.unit, 'worker', worker.account,
    'lead', lead.account, 'desk', desk.account, 'handler', h.account, 'text', past.description,
    'address', past.address, 'lon', past.lon, 'lat', past.lat)
FROM grids g
JOIN workers worker ON worker.county = g.county AND worker.path = g.path
JOIN LATERAL (SELECT min(account_id::text) AS account FROM live
              WHERE role = 'grid_lead' AND path = g.village) lead ON lead.account IS NOT NULL
JOIN LATERAL (SELECT min(account_id::text) AS account FROM live
              WHERE role = 'dispatcher' AND path = g.town) desk ON desk.account IS NOT NULL
JOIN handlers h ON h.county = g.county AND h.path = g.town AND h.nr = g.nr % h.units
JOIN LATERAL (SELECT description, address, lon, lat FROM cases
              WHERE cases.county = g.county AND grid_path = g.path AND lon IS NOT NULL
                AND address <> '' AND NOT confidential
                AND state IN ('closed', 'followed_up', 'archived', 'rejected', 'voided', 'merged')
              ORDER BY received_at DESC LIMIT 1) past ON true
ORDER BY g.path;
