-- Once per database, as superuser. May be run again at any time, and must be after a restore: the
-- LEAKPROOF marks are not in a dump.
SET client_min_messages = warning;

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;

DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO jingwei_app', current_database());
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO jingwei_app;
GRANT USAGE, CREATE ON SCHEMA public TO jingwei_owner;

-- Under row-level security an operator may use its index only when its function is LEAKPROOF: it
-- tells nothing about the rows it looked at. These neither raise errors that name their arguments
-- nor have side effects; docs/adr/0005 says why that is enough.
ALTER FUNCTION geometry_overlaps(geometry, geometry) LEAKPROOF;
ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION ts_match_qv(tsquery, tsvector) LEAKPROOF;
