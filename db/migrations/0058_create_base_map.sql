-- The street map under everything else of a county that brings its own (the demo does): one
-- GeoJSON document. Everybody who works in the county may look at it.
CREATE TABLE base_map (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    geojson    text NOT NULL,
    digest     text NOT NULL CHECK (digest ~ '^[0-9a-f]{16}$'),
    changed_at timestamptz NOT NULL,
    CONSTRAINT base_map_pkey PRIMARY KEY (county)
);

ALTER TABLE base_map ENABLE ROW LEVEL SECURITY;
ALTER TABLE base_map FORCE ROW LEVEL SECURITY;

CREATE POLICY base_map_select ON base_map FOR SELECT USING (county = jingwei_county());
CREATE POLICY base_map_insert ON base_map FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY base_map_update ON base_map FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));

GRANT SELECT, INSERT, UPDATE ON base_map TO jingwei_app;
