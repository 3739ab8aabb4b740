-- As a plan in force has it. $1 county $2 id $3 valid_from seen $4 code $5 name $6 kind $7 households
-- $8 boundary (GeoJSON) $9 new valid_from; territory_pkey
UPDATE territory
SET code = $4, name = $5, kind = $6, households = $7, boundary = ST_GeomFromGeoJSON($8::text),
    valid_from = $9
WHERE county = $1 AND id = $2 AND valid_from = $3 AND valid_to IS NULL
