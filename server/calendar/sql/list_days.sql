-- The days of one imported version, in order. $1 county $2 year $3 version; calendar_day_pkey
SELECT day, working, holiday, name_zh, name_en
FROM calendar_day
WHERE county = $1 AND year = $2 AND version = $3
ORDER BY day
