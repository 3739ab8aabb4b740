-- $1 county; staff_setting_pkey
SELECT training_hours FROM staff_setting WHERE county = $1
