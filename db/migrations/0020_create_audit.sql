-- What was done, by whom. Append-only: the server's role has neither UPDATE nor DELETE on it.
-- `detail` is json, not jsonb: the seal covers its very text, and no upgrade may rewrite it.
CREATE TABLE audit_entry (
    county       text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id           uuid NOT NULL,
    at           timestamptz NOT NULL,
    account_id   uuid,
    action       text NOT NULL CHECK (action ~ '^[a-z_]+(\.[a-z_]+)*$'),
    subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z_]+$'),
    subject      text NOT NULL CHECK (length(subject) <= 200),
    purpose      text CHECK (length(purpose) <= 500),
    detail       json NOT NULL CHECK (json_typeof(detail) = 'object'),
    address      text CHECK (length(address) <= 64),
    CONSTRAINT audit_entry_pkey PRIMARY KEY (county, id)
);

CREATE INDEX audit_entry_at ON audit_entry (county, at, id);
CREATE INDEX audit_entry_subject ON audit_entry (county, subject_kind, subject, at, id);
CREATE INDEX audit_entry_account ON audit_entry (county, account_id, at, id);

-- Entries that no seal covers yet: written with the entry, removed by the seal.
CREATE TABLE audit_pending (
    county   text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    entry_id uuid NOT NULL,
    CONSTRAINT audit_pending_pkey PRIMARY KEY (county, entry_id)
);

-- One batch: its entries in order with the digest of each, chained to the seal before by a keyed
-- root. `number` has no gaps.
CREATE TABLE audit_seal (
    county    text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    number    bigint NOT NULL CHECK (number > 0),
    sealed_at timestamptz NOT NULL,
    key_id    bigint NOT NULL CHECK (key_id > 0),
    entries   uuid[] NOT NULL CHECK (cardinality(entries) > 0),
    digests   bytea NOT NULL CHECK (length(digests) = 32 * cardinality(entries)),
    root      bytea NOT NULL CHECK (length(root) = 32),
    CONSTRAINT audit_seal_pkey PRIMARY KEY (county, number)
);

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_pending ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_pending FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;

-- Nobody writes in another's name; who is signing in has no name yet.
CREATE POLICY audit_entry_insert ON audit_entry FOR INSERT
    WITH CHECK (county = jingwei_county()
                AND (account_id IS NOT DISTINCT FROM jingwei_account()
                     OR jingwei_duty() = 'credential'));
CREATE POLICY audit_entry_select ON audit_entry FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() IN ('audit', 'seal'));

CREATE POLICY audit_pending_insert ON audit_pending FOR INSERT
    WITH CHECK (county = jingwei_county());
CREATE POLICY audit_pending_select ON audit_pending FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() IN ('audit', 'seal'));
CREATE POLICY audit_pending_delete ON audit_pending FOR DELETE
    USING (county = jingwei_county() AND jingwei_duty() = 'seal');

CREATE POLICY audit_seal_insert ON audit_seal FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'seal');
CREATE POLICY audit_seal_select ON audit_seal FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() IN ('audit', 'seal'));

GRANT SELECT, INSERT ON audit_entry TO jingwei_app;
GRANT SELECT, INSERT, DELETE ON audit_pending TO jingwei_app;
GRANT SELECT, INSERT ON audit_seal TO jingwei_app;
