-- A plan that came into force: a draft of the town, approved by the county, put in force by the system.
INSERT INTO territory_plan (county, id, node_id, path, name, note, state, in_force_on, revision, changed_at, submitted_by, approved_by, in_force_at) VALUES
    ('371323', '00000000-0000-7000-8000-000000001501', '00000000-0000-7000-8000-000000000112', '371323/101', '镇网格调整', '', 'in_force', '2026-03-02', 4, '2026-03-02 00:00+08',
        '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000012', '2026-03-02 00:00+08');
INSERT INTO territory_plan_change (county, plan_id, no, kind, touches, results) VALUES
    ('371323', '00000000-0000-7000-8000-000000001501', 1, 'renumber',
        '[{"id":"00000000-0000-7000-8000-000000000114","seen":"2024-06-01T00:00:00Z","parent_id":"00000000-0000-7000-8000-000000000113","code":"371323101204003100","name":"第三网格","level":"grid","kind":"general","households":380,"boundary":null}]',
        '[{"id":"00000000-0000-7000-8000-000000000114","seen":null,"parent_id":"00000000-0000-7000-8000-000000000113","code":"371323101204005100","name":"第五网格","level":"grid","kind":"general","households":380,"boundary":null}]');
INSERT INTO territory_plan_step (county, plan_id, no, action, at, account, by_name, reason) VALUES
    ('371323', '00000000-0000-7000-8000-000000001501', 1, 'draft', '2026-03-01 09:00+08', '00000000-0000-7000-8000-000000000011', '镇管理员', ''),
    ('371323', '00000000-0000-7000-8000-000000001501', 2, 'put_in_force', '2026-03-02 00:00+08', NULL, '', '');
