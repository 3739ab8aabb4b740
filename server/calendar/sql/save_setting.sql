-- $1 county $2 hours $3 percent $4 working days $5 minutes; calendar_setting_pkey
INSERT INTO calendar_setting
    (county, version, hours, yellow_percent, yellow_working_days, yellow_minutes)
VALUES ($1, 1, $2, $3, $4, $5)
ON CONFLICT (county) DO UPDATE
SET version = calendar_setting.version + 1, hours = EXCLUDED.hours,
    yellow_percent = EXCLUDED.yellow_percent,
    yellow_working_days = EXCLUDED.yellow_working_days, yellow_minutes = EXCLUDED.yellow_minutes
