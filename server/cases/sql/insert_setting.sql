-- $1 county $2 version $3 from $4 account, then the numbers; somebody faster violates
-- case_setting_pkey
INSERT INTO case_setting
    (county, version, valid_from, set_by, returns, reworks, reopens, extensions,
     most_suspended_days, sample_percent, archive_followed_up_days, archive_closed_days,
     sign_yellow_days, sign_red_days, answer_yellow_days, answer_red_days, reply_days)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
