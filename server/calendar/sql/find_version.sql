-- Grows with every import and with every change of a county's setting. $1 county;
-- calendar_setting_pkey, and calendar_year whole: a row per imported version, a handful
SELECT (SELECT count(*) FROM calendar_year)
     + COALESCE((SELECT version FROM calendar_setting WHERE county = $1), 0)
