-- The history of both: steps, a merge among them, clocks, a plate, the reporter, a session, a watcher.
INSERT INTO case_step (county, case_id, no, id, action, at, account, by_name, by_duty, capacity, state, text, body) VALUES
    ('371323', '00000000-0000-7000-8000-000000000141', 1, '00000000-0000-7000-8000-000000000151', 'report', '2025-06-02 09:01+08', '00000000-0000-7000-8000-0000000000a1', '一号', 'grid_worker', 'reporter', 'reported', '', '{}'),
    ('371323', '00000000-0000-7000-8000-000000000141', 2, '00000000-0000-7000-8000-000000000152', 'assign', '2025-06-02 09:30+08', '00000000-0000-7000-8000-0000000000a2', '二号', 'dispatcher', 'desk', 'assigned', '请处理', '{"unit":"00000000-0000-7000-8000-0000000000e1"}'),
    ('371323', '00000000-0000-7000-8000-000000000142', 1, '00000000-0000-7000-8000-000000000153', 'report', '2025-06-02 10:00+08', NULL, '', '', 'reporter', 'reported', '', '{}'),
    ('371323', '00000000-0000-7000-8000-000000000142', 2, '00000000-0000-7000-8000-000000000154', 'merge', '2025-06-02 10:05+08', '00000000-0000-7000-8000-0000000000a2', '二号', 'dispatcher', 'desk', 'merged', '', '{"other_case":"00000000-0000-7000-8000-000000000141"}');
INSERT INTO case_clock (county, case_id, stage, round, holder, started_at, limit_amount, limit_unit, extra_amount, extra_unit, yellow_at,
                        due_at, provisional, ended, stopped_at, paused_from, paused_until, plate) VALUES
    ('371323', '00000000-0000-7000-8000-000000000141', 'answer', 1, 'desk', '2025-06-02 09:00+08', 5, 'working_days', NULL, NULL, '2025-06-06 09:00+08', '2025-06-09 09:00+08', true, 'running', NULL, '{}', '{}', 'none'),
    ('371323', '00000000-0000-7000-8000-000000000141', 'handle', 1, 'unit', '2025-06-02 09:30+08', 5, 'working_days', 2, 'working_days', '2025-06-06 09:30+08', '2025-06-11 09:30+08', false, 'done', '2025-06-05 09:30+08', '{"2025-06-03 09:00+08"}', '{"2025-06-04 09:00+08"}', 'yellow');
INSERT INTO case_plate (county, case_id, id, level, cause, issuer_name, issuer_duty, reason, raised_at, reply_due_at) VALUES
    ('371323', '00000000-0000-7000-8000-000000000141', '00000000-0000-7000-8000-000000000155', 'yellow', 'not_signed', '二号', 'dispatcher', '未签收', '2025-06-04 09:30+08', '2025-06-06 09:30+08');
INSERT INTO case_reporter (county, case_id, name_masked, phone_masked, contact_sealed, phone_key, wants_answer) VALUES
    ('371323', '00000000-0000-7000-8000-000000000141', '王*', '138****0000', '\x01020304', '\x0a0b', true);
INSERT INTO case_session (county, case_id, no, meets_at, meeting_place, subject, summoned, decision) VALUES
    ('371323', '00000000-0000-7000-8000-000000000141', 1, '2025-06-05 14:30+08', '镇会议室', '路灯', '{00000000-0000-7000-8000-0000000000e2}', '');
INSERT INTO case_watch (county, account, case_id, received_at) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-000000000141', '2025-06-02 09:00+08');
