-- $1 county; case_setting_pkey backwards
SELECT COALESCE((SELECT version FROM case_setting WHERE county = $1 ORDER BY version DESC LIMIT 1), 0)
