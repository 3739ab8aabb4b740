CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The roles that ship, the same in every county; what each may do is in server/access/role.cpp.
CREATE TABLE role (
    name   text NOT NULL,
    office text NOT NULL CHECK (office IN ('none', 'system', 'security', 'audit')),
    reach  text NOT NULL CHECK (reach IN ('path', 'unit')),
    CONSTRAINT role_pkey PRIMARY KEY (name),
    CONSTRAINT role_office_key UNIQUE (name, office)
);

INSERT INTO role (name, office, reach) VALUES
    ('grid_worker', 'none', 'path'),
    ('grid_lead', 'none', 'path'),
    ('instructor', 'none', 'path'),
    ('dispatcher', 'none', 'path'),
    ('hotline_taker', 'none', 'path'),
    ('handler', 'none', 'unit'),
    ('supervisor', 'none', 'path'),
    ('catalogue_editor', 'none', 'path'),
    ('confidant', 'none', 'path'),
    ('admin_system', 'system', 'path'),
    ('security_officer', 'security', 'path'),
    ('auditor', 'audit', 'path');

-- Who holds which role where, from when to when. A grant is never deleted and never moved: it ends.
CREATE TABLE role_grant (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    account_id uuid NOT NULL,
    role       text NOT NULL,
    office     text NOT NULL,
    path       text COLLATE "C" CHECK (path = county OR starts_with(path, county || '/')),
    unit_id    uuid,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    granted_by uuid,
    granted_at timestamptz NOT NULL,
    ended_by   uuid,
    CONSTRAINT role_grant_pkey PRIMARY KEY (county, id),
    CONSTRAINT role_grant_account_fkey FOREIGN KEY (county, account_id)
        REFERENCES account (county, id),
    -- The office of a grant is that of its role, so the exclusion below cannot be walked round.
    CONSTRAINT role_grant_role_fkey FOREIGN KEY (role, office) REFERENCES role (name, office),
    CONSTRAINT role_grant_place CHECK ((path IS NULL) <> (unit_id IS NULL)),
    CONSTRAINT role_grant_term CHECK (valid_to IS NULL OR valid_to >= valid_from),
    -- The audit is of the whole county.
    CONSTRAINT role_grant_auditor CHECK (office <> 'audit' OR path = county),
    CONSTRAINT role_grant_no_self CHECK (granted_by <> account_id),
    -- One account never holds two of the three offices at the same time.
    CONSTRAINT role_grant_officers_exclude EXCLUDE USING gist (
        county WITH =, account_id WITH =, office WITH <>,
        tstzrange(valid_from, valid_to) WITH &&) WHERE (office <> 'none')
);

CREATE INDEX role_grant_account ON role_grant (county, account_id, valid_from);
CREATE INDEX role_grant_path ON role_grant (county, path, role);

ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_grant FORCE ROW LEVEL SECURITY;

CREATE POLICY role_grant_select ON role_grant FOR SELECT
    USING (county = jingwei_county()
           AND (account_id = jingwei_account() OR jingwei_duty() = 'credential'
                OR (jingwei_duty() IN ('grants', 'audit')
                    AND jingwei_in_paths(COALESCE(path, county)))));
-- Nobody grants to himself, nor in another's name, nor outside his subtree.
CREATE POLICY role_grant_insert ON role_grant FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'grants'
                AND account_id IS DISTINCT FROM jingwei_account()
                AND granted_by IS NOT DISTINCT FROM jingwei_account()
                AND jingwei_in_paths(COALESCE(path, county)));
CREATE POLICY role_grant_update ON role_grant FOR UPDATE
    USING (county = jingwei_county() AND jingwei_duty() = 'grants'
           AND account_id IS DISTINCT FROM jingwei_account()
           AND jingwei_in_paths(COALESCE(path, county)));

GRANT SELECT ON role TO jingwei_app;
GRANT SELECT, INSERT ON role_grant TO jingwei_app;
GRANT UPDATE (valid_to, ended_by) ON role_grant TO jingwei_app;
