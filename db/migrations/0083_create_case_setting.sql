-- The numbers of the loop that a county has set; without a row it goes by those that ship. A version
-- is never changed: a case goes by the one that was in force when it was reported, so that what was
-- allowed stays explainable. Append-only.
CREATE TABLE case_setting (
    county                   text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    version                  integer NOT NULL CHECK (version > 0),
    valid_from               timestamptz NOT NULL,
    set_by                   uuid,
    returns                  integer NOT NULL CHECK (returns BETWEEN 1 AND 5),
    reworks                  integer NOT NULL CHECK (reworks BETWEEN 1 AND 10),
    reopens                  integer NOT NULL CHECK (reopens BETWEEN 1 AND 5),
    extensions               integer NOT NULL CHECK (extensions BETWEEN 0 AND 1),
    most_suspended_days      integer NOT NULL CHECK (most_suspended_days BETWEEN 1 AND 180),
    sample_percent           integer NOT NULL CHECK (sample_percent BETWEEN 1 AND 100),
    archive_followed_up_days integer NOT NULL CHECK (archive_followed_up_days BETWEEN 1 AND 90),
    archive_closed_days      integer NOT NULL CHECK (archive_closed_days BETWEEN 7 AND 365),
    sign_yellow_days         integer NOT NULL CHECK (sign_yellow_days BETWEEN 1 AND 10),
    sign_red_days            integer NOT NULL CHECK (sign_red_days BETWEEN 2 AND 20),
    answer_yellow_days       integer NOT NULL CHECK (answer_yellow_days BETWEEN 1 AND 30),
    answer_red_days          integer NOT NULL CHECK (answer_red_days BETWEEN 2 AND 60),
    reply_days               integer NOT NULL CHECK (reply_days BETWEEN 1 AND 10),
    CONSTRAINT case_setting_pkey PRIMARY KEY (county, version),
    CONSTRAINT case_setting_red_after_yellow
        CHECK (sign_red_days > sign_yellow_days AND answer_red_days > answer_yellow_days)
);

ALTER TABLE case_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_setting FORCE ROW LEVEL SECURITY;

-- Read by everybody, written for the whole county.
CREATE POLICY case_setting_select ON case_setting FOR SELECT USING (county = jingwei_county());
CREATE POLICY case_setting_insert ON case_setting FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));

GRANT SELECT, INSERT ON case_setting TO jingwei_app;
