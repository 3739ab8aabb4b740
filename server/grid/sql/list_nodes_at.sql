-- The territory as it was in force at a moment. $1 county $2 moment; territory_pkey,
-- territory_past_pkey
SELECT id, parent_id, path, code, name, level, kind, households,
       ST_AsGeoJSON(boundary, 15, 0) AS boundary, valid_from
FROM territory
WHERE county = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
UNION ALL
SELECT id, parent_id, path, code, name, level, kind, households,
       ST_AsGeoJSON(boundary, 15, 0) AS boundary, valid_from
FROM territory_past
WHERE county = $1 AND valid_from <= $2 AND valid_to > $2
