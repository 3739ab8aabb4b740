-- The tiles that $county has; map_tile_set_pkey
SELECT version, west, south, east, north, min_zoom, max_zoom, tiles, octets, attribution,
       attribution_url
FROM map_tile_set
WHERE county = $county
