-- Open or closed. $1 county $2 id; territory_pkey
SELECT id, parent_id, path, code, name, level, kind, households,
       ST_AsGeoJSON(boundary, 15, 0) AS boundary, valid_from
FROM territory
WHERE county = $1 AND id = $2
