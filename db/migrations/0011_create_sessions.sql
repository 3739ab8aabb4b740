-- Who is signed in. Only the hash of the token is here: who reads the table cannot use it.
CREATE TABLE session (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    account_id uuid NOT NULL,
    token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
    created_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    address    text CHECK (length(address) <= 64),
    agent      text CHECK (length(agent) <= 200),
    CONSTRAINT session_pkey PRIMARY KEY (county, id),
    CONSTRAINT session_token_key UNIQUE (county, token_hash),
    CONSTRAINT session_account_fkey FOREIGN KEY (county, account_id) REFERENCES account (county, id)
);

CREATE INDEX session_account ON session (county, account_id, seen_at) WHERE ended_at IS NULL;
CREATE INDEX session_seen ON session (county, seen_at);

-- What programs sign in with: a subset of the maker's permissions, for a time.
CREATE TABLE api_token (
    county      text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id          uuid NOT NULL,
    account_id  uuid NOT NULL,
    name        text NOT NULL CHECK (name <> '' AND length(name) <= 60),
    token_hash  bytea NOT NULL CHECK (length(token_hash) = 32),
    permissions text[] NOT NULL CHECK (cardinality(permissions) BETWEEN 1 AND 100),
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    used_at     timestamptz,
    CONSTRAINT api_token_pkey PRIMARY KEY (county, id),
    CONSTRAINT api_token_token_key UNIQUE (county, token_hash),
    CONSTRAINT api_token_account_fkey FOREIGN KEY (county, account_id)
        REFERENCES account (county, id),
    CHECK (expires_at > created_at)
);

CREATE INDEX api_token_account ON api_token (county, account_id, created_at);

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_token FORCE ROW LEVEL SECURITY;

-- One's own, the way in, and the administrators who end what should not go on.
CREATE POLICY session_select ON session FOR SELECT
    USING (county = jingwei_county()
           AND (account_id = jingwei_account() OR jingwei_duty() IN ('credential', 'accounts')));
CREATE POLICY session_insert ON session FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'credential');
CREATE POLICY session_update ON session FOR UPDATE
    USING (county = jingwei_county()
           AND (account_id = jingwei_account() OR jingwei_duty() IN ('credential', 'accounts')));
CREATE POLICY session_delete ON session FOR DELETE
    USING (county = jingwei_county() AND jingwei_duty() = 'credential');

CREATE POLICY api_token_select ON api_token FOR SELECT
    USING (county = jingwei_county()
           AND (account_id = jingwei_account() OR jingwei_duty() IN ('credential', 'accounts')));
CREATE POLICY api_token_insert ON api_token FOR INSERT
    WITH CHECK (county = jingwei_county() AND account_id = jingwei_account());
CREATE POLICY api_token_update ON api_token FOR UPDATE
    USING (county = jingwei_county()
           AND (account_id = jingwei_account() OR jingwei_duty() IN ('credential', 'accounts')));

GRANT SELECT, INSERT, DELETE ON session TO jingwei_app;
GRANT UPDATE (seen_at, ended_at) ON session TO jingwei_app;
GRANT SELECT, INSERT ON api_token TO jingwei_app;
GRANT UPDATE (revoked_at, used_at) ON api_token TO jingwei_app;
