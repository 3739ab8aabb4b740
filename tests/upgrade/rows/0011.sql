-- A session that lasts, one that ended, and a token.
INSERT INTO session (county, id, account_id, token_hash, created_at, seen_at, ended_at, address, agent) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000a1', sha256('one'), '2025-03-01 08:00+08', '2025-03-01 09:00+08', NULL, '192.0.2.7', 'phone'),
    ('371323', '00000000-0000-7000-8000-0000000000b2', '00000000-0000-7000-8000-0000000000a2', sha256('two'), '2025-03-01 08:00+08', '2025-03-01 09:00+08', '2025-03-01 10:00+08', NULL, NULL);
INSERT INTO api_token (county, id, account_id, name, token_hash, permissions, created_at, expires_at) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000b3', '00000000-0000-7000-8000-0000000000a2', 'reports', sha256('three'), '{case.read}', '2025-03-01 08:00+08', '2026-03-01 08:00+08');
