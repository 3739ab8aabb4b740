-- Accounts, each with a name and a password; one with a second factor.
INSERT INTO account (county, id, login, path, created_at, disabled_at) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000a1', 'worker', '371323/101/204/003', '2024-01-05 08:00+08', NULL),
    ('371323', '00000000-0000-7000-8000-0000000000a2', 'centre', '371323', '2024-01-05 08:00+08', NULL),
    ('371323', '00000000-0000-7000-8000-0000000000a3', 'gone', '371323/101', '2024-01-05 08:00+08', '2025-02-01 08:00+08');
INSERT INTO account_name (county, account_id, display_name) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000a1', '一号'),
    ('371323', '00000000-0000-7000-8000-0000000000a2', '二号'),
    ('371323', '00000000-0000-7000-8000-0000000000a3', '三号');
INSERT INTO credential (county, account_id, password_hash, password_changed_at, password_change_needed,
                        failures, totp_secret, totp_confirmed_at) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000a1', '$argon2id$v=19$one', '2024-01-05 08:00+08', false, 0, NULL, NULL),
    ('371323', '00000000-0000-7000-8000-0000000000a2', '$argon2id$v=19$two', '2024-01-06 08:00+08', true, 3, '\x0102', '2024-01-07 08:00+08');
INSERT INTO access_version (county, version) VALUES ('371323', 7);
