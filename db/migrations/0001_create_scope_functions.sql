-- What row-level security asks about the transaction it runs in. Each transaction begins with
-- SET LOCAL of these settings (server/db/scope.h); unset, or reverted to '', means nobody.

CREATE FUNCTION jingwei_county() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('jingwei.county', true);

-- Null for the system itself.
CREATE FUNCTION jingwei_account() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('jingwei.account', true), '')::uuid;

-- Sorted, none inside another.
CREATE FUNCTION jingwei_paths() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE(NULLIF(current_setting('jingwei.paths', true), ''), '{}')::text[];

-- Inside one of the subtrees? A subtree is the range [root, root || '0'), since '/' < '0' < 'a'.
-- The roots are sorted and disjoint, so only the last root not after `path` can hold it.
CREATE FUNCTION jingwei_in_paths(path text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE(
        path COLLATE "C"
            < (jingwei_paths())[width_bucket(path COLLATE "C", jingwei_paths())] || '0', false);

CREATE FUNCTION jingwei_units() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE(NULLIF(current_setting('jingwei.units', true), ''), '{}')::uuid[];

-- May the reader see what is confidential inside his paths?
CREATE FUNCTION jingwei_secrets() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('jingwei.secrets', true) = 'on';

-- The one administrative thing that the transaction is about, or null.
CREATE FUNCTION jingwei_duty() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('jingwei.duty', true), '');
