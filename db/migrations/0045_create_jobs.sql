-- Work to be done behind the requests: once, at a time, by whichever server takes it.
CREATE TABLE job (
    county text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind ~ '^[a-z_]{1,60}$'),
    -- At most one unfinished job per kind and key; null: any number.
    once_key text CHECK (length(once_key) BETWEEN 1 AND 200),
    payload jsonb NOT NULL,
    due_at timestamptz NOT NULL,
    -- Began so often, the running attempt included.
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    locked_by uuid,
    locked_until timestamptz,
    last_error text CHECK (length(last_error) <= 1000),
    -- Set when every attempt failed: kept for a person to look at, never taken again.
    failed_at timestamptz,
    PRIMARY KEY (county, id),
    CONSTRAINT job_locked_whole CHECK ((locked_by IS NULL) = (locked_until IS NULL))
);

CREATE UNIQUE INDEX job_once ON job (county, kind, once_key) WHERE failed_at IS NULL;
CREATE INDEX job_due ON job (county, due_at) WHERE failed_at IS NULL;

ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
CREATE POLICY job_county ON job
    USING (county = jingwei_county()) WITH CHECK (county = jingwei_county());

GRANT SELECT, INSERT, UPDATE, DELETE ON job TO jingwei_app;
