-- An organisation attached to a node of the territory. `path` is that node's, for row-level security.
CREATE TABLE unit (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    node_id    uuid NOT NULL,
    parent_id  uuid,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    name       text NOT NULL CHECK (name <> '' AND length(name) <= 60),
    short_name text NOT NULL CHECK (length(short_name) <= 20),
    kind       text NOT NULL CHECK (kind IN ('centre', 'department', 'station', 'committee')),
    phone      text NOT NULL CHECK (length(phone) <= 40),
    duties     text NOT NULL CHECK (length(duties) <= 2000),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT unit_pkey PRIMARY KEY (county, id),
    CONSTRAINT unit_node_fkey FOREIGN KEY (county, node_id) REFERENCES territory (county, id),
    CONSTRAINT unit_parent_fkey FOREIGN KEY (county, parent_id) REFERENCES unit (county, id),
    CONSTRAINT unit_name_excl EXCLUDE USING gist (county WITH =, node_id WITH =, name WITH =,
        tstzrange(valid_from, valid_to) WITH &&),
    CONSTRAINT unit_centre_excl EXCLUDE USING gist (county WITH =, node_id WITH =,
        tstzrange(valid_from, valid_to) WITH &&) WHERE (kind = 'centre')
);

CREATE INDEX unit_path ON unit (county, path);

ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit FORCE ROW LEVEL SECURITY;

CREATE POLICY unit_select ON unit FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY unit_insert ON unit FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(path));
CREATE POLICY unit_update ON unit FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(path));

GRANT SELECT, INSERT, UPDATE ON unit TO jingwei_app;
