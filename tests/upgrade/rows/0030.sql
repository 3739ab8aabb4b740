-- A year that the county imported, and its own hours.
INSERT INTO calendar_year (county, year, version, source, imported_at, imported_by) VALUES
    ('371323', 2027, 1, '国务院办公厅', '2026-11-10 09:00+08', '00000000-0000-7000-8000-0000000000a2');
INSERT INTO calendar_day (county, year, version, day, working, holiday, name_zh, name_en) VALUES
    ('371323', 2027, 1, '2027-01-01', false, 'new_year', '元旦', 'New Year'),
    ('371323', 2027, 1, '2027-01-02', true, 'new_year', '元旦', 'New Year');
INSERT INTO calendar_setting (county, version, hours, yellow_percent, yellow_working_days, yellow_minutes) VALUES
    ('371323', 1, '08:30-12:00,14:00-17:30', 20, 1, 30);
