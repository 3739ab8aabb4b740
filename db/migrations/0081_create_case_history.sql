-- What happened to a case and what runs. All of it is seen by whoever may see the case: one EXISTS
-- on its primary key.

-- Append-only: the server's role has neither UPDATE nor DELETE on it.
CREATE TABLE case_step (
    county   text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    case_id  uuid NOT NULL,
    no       integer NOT NULL CHECK (no > 0),
    id       uuid NOT NULL,
    action   text NOT NULL,
    at       timestamptz NOT NULL,
    account  uuid,                                      -- null: a timer
    by_name  text NOT NULL,                             -- as it was then
    by_duty  text NOT NULL,
    capacity text NOT NULL,
    state    text NOT NULL,                             -- after it
    text     text NOT NULL CHECK (length(text) <= 4000),
    body     jsonb NOT NULL,                            -- server/cases/step_body.h
    CONSTRAINT case_step_pkey PRIMARY KEY (county, case_id, no),
    CONSTRAINT case_step_id_key UNIQUE (county, id),
    CONSTRAINT case_step_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id)
);
ALTER TABLE case_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_step FORCE ROW LEVEL SECURITY;
CREATE POLICY case_step_select ON case_step FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases WHERE cases.county = case_step.county AND cases.id = case_step.case_id));
-- Nobody writes in another's name, or on what he cannot see.
CREATE POLICY case_step_insert ON case_step FOR INSERT
    WITH CHECK (county = jingwei_county() AND account IS NOT DISTINCT FROM jingwei_account()
                AND EXISTS (SELECT 1 FROM cases
                            WHERE cases.county = case_step.county AND cases.id = case_step.case_id));
GRANT SELECT, INSERT ON case_step TO jingwei_app;

CREATE TABLE case_clock (
    county       text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    case_id      uuid NOT NULL,
    stage        text NOT NULL,
    round        integer NOT NULL CHECK (round > 0),
    holder       text NOT NULL,
    started_at   timestamptz NOT NULL,
    limit_amount integer NOT NULL CHECK (limit_amount > 0),
    limit_unit   text NOT NULL,
    extra_amount integer CHECK (extra_amount > 0),
    extra_unit   text,
    yellow_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    provisional  boolean NOT NULL,
    ended        text NOT NULL CHECK (ended IN ('running', 'paused', 'done', 'dropped')),
    stopped_at   timestamptz,
    paused_from  timestamptz[] NOT NULL,
    paused_until timestamptz[] NOT NULL,                -- one shorter while paused
    plate        text NOT NULL,
    CONSTRAINT case_clock_pkey PRIMARY KEY (county, case_id, stage, round),
    CONSTRAINT case_clock_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id),
    CONSTRAINT case_clock_extra_whole CHECK ((extra_amount IS NULL) = (extra_unit IS NULL))
);
CREATE INDEX case_clock_provisional ON case_clock (county, case_id)
    WHERE provisional AND ended IN ('running', 'paused');
ALTER TABLE case_clock ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_clock FORCE ROW LEVEL SECURITY;
CREATE POLICY case_clock_of_case ON case_clock
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases WHERE cases.county = case_clock.county AND cases.id = case_clock.case_id));
GRANT SELECT, INSERT, UPDATE ON case_clock TO jingwei_app;

CREATE TABLE case_plate (
    county       text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    case_id      uuid NOT NULL,
    id           uuid NOT NULL,                         -- of the step that raised it
    level        text NOT NULL,
    cause        text NOT NULL,
    issuer_name  text NOT NULL,
    issuer_duty  text NOT NULL,
    reason       text NOT NULL,
    raised_at    timestamptz NOT NULL,
    reply_due_at timestamptz NOT NULL,
    reply        text,
    replied_at   timestamptz,
    lifted_at    timestamptz,
    CONSTRAINT case_plate_pkey PRIMARY KEY (county, case_id, id),
    CONSTRAINT case_plate_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id)
);
ALTER TABLE case_plate ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_plate FORCE ROW LEVEL SECURITY;
CREATE POLICY case_plate_of_case ON case_plate
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases WHERE cases.county = case_plate.county AND cases.id = case_plate.case_id));
GRANT SELECT, INSERT, UPDATE ON case_plate TO jingwei_app;

-- Who raised it. Sealed (server/core/seal.h); the clear text is read only by a logged act.
CREATE TABLE case_reporter (
    county         text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    case_id        uuid NOT NULL,
    name_masked    text NOT NULL CHECK (length(name_masked) <= 60),
    phone_masked   text NOT NULL CHECK (length(phone_masked) <= 30),
    contact_sealed bytea,                               -- name, phone, address as one JSON text
    phone_key      bytea,                               -- keyed index, to find by exact number
    wants_answer   boolean NOT NULL,
    CONSTRAINT case_reporter_pkey PRIMARY KEY (county, case_id),
    CONSTRAINT case_reporter_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id)
);
CREATE INDEX case_reporter_phone ON case_reporter (county, phone_key) WHERE phone_key IS NOT NULL;
ALTER TABLE case_reporter ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_reporter FORCE ROW LEVEL SECURITY;
CREATE POLICY case_reporter_select ON case_reporter FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_reporter.county AND cases.id = case_reporter.case_id));
CREATE POLICY case_reporter_insert ON case_reporter FOR INSERT
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_reporter.county AND cases.id = case_reporter.case_id));
GRANT SELECT, INSERT ON case_reporter TO jingwei_app;

CREATE TABLE case_session (
    county        text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    case_id       uuid NOT NULL,
    no            integer NOT NULL CHECK (no > 0),
    meets_at      timestamptz NOT NULL,
    meeting_place text NOT NULL,
    subject       text NOT NULL,
    summoned      uuid[] NOT NULL,
    decision      text NOT NULL,
    concluded_at  timestamptz,
    CONSTRAINT case_session_pkey PRIMARY KEY (county, case_id, no),
    CONSTRAINT case_session_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id)
);
ALTER TABLE case_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_session FORCE ROW LEVEL SECURITY;
CREATE POLICY case_session_of_case ON case_session
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_session.county AND cases.id = case_session.case_id));
GRANT SELECT, INSERT, UPDATE ON case_session TO jingwei_app;

CREATE TABLE case_watch (
    county      text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    account     uuid NOT NULL,
    case_id     uuid NOT NULL,
    received_at timestamptz NOT NULL,                   -- of the case: the order of the list
    CONSTRAINT case_watch_pkey PRIMARY KEY (county, account, case_id),
    CONSTRAINT case_watch_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id)
);
CREATE INDEX case_watch_received ON case_watch (county, account, received_at, case_id);
ALTER TABLE case_watch ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_watch FORCE ROW LEVEL SECURITY;
CREATE POLICY case_watch_of_account ON case_watch
    USING (county = jingwei_county() AND account = jingwei_account());
GRANT SELECT, INSERT, DELETE ON case_watch TO jingwei_app;
