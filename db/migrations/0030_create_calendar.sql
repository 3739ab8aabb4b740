-- Years of the State Council calendar imported after the program was built; those built in are in no
-- table. Of a county, although all have the same: nobody's import moves another county's deadlines.
-- A later version replaces an earlier one, none is ever changed: append-only.
CREATE TABLE calendar_year (
    county      text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    year        integer NOT NULL CHECK (year BETWEEN 1992 AND 2199),
    version     integer NOT NULL CHECK (version > 0),
    source      text NOT NULL CHECK (source <> '' AND length(source) <= 200),
    imported_at timestamptz NOT NULL,
    imported_by uuid,
    CONSTRAINT calendar_year_pkey PRIMARY KEY (county, year, version)
);

CREATE TABLE calendar_day (
    county  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    year    integer NOT NULL,
    version integer NOT NULL,
    day     date NOT NULL,
    working boolean NOT NULL,
    holiday text NOT NULL CHECK (holiday IN ('new_year', 'spring_festival', 'qingming',
        'labour_day', 'dragon_boat', 'mid_autumn', 'national_day', 'other')),
    name_zh text NOT NULL CHECK (name_zh <> '' AND length(name_zh) <= 40),
    name_en text NOT NULL CHECK (name_en <> '' AND length(name_en) <= 80),
    CONSTRAINT calendar_day_pkey PRIMARY KEY (county, year, version, day),
    CONSTRAINT calendar_day_year_fkey FOREIGN KEY (county, year, version)
        REFERENCES calendar_year (county, year, version)
);

-- What a county decided about its working time; without a row it has the hours and lights we ship.
CREATE TABLE calendar_setting (
    county              text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    version             integer NOT NULL CHECK (version > 0),
    hours               text NOT NULL CHECK (length(hours) BETWEEN 11 AND 47),
    yellow_percent      integer NOT NULL CHECK (yellow_percent BETWEEN 0 AND 90),
    yellow_working_days integer NOT NULL CHECK (yellow_working_days BETWEEN 0 AND 10),
    yellow_minutes      integer NOT NULL CHECK (yellow_minutes BETWEEN 0 AND 1440),
    CONSTRAINT calendar_setting_pkey PRIMARY KEY (county)
);

ALTER TABLE calendar_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_year FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_day FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_setting FORCE ROW LEVEL SECURITY;

-- Read by everybody, written for the whole county.
CREATE POLICY calendar_year_select ON calendar_year FOR SELECT USING (county = jingwei_county());
CREATE POLICY calendar_year_insert ON calendar_year FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY calendar_day_select ON calendar_day FOR SELECT USING (county = jingwei_county());
CREATE POLICY calendar_day_insert ON calendar_day FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));

CREATE POLICY calendar_setting_select ON calendar_setting FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY calendar_setting_insert ON calendar_setting FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY calendar_setting_update ON calendar_setting FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));

GRANT SELECT, INSERT ON calendar_year, calendar_day TO jingwei_app;
GRANT SELECT, INSERT, UPDATE ON calendar_setting TO jingwei_app;
