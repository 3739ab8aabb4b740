-- What a county decided about its territory as a whole.
CREATE TABLE territory_setting (
    county          text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    code_rule       text NOT NULL
        CHECK (code_rule IN ('eighteen_digits', 'town_six_digits', 'free')),
    level_names     json NOT NULL CHECK (json_typeof(level_names) = 'object'),
    complaint_phone text NOT NULL CHECK (length(complaint_phone) <= 40),
    CONSTRAINT territory_setting_pkey PRIMARY KEY (county)
);

-- Goes up with every change, so that every server drops what it keeps in memory. One row per county
-- and kind of snapshot (territory, unit, roster). Says nothing about anything: no right is needed.
CREATE TABLE snapshot_version (
    county  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    name    text NOT NULL CHECK (name ~ '^[a-z]+$'),
    version bigint NOT NULL CHECK (version > 0),
    CONSTRAINT snapshot_version_pkey PRIMARY KEY (county, name)
);

-- A node as it is in force since valid_from, or as it was until it was closed at valid_to. Nodes are
-- never deleted, so a code or a path is never given twice. Earlier states: territory_past.
CREATE TABLE territory (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    parent_id  uuid,
    path       text COLLATE "C" NOT NULL
        CHECK (path ~ '^[0-9a-z]+(/[0-9a-z]+)*$' AND length(path) <= 120
               AND (path = county OR starts_with(path, county || '/'))),
    code       text NOT NULL CHECK (code ~ '^[0-9a-z-]{1,40}$'),
    name       text NOT NULL CHECK (name <> '' AND length(name) <= 60),
    level      text NOT NULL CHECK (level IN ('county', 'town', 'village', 'grid', 'micro')),
    kind       text NOT NULL CHECK (kind IN ('division', 'general', 'dedicated', 'micro')),
    households integer CHECK (households BETWEEN 0 AND 10000000),
    boundary   geometry(MultiPolygon, 4326),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT territory_pkey PRIMARY KEY (county, id),
    CONSTRAINT territory_path_key UNIQUE (county, path),
    CONSTRAINT territory_code_key UNIQUE (county, code),
    CONSTRAINT territory_parent_fkey FOREIGN KEY (county, parent_id)
        REFERENCES territory (county, id),
    CHECK ((parent_id IS NULL) = (path = county)),
    CHECK ((parent_id IS NULL) = (level = 'county'))
);

-- What a node was before each change: half open [valid_from, valid_to). Append-only.
CREATE TABLE territory_past (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    parent_id  uuid,
    path       text COLLATE "C" NOT NULL,
    code       text NOT NULL,
    name       text NOT NULL,
    level      text NOT NULL,
    kind       text NOT NULL,
    households integer,
    boundary   geometry(MultiPolygon, 4326),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz NOT NULL CHECK (valid_to > valid_from),
    CONSTRAINT territory_past_pkey PRIMARY KEY (county, id, valid_from),
    CONSTRAINT territory_past_node_fkey FOREIGN KEY (county, id) REFERENCES territory (county, id)
);

ALTER TABLE territory_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE territory_setting FORCE ROW LEVEL SECURITY;
ALTER TABLE snapshot_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot_version FORCE ROW LEVEL SECURITY;
ALTER TABLE territory ENABLE ROW LEVEL SECURITY;
ALTER TABLE territory FORCE ROW LEVEL SECURITY;
ALTER TABLE territory_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE territory_past FORCE ROW LEVEL SECURITY;

-- Territory is public: it stands on boards in the street. It is changed from above only.
CREATE POLICY territory_setting_select ON territory_setting FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY territory_setting_insert ON territory_setting FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY territory_setting_update ON territory_setting FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));

CREATE POLICY snapshot_version_all ON snapshot_version
    USING (county = jingwei_county());

CREATE POLICY territory_select ON territory FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY territory_insert ON territory FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY territory_update ON territory FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(path));

CREATE POLICY territory_past_select ON territory_past FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY territory_past_insert ON territory_past FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));

GRANT SELECT, INSERT, UPDATE ON territory_setting, snapshot_version, territory TO jingwei_app;
GRANT SELECT, INSERT ON territory_past TO jingwei_app;
