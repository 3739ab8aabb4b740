-- Who signs in. `path` is the node of the territory whose administrators look after the account; it
-- gives no right to anything.
CREATE TABLE account (
    county      text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id          uuid NOT NULL,
    login       text NOT NULL CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,31}$'),
    path        text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    created_at  timestamptz NOT NULL,
    disabled_at timestamptz,
    CONSTRAINT account_pkey PRIMARY KEY (county, id),
    CONSTRAINT account_login_key UNIQUE (county, login)
);

CREATE INDEX account_path ON account (county, path, login);

-- Names stand apart: whoever is signed in may know what a colleague is called ("assigned by …"), but
-- not the rest of the account.
CREATE TABLE account_name (
    county       text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    account_id   uuid NOT NULL,
    display_name text NOT NULL CHECK (display_name <> '' AND length(display_name) <= 60),
    CONSTRAINT account_name_pkey PRIMARY KEY (county, account_id),
    CONSTRAINT account_name_account_fkey FOREIGN KEY (county, account_id)
        REFERENCES account (county, id)
);

-- What proves that somebody is who he says. Opens to the duty 'credential' only, which signing in
-- takes on, and can be set but not read under 'accounts' (docs/adr/0020-duties-open-tables.md).
CREATE TABLE credential (
    county                  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    account_id              uuid NOT NULL,
    password_hash           text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    password_changed_at     timestamptz NOT NULL,
    password_change_needed  boolean NOT NULL,
    failures                integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    first_failure_at        timestamptz,
    locked_until            timestamptz,
    totp_secret             bytea,
    totp_confirmed_at       timestamptz,
    totp_last_step          bigint,
    CONSTRAINT credential_pkey PRIMARY KEY (county, account_id),
    CONSTRAINT credential_account_fkey FOREIGN KEY (county, account_id)
        REFERENCES account (county, id),
    CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL)
);

-- Goes up when what an account may do has changed, so that every server drops what it remembers.
CREATE TABLE access_version (
    county  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    version bigint NOT NULL,
    CONSTRAINT access_version_pkey PRIMARY KEY (county)
);

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE account_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_name FORCE ROW LEVEL SECURITY;
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE credential FORCE ROW LEVEL SECURITY;
ALTER TABLE access_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_version FORCE ROW LEVEL SECURITY;

CREATE POLICY account_select ON account FOR SELECT
    USING (county = jingwei_county()
           AND (id = jingwei_account() OR jingwei_duty() = 'credential'
                OR (jingwei_duty() IN ('accounts', 'grants', 'audit') AND jingwei_in_paths(path))));
CREATE POLICY account_insert ON account FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'accounts'
                AND jingwei_in_paths(path));
CREATE POLICY account_update ON account FOR UPDATE
    USING (county = jingwei_county() AND jingwei_duty() = 'accounts' AND jingwei_in_paths(path));

CREATE POLICY account_name_select ON account_name FOR SELECT
    USING (county = jingwei_county()
           AND (jingwei_account() IS NOT NULL OR jingwei_duty() = 'credential'
                OR jingwei_in_paths(county)));
CREATE POLICY account_name_insert ON account_name FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'accounts');
CREATE POLICY account_name_update ON account_name FOR UPDATE
    USING (county = jingwei_county() AND jingwei_duty() = 'accounts');

CREATE POLICY credential_all ON credential
    USING (county = jingwei_county() AND jingwei_duty() = 'credential');
CREATE POLICY credential_insert ON credential FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'accounts');

CREATE POLICY access_version_all ON access_version USING (county = jingwei_county());

GRANT SELECT, INSERT ON account TO jingwei_app;
GRANT UPDATE (path, disabled_at) ON account TO jingwei_app;
GRANT SELECT, INSERT ON account_name TO jingwei_app;
GRANT UPDATE (display_name) ON account_name TO jingwei_app;
GRANT SELECT, INSERT, UPDATE ON credential TO jingwei_app;
GRANT SELECT, INSERT, UPDATE ON access_version TO jingwei_app;
