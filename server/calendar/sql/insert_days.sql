-- All days of a version at once. $1 county $2 year $3 version $4 days $5 working (1 or 0) $6 holidays
-- $7 names in Chinese $8 in English, arrays of one length; calendar_day_pkey
INSERT INTO calendar_day (county, year, version, day, working, holiday, name_zh, name_en)
SELECT $1, $2, $3, one.day, one.working = 1, one.holiday, one.name_zh, one.name_en
FROM unnest($4::date[], $5::integer[], $6::text[], $7::text[], $8::text[])
    AS one (day, working, holiday, name_zh, name_en)
