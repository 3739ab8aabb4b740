-- Cases: one row each, as it stands. Its history is case_step, its deadlines case_clock (0081).

CREATE TABLE cases (
    county           text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id               uuid NOT NULL,
    code             text NOT NULL,
    step_no          integer NOT NULL CHECK (step_no > 0),
    channel          text NOT NULL,
    matter_id        uuid NOT NULL,
    urgency          text NOT NULL,
    description      text NOT NULL CHECK (length(description) BETWEEN 1 AND 4000),
    words            tsvector NOT NULL,                 -- made by server/core/search_words
    outside_no       text CHECK (length(outside_no) <= 64),

    node_id          uuid NOT NULL,
    grid_path        text COLLATE "C" NOT NULL,
    desk_path        text COLLATE "C" NOT NULL,
    lead_unit        uuid,                              -- who has it, or had it last
    lon              double precision CHECK (lon BETWEEN -180 AND 180),
    lat              double precision CHECK (lat BETWEEN -90 AND 90),
    point            geometry(Point, 4326)
                     GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED,
    cell             bigint,                            -- server/cases/similar_rules.h
    address          text NOT NULL CHECK (length(address) <= 200),

    occurred_at      timestamptz,
    received_at      timestamptz NOT NULL,
    reported_at      timestamptz NOT NULL,
    reported_by      uuid,
    accepted_at      timestamptz,
    dispatched_at    timestamptz,
    handled_at       timestamptz,
    answered_at      timestamptz,
    closed_at        timestamptz,
    followed_up_at   timestamptz,
    ended_at         timestamptz,
    handle_due_at    timestamptz,                       -- of the last handling clock
    answer_due_at    timestamptz,                       -- of the first answer clock

    state            text NOT NULL,
    extension        text NOT NULL,
    suspension       text NOT NULL,
    session          text NOT NULL,
    sample           text NOT NULL,
    plate            text NOT NULL,
    designated       boolean NOT NULL,
    self_closed      boolean NOT NULL,
    confidential     boolean NOT NULL,
    answer_wanted    boolean NOT NULL,
    open_co_tasks    integer NOT NULL CHECK (open_co_tasks >= 0),
    merged_reports   integer NOT NULL CHECK (merged_reports >= 0),
    merged_into      uuid,
    state_before     text,
    returns          integer NOT NULL,
    reworks          integer NOT NULL,
    reopens          integer NOT NULL,
    passes           integer NOT NULL,
    merges           integer NOT NULL,
    extensions       integer NOT NULL,
    suspensions      integer NOT NULL,
    sessions         integer NOT NULL,
    plates           integer NOT NULL,
    co_units         integer NOT NULL,
    secrecies        integer NOT NULL,

    extension_asked  integer,
    extension_given  integer,
    pending_reason   text,                              -- of the extension or suspension asked for
    suspended_days   integer NOT NULL CHECK (suspended_days >= 0),
    suspended_since  timestamptz,
    suspended_until  timestamptz,
    answer           text NOT NULL,
    solved           text,
    satisfied        text,

    due_at           timestamptz,                       -- the earliest end of the running clocks
    yellow_at        timestamptz,                       -- their earliest yellow
    next_look_at     timestamptz,                       -- when a timer may have something to do
    sort_at          timestamptz NOT NULL,              -- order of the inbox

    CONSTRAINT cases_pkey PRIMARY KEY (county, id),
    CONSTRAINT cases_code_key UNIQUE (county, code),
    CONSTRAINT cases_place_both_or_neither CHECK ((lon IS NULL) = (lat IS NULL)),
    CONSTRAINT cases_merged_into_fkey FOREIGN KEY (county, merged_into) REFERENCES cases (county, id),
    CONSTRAINT cases_grid_in_county CHECK (grid_path = county OR starts_with(grid_path, county || '/')),
    CONSTRAINT cases_desk_above_grid
        CHECK (grid_path = desk_path OR starts_with(grid_path, desk_path || '/')),
    CONSTRAINT cases_state_known CHECK (state IN (
        'reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered', 'closed',
        'followed_up', 'archived', 'rejected', 'voided', 'merged')),
    CONSTRAINT cases_merged_has_survivor CHECK ((state = 'merged') = (merged_into IS NOT NULL)
                                            AND (state = 'merged') = (state_before IS NOT NULL))
);

-- The lists (server/cases/sql/list_*.sql) walk an index each that has just the order of the list,
-- so that a page costs a page, however many cases there are.
-- What is open, by desk, unit, reporter and place, in the order in which it falls due.
CREATE INDEX cases_open_desk ON cases (county, desk_path, sort_at, id)
    WHERE state IN ('reported', 'accepted', 'handled', 'verified', 'answered');
CREATE INDEX cases_open_unit ON cases (county, lead_unit, sort_at, id)
    WHERE state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered');
CREATE INDEX cases_open_reporter ON cases (county, reported_by, sort_at, id)
    WHERE state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered');
CREATE INDEX cases_open_place ON cases (county, grid_path, sort_at, id)
    WHERE state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered');
CREATE INDEX cases_open_sort ON cases (county, sort_at, id)
    WHERE state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered');
CREATE INDEX cases_unsettled ON cases (county, desk_path, sort_at, id)
    WHERE state IN ('assigned', 'handling') AND (extension = 'asked' OR suspension = 'asked');
CREATE INDEX cases_open_cell ON cases (county, cell)
    WHERE state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered');
-- Newest first: what is open, what has a plate up, what is done, and everything.
CREATE INDEX cases_open_received ON cases (county, received_at, id)
    WHERE state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered');
CREATE INDEX cases_plate_up ON cases (county, received_at, id)
    WHERE plate <> 'none'
      AND state IN ('reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered');
CREATE INDEX cases_done_received ON cases (county, received_at, id)
    WHERE state IN ('closed', 'followed_up', 'archived', 'rejected', 'voided', 'merged');
CREATE INDEX cases_state_received ON cases (county, state, received_at, id)
    WHERE state IN ('closed', 'followed_up', 'rejected', 'voided', 'merged');
CREATE INDEX cases_matter_received ON cases (county, matter_id, received_at, id);
CREATE INDEX cases_place_received ON cases (county, grid_path, received_at, id);
CREATE INDEX cases_unit_received ON cases (county, lead_unit, received_at, id);
CREATE INDEX cases_reporter ON cases (county, reported_by, received_at, id);
CREATE INDEX cases_words ON cases USING gin (words);
CREATE INDEX cases_merged_into ON cases (county, merged_into) WHERE merged_into IS NOT NULL;
-- The timers look only at what may have something to do.
CREATE INDEX cases_next_look ON cases (county, next_look_at) WHERE next_look_at IS NOT NULL;

-- Units that help or were called to a joint session. No words in here, so its policy may be simple:
-- it is what the policy of cases itself asks.
CREATE TABLE case_co_unit (
    county   text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    case_id  uuid NOT NULL,
    unit_id  uuid NOT NULL,
    has_task boolean NOT NULL,                          -- false: only called to a session
    attended boolean NOT NULL,
    called   boolean NOT NULL,                          -- to the session that is called now
    done_at  timestamptz,
    -- For the lists: of the case, sort_at while it is open only; whether the unit has to do something.
    received_at timestamptz NOT NULL,
    sort_at     timestamptz,
    waits       boolean NOT NULL,
    CONSTRAINT case_co_unit_pkey PRIMARY KEY (county, case_id, unit_id),
    CONSTRAINT case_co_unit_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id)
);
CREATE INDEX case_co_unit_open ON case_co_unit (county, unit_id, sort_at, case_id)
    WHERE sort_at IS NOT NULL;
CREATE INDEX case_co_unit_received ON case_co_unit (county, unit_id, received_at, case_id);

ALTER TABLE case_co_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_co_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY case_co_unit_select ON case_co_unit FOR SELECT
    USING (county = jingwei_county());
CREATE POLICY case_co_unit_insert ON case_co_unit FOR INSERT
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_co_unit.county AND cases.id = case_co_unit.case_id));
CREATE POLICY case_co_unit_update ON case_co_unit FOR UPDATE
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_co_unit.county AND cases.id = case_co_unit.case_id));
GRANT SELECT, INSERT, UPDATE ON case_co_unit TO jingwei_app;

ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;

-- Inside the reader's paths; at the reader's unit, leading or helping; raised by the reader. What is
-- confidential: only with the right to secrets, at the unit that has it, or by who raised it.
CREATE POLICY cases_select ON cases FOR SELECT
    USING (county = jingwei_county()
           AND (reported_by = jingwei_account()
                OR lead_unit = ANY (jingwei_units())
                OR (jingwei_in_paths(grid_path) AND (NOT confidential OR jingwei_secrets()))
                OR (cardinality(jingwei_units()) > 0 AND NOT confidential AND EXISTS (
                    SELECT 1 FROM case_co_unit AS helping
                    WHERE helping.county = cases.county AND helping.case_id = cases.id
                      AND helping.unit_id = ANY (jingwei_units())))));
-- Whoever reports need not be able to read where it lies, but reports in no other name.
CREATE POLICY cases_insert ON cases FOR INSERT
    WITH CHECK (county = jingwei_county() AND reported_by IS NOT DISTINCT FROM jingwei_account());
-- Only what one may see; where it goes from there is for the rules to say.
CREATE POLICY cases_update ON cases FOR UPDATE
    USING (county = jingwei_county()
           AND (reported_by = jingwei_account()
                OR lead_unit = ANY (jingwei_units())
                OR (jingwei_in_paths(grid_path) AND (NOT confidential OR jingwei_secrets()))
                OR (cardinality(jingwei_units()) > 0 AND NOT confidential AND EXISTS (
                    SELECT 1 FROM case_co_unit AS helping
                    WHERE helping.county = cases.county AND helping.case_id = cases.id
                      AND helping.unit_id = ANY (jingwei_units())))))
    WITH CHECK (county = jingwei_county());
GRANT SELECT, INSERT, UPDATE ON cases TO jingwei_app;

-- Case numbers are handed out in blocks, so that no two reports wait for each other.
CREATE TABLE case_number (
    county text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    year   integer NOT NULL,
    next   bigint NOT NULL CHECK (next > 0),
    CONSTRAINT case_number_pkey PRIMARY KEY (county, year)
);
ALTER TABLE case_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_number FORCE ROW LEVEL SECURITY;
CREATE POLICY case_number_of_county ON case_number USING (county = jingwei_county());
GRANT SELECT, INSERT, UPDATE ON case_number TO jingwei_app;
