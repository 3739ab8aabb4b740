-- A post was handed over; the holdings are those of 0060.
INSERT INTO staff_handover (county, id, member_id, to_member_id, path, at, note, ended, begun, written_by, written_at) VALUES
    ('371323', '00000000-0000-7000-8000-000000000132', '00000000-0000-7000-8000-000000000121', '00000000-0000-7000-8000-000000000122', '371323/101/204/003', '2025-06-01 00:00+08', '钥匙', '{00000000-0000-7000-8000-000000000124}', '{00000000-0000-7000-8000-000000000125}', NULL, '2025-06-01 00:00+08');
