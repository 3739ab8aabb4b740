-- Every tile of $county, before others take their place; map_tile_pkey
DELETE FROM map_tile
WHERE county = $county
