-- $1 county $2 id $3 valid_from seen $4 name $5 kind $6 households $7 boundary (GeoJSON)
-- $8 new valid_from; territory_pkey
UPDATE territory
SET name = $4, kind = $5, households = $6, boundary = ST_GeomFromGeoJSON($7::text), valid_from = $8
WHERE county = $1 AND id = $2 AND valid_from = $3 AND valid_to IS NULL
