INSERT INTO case_setting (county, version, valid_from, set_by, returns, reworks, reopens, extensions, most_suspended_days, sample_percent,
                          archive_followed_up_days, archive_closed_days, sign_yellow_days, sign_red_days, answer_yellow_days,
                          answer_red_days, reply_days) VALUES
    ('371323', 1, '2025-01-01 00:00+08', '00000000-0000-7000-8000-0000000000a2', 2, 3, 2, 1, 90, 10, 7, 30, 1, 2, 5, 10, 2);
