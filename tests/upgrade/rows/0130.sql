INSERT INTO map_tile_set (county, version, west, south, east, north, min_zoom, max_zoom, tiles, octets, attribution,
                          attribution_url, imported_at) VALUES
    ('371323', '0123456789abcdef', 118.2, 35.6, 119.1, 36.3, 6, 14, 1, 4, '© OpenStreetMap contributors',
     'https://www.openstreetmap.org/copyright', '2026-11-29 00:00+08');
INSERT INTO map_tile (county, zoom, x, y, octets) VALUES ('371323', 6, 53, 25, '\x1f8b0800');
