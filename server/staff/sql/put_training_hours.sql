-- $1 county $2 hours a year; staff_setting_pkey
INSERT INTO staff_setting (county, training_hours) VALUES ($1, $2)
ON CONFLICT (county) DO UPDATE SET training_hours = EXCLUDED.training_hours
