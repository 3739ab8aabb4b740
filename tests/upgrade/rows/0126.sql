-- A copy of a list that is ready, and one that failed.
INSERT INTO case_export (county, id, account, name, format, language, query, state, rows, bytes, fault, asked_at, finished_at, scope) VALUES
    ('371323', '00000000-0000-7000-8000-000000001261', '00000000-0000-7000-8000-0000000000a2', '在办', 'xlsx', 'zh-CN', '{"view":"open"}', 'ready', 12, 4096, NULL,
        '2026-11-29 09:00+08', '2026-11-29 09:01+08', '371323'),
    ('371323', '00000000-0000-7000-8000-000000001262', '00000000-0000-7000-8000-0000000000a2', '办结', 'csv', 'en', '{"view":"done"}', 'failed', 0, NULL, 'export_too_long',
        '2026-11-29 09:00+08', '2026-11-29 09:04+08', '371323');
