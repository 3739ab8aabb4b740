-- The newest imported version of every year. $1 county; calendar_year_pkey
SELECT DISTINCT ON (year) year, version, source
FROM calendar_year
WHERE county = $1
ORDER BY year, version DESC
