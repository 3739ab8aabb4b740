-- The newest imported version of every year. calendar_year_pkey
SELECT DISTINCT ON (year) year, version, source
FROM calendar_year
ORDER BY year, version DESC
