-- The members of TileSet, between county and moment of import, in place of the one before;
-- map_tile_set_pkey
INSERT INTO map_tile_set (county, version, west, south, east, north, min_zoom, max_zoom, tiles,
                          octets, attribution, attribution_url, imported_at)
VALUES ($county, $version, $west, $south, $east, $north, $min_zoom, $max_zoom, $tiles, $octets,
        $attribution, $attribution_url, $imported_at)
ON CONFLICT (county) DO UPDATE
SET version = EXCLUDED.version, west = EXCLUDED.west, south = EXCLUDED.south, east = EXCLUDED.east,
    north = EXCLUDED.north, min_zoom = EXCLUDED.min_zoom, max_zoom = EXCLUDED.max_zoom,
    tiles = EXCLUDED.tiles, octets = EXCLUDED.octets, attribution = EXCLUDED.attribution,
    attribution_url = EXCLUDED.attribution_url, imported_at = EXCLUDED.imported_at
