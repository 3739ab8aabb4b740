-- $1 county $2 digest that the reader has, or null: then the document is left out when it is the
-- same; base_map_pkey
SELECT digest, CASE WHEN digest IS DISTINCT FROM $2 THEN geojson END AS geojson
FROM base_map
WHERE county = $1
