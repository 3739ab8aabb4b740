-- Tiles of $county: $zoom, $x, $y and $octets, an array each; map_tile_pkey
INSERT INTO map_tile (county, zoom, x, y, octets)
SELECT $county, one.zoom, one.x, one.y, one.octets
FROM unnest($zoom::smallint[], $x::integer[], $y::integer[], $octets::bytea[]) AS one (zoom, x, y, octets)
