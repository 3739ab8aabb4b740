-- Grows with every import and with every change of the setting. $1 county; calendar_setting_pkey,
-- calendar_year_pkey (a handful of rows)
SELECT (SELECT count(*) FROM calendar_year WHERE county = $1)
     + COALESCE((SELECT version FROM calendar_setting WHERE county = $1), 0)
