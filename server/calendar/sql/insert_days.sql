-- All days of a version at once. $1 year $2 version $3 days $4 working (1 or 0) $5 holidays
-- $6 names in Chinese $7 in English, arrays of one length; calendar_day_pkey
INSERT INTO calendar_day (year, version, day, working, holiday, name_zh, name_en)
SELECT $1, $2, one.day, one.working = 1, one.holiday, one.name_zh, one.name_en
FROM unnest($3::date[], $4::integer[], $5::text[], $6::text[], $7::text[])
    AS one (day, working, holiday, name_zh, name_en)
