-- One that is due and one that was put aside.
INSERT INTO job (county, id, kind, once_key, payload, due_at, attempts, last_error, failed_at) VALUES
    ('371323', '00000000-0000-7000-8000-000000000101', 'audit_seal', 'audit_seal', '{}', '2025-03-01 08:00+08', 0, NULL, NULL),
    ('371323', '00000000-0000-7000-8000-000000000102', 'recompute', NULL, '{"year":2027}', '2025-03-01 08:00+08', 6, 'no answer', '2025-03-01 12:00+08');
