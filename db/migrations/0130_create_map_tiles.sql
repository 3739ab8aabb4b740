-- The base map of a county as vector tiles, made from an extract of OpenStreetMap by
-- `jingwei import map`: docs/adr/0077. One set a county; an import puts the next in its place in one
-- transaction. Everybody who works in the county may look at it.
CREATE TABLE map_tile_set (
    county          text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    version         text NOT NULL CHECK (version ~ '^[0-9a-f]{16}$'),  -- of the tiles' octets
    west            double precision NOT NULL CHECK (west BETWEEN -180 AND 180),
    south           double precision NOT NULL CHECK (south BETWEEN -90 AND 90),
    east            double precision NOT NULL CHECK (east BETWEEN -180 AND 180),
    north           double precision NOT NULL CHECK (north BETWEEN -90 AND 90),
    min_zoom        smallint NOT NULL CHECK (min_zoom BETWEEN 0 AND 22),
    max_zoom        smallint NOT NULL CHECK (max_zoom BETWEEN min_zoom AND 22),
    tiles           integer NOT NULL CHECK (tiles > 0),
    octets          bigint NOT NULL CHECK (octets > 0),
    attribution     text NOT NULL CHECK (length(attribution) BETWEEN 1 AND 200),
    attribution_url text CHECK (attribution_url ~ '^https?://' AND length(attribution_url) <= 500),
    imported_at     timestamptz NOT NULL,
    CONSTRAINT map_tile_set_pkey PRIMARY KEY (county)
);

CREATE TABLE map_tile (
    county text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    zoom   smallint NOT NULL CHECK (zoom BETWEEN 0 AND 22),
    x      integer NOT NULL CHECK (x >= 0),
    y      integer NOT NULL CHECK (y >= 0),
    octets bytea NOT NULL,  -- a vector tile (MVT 2), compressed with gzip
    CONSTRAINT map_tile_pkey PRIMARY KEY (county, zoom, x, y)
);
ALTER TABLE map_tile ALTER octets SET STORAGE EXTERNAL;  -- compressed already

ALTER TABLE map_tile_set ENABLE ROW LEVEL SECURITY;
ALTER TABLE map_tile_set FORCE ROW LEVEL SECURITY;
ALTER TABLE map_tile ENABLE ROW LEVEL SECURITY;
ALTER TABLE map_tile FORCE ROW LEVEL SECURITY;

CREATE POLICY map_tile_set_select ON map_tile_set FOR SELECT USING (county = jingwei_county());
CREATE POLICY map_tile_set_insert ON map_tile_set FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY map_tile_set_update ON map_tile_set FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));

CREATE POLICY map_tile_select ON map_tile FOR SELECT USING (county = jingwei_county());
CREATE POLICY map_tile_insert ON map_tile FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY map_tile_delete ON map_tile FOR DELETE
    USING (county = jingwei_county() AND jingwei_in_paths(county));

GRANT SELECT, INSERT, UPDATE ON map_tile_set TO jingwei_app;
GRANT SELECT, INSERT, DELETE ON map_tile TO jingwei_app;
