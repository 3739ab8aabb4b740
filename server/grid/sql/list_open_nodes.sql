-- The territory as it stands. $1 county; territory_path_key
SELECT id, parent_id, path, code, name, level, kind, households,
       ST_AsGeoJSON(boundary, 15, 0) AS boundary, valid_from
FROM territory
WHERE county = $1 AND valid_to IS NULL
ORDER BY path
