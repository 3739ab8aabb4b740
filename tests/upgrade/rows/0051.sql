-- The centre of the county and a station of the town.
INSERT INTO unit (county, id, node_id, parent_id, path, name, short_name, kind, phone, duties, valid_from, valid_to) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000e2', '00000000-0000-7000-8000-000000000111', NULL, '371323', '县网格中心', '县中心', 'centre', '', '', '2020-01-01 00:00+08', NULL),
    ('371323', '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-000000000112', '00000000-0000-7000-8000-0000000000e2', '371323/101', '公共事务服务中心', '', 'station', '0539-1', '路灯', '2020-01-01 00:00+08', NULL);
