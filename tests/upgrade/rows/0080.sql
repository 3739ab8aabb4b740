-- A case that is handled with another unit's help, and a second report of it.
INSERT INTO cases (county, id, code, step_no, channel, matter_id, urgency, description, words, outside_no, node_id, grid_path, desk_path,
                   lead_unit, lon, lat, cell, address, received_at, reported_at, reported_by, accepted_at, dispatched_at, handle_due_at,
                   answer_due_at, state, extension, suspension, session, sample, plate, designated, self_closed, confidential, answer_wanted,
                   open_co_tasks, merged_reports, merged_into, state_before, returns, reworks, reopens, passes, merges, extensions,
                   suspensions, sessions, plates, co_units, secrecies, suspended_days, answer, due_at, yellow_at, next_look_at, sort_at) VALUES
    ('371323', '00000000-0000-7000-8000-000000000141', '371323202500001', 4, 'hotline', '00000000-0000-7000-8000-000000000131', 'ordinary',
     '路灯不亮三天了', to_tsvector('simple', '路灯 灯不 不亮'), '12345-1', '00000000-0000-7000-8000-000000000114', '371323/101/204/003', '371323/101',
     '00000000-0000-7000-8000-0000000000e1', 118.615, 35.785, 77, '文化路 3 号', '2025-06-02 09:00+08', '2025-06-02 09:01+08',
     '00000000-0000-7000-8000-0000000000a1', '2025-06-02 09:10+08', '2025-06-02 09:30+08', '2025-06-09 09:30+08', '2025-06-09 09:00+08',
     'handling', 'none', 'none', 'called', 'none', 'yellow', false, false, false, true, 1, 1, NULL, NULL,
     0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, '', '2025-06-09 09:00+08', '2025-06-06 09:00+08', '2025-06-06 09:00+08', '2025-06-02 09:00+08'),
    ('371323', '00000000-0000-7000-8000-000000000142', '371323202500002', 2, 'resident', '00000000-0000-7000-8000-000000000131', 'ordinary',
     '灯坏了', to_tsvector('simple', '灯坏 坏了'), NULL, '00000000-0000-7000-8000-000000000114', '371323/101/204/003', '371323/101',
     NULL, NULL, NULL, NULL, '', '2025-06-02 10:00+08', '2025-06-02 10:00+08', NULL, NULL, NULL, NULL, NULL,
     'merged', 'none', 'none', 'none', 'none', 'none', false, false, true, false, 0, 0, '00000000-0000-7000-8000-000000000141', 'reported',
     0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, '', NULL, NULL, NULL, '2025-06-02 10:00+08');
INSERT INTO case_co_unit (county, case_id, unit_id, has_task, attended, called, done_at, received_at, sort_at, waits) VALUES
    ('371323', '00000000-0000-7000-8000-000000000141', '00000000-0000-7000-8000-0000000000e2', true, false, true, NULL, '2025-06-02 09:40+08', '2025-06-02 09:40+08', true);
INSERT INTO case_number (county, year, next) VALUES ('371323', 2025, 3);
