-- Failed sign-ins from a browser that is known by its cookie (docs/adr/0025-known-devices.md). A row is
-- there only while something failed; who makes cookies up makes no rows.
CREATE TABLE device_failure (
    county           text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    account_id       uuid NOT NULL,
    device_id        uuid NOT NULL,
    failures         integer NOT NULL CHECK (failures > 0),
    first_failure_at timestamptz NOT NULL,
    locked_until     timestamptz,
    CONSTRAINT device_failure_pkey PRIMARY KEY (county, account_id, device_id),
    CONSTRAINT device_failure_account_fkey FOREIGN KEY (county, account_id)
        REFERENCES account (county, id)
);
CREATE INDEX device_failure_first ON device_failure (county, first_failure_at);

ALTER TABLE device_failure ENABLE ROW LEVEL SECURITY;
ALTER TABLE device_failure FORCE ROW LEVEL SECURITY;
CREATE POLICY device_failure_all ON device_failure
    USING (county = jingwei_county() AND jingwei_duty() = 'credential');
GRANT SELECT, INSERT, UPDATE, DELETE ON device_failure TO jingwei_app;
