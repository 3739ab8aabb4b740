-- $1 county $2 id $3 parent $4 path $5 code $6 name $7 level $8 kind $9 households
-- $10 boundary (GeoJSON) $11 valid from; territory_pkey
INSERT INTO territory (county, id, parent_id, path, code, name, level, kind, households, boundary,
                       valid_from)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ST_GeomFromGeoJSON($10::text), $11)
ON CONFLICT (county, id) DO NOTHING
