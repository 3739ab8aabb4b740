-- $1 county; calendar_setting_pkey
SELECT hours, yellow_percent, yellow_working_days, yellow_minutes
FROM calendar_setting
WHERE county = $1
