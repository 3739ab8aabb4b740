INSERT INTO base_map (county, geojson, digest, changed_at) VALUES
    ('371323', '{"type":"FeatureCollection","features":[]}', '0123456789abcdef', '2025-01-01 00:00+08');
