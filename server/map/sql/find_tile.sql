-- The version of the tiles of $county and one of them, $zoom $x $y: null when there is none there, or
-- when the reader has it, of the version $known (null: has nothing); map_tile_set_pkey, map_tile_pkey
SELECT s.version, t.octets
FROM map_tile_set s
LEFT JOIN map_tile t ON t.county = $county AND t.zoom = $zoom AND t.x = $x AND t.y = $y
    AND s.version IS DISTINCT FROM $known
WHERE s.county = $county
