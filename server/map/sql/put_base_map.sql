-- $1 county $2 geojson $3 digest $4 now; base_map_pkey
INSERT INTO base_map (county, geojson, digest, changed_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT (county) DO UPDATE
SET geojson = EXCLUDED.geojson, digest = EXCLUDED.digest, changed_at = EXCLUDED.changed_at
