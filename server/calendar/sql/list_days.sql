-- The days of one imported version, in order. $1 year $2 version; calendar_day_pkey
SELECT day, working, holiday, name_zh, name_en
FROM calendar_day
WHERE year = $1 AND version = $2
ORDER BY day
