-- The catalogue of a county: class, subclass, matter. A matter keeps its id and code for good; each
-- change of it is a new version with its own time, half open [valid_from, valid_to).
CREATE TABLE matter_catalogue (
    county text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    title  text NOT NULL CHECK (title <> '' AND length(title) <= 120),
    source text NOT NULL CHECK (source <> '' AND length(source) <= 500),
    limits json NOT NULL CHECK (json_typeof(limits) = 'array'),
    CONSTRAINT matter_catalogue_pkey PRIMARY KEY (county)
);

CREATE TABLE matter_class (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    code       text NOT NULL CHECK (code ~ '^[0-9A-Za-z._-]{1,40}$'),
    name_zh    text NOT NULL CHECK (name_zh <> '' AND length(name_zh) <= 60),
    name_en    text NOT NULL CHECK (length(name_en) <= 120),
    position   integer NOT NULL CHECK (position >= 0),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT matter_class_pkey PRIMARY KEY (county, code)
);

CREATE TABLE matter_subclass (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    code       text NOT NULL CHECK (code ~ '^[0-9A-Za-z._-]{1,40}$'),
    class_code text NOT NULL,
    name_zh    text NOT NULL CHECK (name_zh <> '' AND length(name_zh) <= 60),
    name_en    text NOT NULL CHECK (length(name_en) <= 120),
    position   integer NOT NULL CHECK (position >= 0),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT matter_subclass_pkey PRIMARY KEY (county, code),
    CONSTRAINT matter_subclass_class_fkey FOREIGN KEY (county, class_code)
        REFERENCES matter_class (county, code)
);

CREATE TABLE matter (
    county         text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id             uuid NOT NULL,
    version        integer NOT NULL CHECK (version > 0),
    code           text NOT NULL CHECK (code ~ '^[0-9A-Za-z._-]{1,40}$'),
    class_code     text NOT NULL,
    subclass_code  text NOT NULL,
    name_zh        text NOT NULL CHECK (name_zh <> '' AND length(name_zh) <= 60),
    name_en        text NOT NULL CHECK (length(name_en) <= 120),
    guidance_zh    text NOT NULL CHECK (length(guidance_zh) <= 1000),
    guidance_en    text NOT NULL CHECK (length(guidance_en) <= 2000),
    bearing        text NOT NULL CHECK (bearing IN ('bears', 'assists')),
    funding        text NOT NULL CHECK (funding IN ('town_budget', 'department', 'fee_follows_work')),
    severity       text NOT NULL CHECK (severity IN ('minor', 'ordinary', 'serious', 'grave')),
    evidence       text NOT NULL CHECK (evidence IN ('none', 'photo', 'document')),
    grid_may_close boolean NOT NULL CHECK (NOT grid_may_close OR bearing = 'bears'),
    is_public      boolean NOT NULL,
    emergency      boolean NOT NULL,
    keywords       text[] NOT NULL CHECK (cardinality(keywords) <= 40),
    form           json CHECK (json_typeof(form) = 'object'),
    valid_from     timestamptz NOT NULL,
    valid_to       timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT matter_pkey PRIMARY KEY (county, id, version),
    CONSTRAINT matter_subclass_fkey FOREIGN KEY (county, subclass_code)
        REFERENCES matter_subclass (county, code),
    CONSTRAINT matter_code_excl EXCLUDE USING gist (county WITH =, code WITH =,
        tstzrange(valid_from, valid_to) WITH &&)
);

-- Who answers for a version of a matter, by level and by the name of the role.
CREATE TABLE matter_unit (
    county    text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    matter_id uuid NOT NULL,
    version   integer NOT NULL,
    position  integer NOT NULL CHECK (position >= 0),
    level     text NOT NULL CHECK (level IN ('county', 'town', 'village', 'grid', 'micro')),
    unit      text NOT NULL CHECK (unit <> '' AND length(unit) <= 60),
    lead      boolean NOT NULL,
    CONSTRAINT matter_unit_pkey PRIMARY KEY (county, matter_id, version, level, unit),
    CONSTRAINT matter_unit_matter_fkey FOREIGN KEY (county, matter_id, version)
        REFERENCES matter (county, id, version)
);

-- A limit of a version of a matter; unit '' means any unit.
CREATE TABLE matter_limit (
    county      text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    matter_id   uuid NOT NULL,
    version     integer NOT NULL,
    stage       text NOT NULL CHECK (stage IN ('screen', 'sign', 'handle', 'verify', 'answer',
        'arrival_town', 'arrival_country')),
    unit        text NOT NULL CHECK (length(unit) <= 60),
    amount      integer NOT NULL CHECK (amount BETWEEN 1 AND 1000),
    amount_unit text NOT NULL CHECK (amount_unit IN ('minutes', 'natural_hours', 'working_hours',
        'natural_days', 'working_days')),
    CONSTRAINT matter_limit_pkey PRIMARY KEY (county, matter_id, version, stage, unit),
    CONSTRAINT matter_limit_matter_fkey FOREIGN KEY (county, matter_id, version)
        REFERENCES matter (county, id, version)
);

ALTER TABLE matter_catalogue ENABLE ROW LEVEL SECURITY;
ALTER TABLE matter_catalogue FORCE ROW LEVEL SECURITY;
ALTER TABLE matter_class ENABLE ROW LEVEL SECURITY;
ALTER TABLE matter_class FORCE ROW LEVEL SECURITY;
ALTER TABLE matter_subclass ENABLE ROW LEVEL SECURITY;
ALTER TABLE matter_subclass FORCE ROW LEVEL SECURITY;
ALTER TABLE matter ENABLE ROW LEVEL SECURITY;
ALTER TABLE matter FORCE ROW LEVEL SECURITY;
ALTER TABLE matter_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE matter_unit FORCE ROW LEVEL SECURITY;
ALTER TABLE matter_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE matter_limit FORCE ROW LEVEL SECURITY;

-- A catalogue is published; it is changed for the whole county.
CREATE POLICY matter_catalogue_select ON matter_catalogue FOR SELECT USING (county = jingwei_county());
CREATE POLICY matter_catalogue_insert ON matter_catalogue FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_catalogue_update ON matter_catalogue FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_class_select ON matter_class FOR SELECT USING (county = jingwei_county());
CREATE POLICY matter_class_insert ON matter_class FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_class_update ON matter_class FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_subclass_select ON matter_subclass FOR SELECT USING (county = jingwei_county());
CREATE POLICY matter_subclass_insert ON matter_subclass FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_subclass_update ON matter_subclass FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_select ON matter FOR SELECT USING (county = jingwei_county());
CREATE POLICY matter_insert ON matter FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_update ON matter FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_unit_select ON matter_unit FOR SELECT USING (county = jingwei_county());
CREATE POLICY matter_unit_insert ON matter_unit FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY matter_limit_select ON matter_limit FOR SELECT USING (county = jingwei_county());
CREATE POLICY matter_limit_insert ON matter_limit FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));

GRANT SELECT, INSERT, UPDATE ON matter_catalogue, matter_class, matter_subclass TO jingwei_app;
-- A version is closed, never changed.
GRANT SELECT, INSERT, UPDATE (valid_to) ON matter TO jingwei_app;
GRANT SELECT, INSERT ON matter_unit, matter_limit TO jingwei_app;
