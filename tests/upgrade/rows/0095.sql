INSERT INTO device_failure (county, account_id, device_id, failures, first_failure_at) VALUES
    ('371323', '00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-000000000161', 2, '2025-06-01 08:00+08');
