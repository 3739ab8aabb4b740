-- County, town, village, a grid with a boundary, and what the grid was before.
INSERT INTO territory_setting (county, code_rule, level_names, complaint_phone) VALUES
    ('371323', 'eighteen_digits', '{"grid":"网格"}', '0539-0000000');
INSERT INTO snapshot_version (county, name, version) VALUES ('371323', 'territory', 4);
INSERT INTO territory (county, id, parent_id, path, code, name, level, kind, households, boundary, valid_from, valid_to) VALUES
    ('371323', '00000000-0000-7000-8000-000000000111', NULL, '371323', '371323', '县', 'county', 'division', NULL, NULL, '2020-01-01 00:00+08', NULL),
    ('371323', '00000000-0000-7000-8000-000000000112', '00000000-0000-7000-8000-000000000111', '371323/101', '371323101', '镇', 'town', 'division', NULL, NULL, '2020-01-01 00:00+08', NULL),
    ('371323', '00000000-0000-7000-8000-000000000113', '00000000-0000-7000-8000-000000000112', '371323/101/204', '371323101204', '村', 'village', 'division', 900, NULL, '2020-01-01 00:00+08', NULL),
    ('371323', '00000000-0000-7000-8000-000000000114', '00000000-0000-7000-8000-000000000113', '371323/101/204/003', '371323101204003100', '第三网格', 'grid', 'general', 380,
        ST_SetSRID(ST_Multi(ST_MakeEnvelope(118.61, 35.78, 118.62, 35.79)), 4326), '2024-06-01 00:00+08', NULL);
INSERT INTO territory_past (county, id, parent_id, path, code, name, level, kind, households, boundary, valid_from, valid_to) VALUES
    ('371323', '00000000-0000-7000-8000-000000000114', '00000000-0000-7000-8000-000000000113', '371323/101/204/003', '371323101204003100', '三网格', 'grid', 'general', 400, NULL, '2020-01-01 00:00+08', '2024-06-01 00:00+08');
