-- Copies of lists of cases that somebody has asked for, and how far they are. The copy itself is a
-- file beside the database (exchange::Exports); row and file go a day after it was asked for.
CREATE TABLE case_export (
    county      text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id          uuid NOT NULL,
    account     uuid NOT NULL,
    name        text NOT NULL CHECK (name <> '' AND length(name) <= 100),
    format      text NOT NULL CHECK (format IN ('xlsx', 'csv')),
    language    text NOT NULL CHECK (language IN ('zh-CN', 'en')),
    query       jsonb NOT NULL,
    scope       text NOT NULL,                          -- where its asker read when it was asked for
    state       text NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'failed')),
    rows        integer NOT NULL CHECK (rows >= 0),
    bytes       bigint CHECK (bytes > 0),
    fault       text,
    asked_at    timestamptz NOT NULL,
    finished_at timestamptz,
    removed_at  timestamptz,                            -- by its asker; it still counts for the day
    CONSTRAINT case_export_pkey PRIMARY KEY (county, id),
    CONSTRAINT case_export_account_fkey FOREIGN KEY (county, account)
        REFERENCES account (county, id),
    CONSTRAINT case_export_is_sound CHECK ((state = 'ready') = (bytes IS NOT NULL)
        AND (state = 'failed') = (fault IS NOT NULL)
        AND (state IN ('ready', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX case_export_account ON case_export (county, account, asked_at);
CREATE INDEX case_export_asked ON case_export (county, asked_at);

ALTER TABLE case_export ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_export FORCE ROW LEVEL SECURITY;

-- Nobody sees what another has asked for; the duty `exports` removes what is old, and says of what broke
-- off that it did.
CREATE POLICY case_export_own ON case_export
    USING (county = jingwei_county() AND account = jingwei_account());
CREATE POLICY case_export_old_select ON case_export FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() = 'exports');
CREATE POLICY case_export_old_update ON case_export FOR UPDATE
    USING (county = jingwei_county() AND jingwei_duty() = 'exports');
CREATE POLICY case_export_old_delete ON case_export FOR DELETE
    USING (county = jingwei_county() AND jingwei_duty() = 'exports');
GRANT SELECT, INSERT, UPDATE, DELETE ON case_export TO jingwei_app;
