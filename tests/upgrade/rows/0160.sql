-- A training and what it said before it was corrected; the county asks for 24 hours a year.
INSERT INTO staff_record (county, id, member_id, path, kind, manner, post_id, title, from_on, to_on, hours, note, version, written_by, written_at, removed) VALUES
    ('371323', '00000000-0000-7000-8000-000000000131', '00000000-0000-7000-8000-000000000121', '371323/101/204/003', 'training', 'yearly', NULL, '消防培训', '2025-03-03', NULL, 4, '', 2, '00000000-0000-7000-8000-0000000000a1', '2025-03-05 00:00+08', false);
INSERT INTO staff_record_past (county, id, version, path, manner, post_id, title, from_on, to_on, hours, note, written_by, written_at) VALUES
    ('371323', '00000000-0000-7000-8000-000000000131', 1, '371323/101/204/003', 'yearly', NULL, '消防培训', '2025-03-03', NULL, 8, '', '00000000-0000-7000-8000-0000000000a1', '2025-03-04 00:00+08');
INSERT INTO staff_setting (county, training_hours) VALUES ('371323', 24);
