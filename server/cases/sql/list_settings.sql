-- The newest first. $1 county $2 how many; case_setting_pkey backwards
SELECT version, valid_from, set_by, returns, reworks, reopens, extensions, most_suspended_days,
       sample_percent, archive_followed_up_days, archive_closed_days, sign_yellow_days,
       sign_red_days, answer_yellow_days, answer_red_days, reply_days
FROM case_setting
WHERE county = $1
ORDER BY version DESC
LIMIT $2
