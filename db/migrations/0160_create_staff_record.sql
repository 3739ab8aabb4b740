-- What is on file about the service of somebody in posts: how a post was filled, contract, training,
-- equipment, insurance, awards. Read by the person and by whoever keeps the posts where the person is
-- registered, in a transaction that says that it is about records; by nobody else. `path` is the member's.
ALTER TABLE staff_member ADD CONSTRAINT staff_member_place_key UNIQUE (county, id, path);

CREATE TABLE staff_record (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    member_id  uuid NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    kind       text NOT NULL
        CHECK (kind IN ('filled', 'contract', 'training', 'equipment', 'insurance', 'award')),
    manner     text CHECK (manner IN ('election', 'recruitment', 'appointment', 'before_duty', 'yearly')),
    post_id    uuid,
    title      text NOT NULL CHECK (title <> '' AND length(title) <= 120),
    from_on    date NOT NULL,
    to_on      date CHECK (to_on >= from_on),           -- the last day; nothing: open
    hours      integer CHECK (hours BETWEEN 1 AND 1000),
    note       text NOT NULL CHECK (length(note) <= 1000),
    version    integer NOT NULL CHECK (version > 0),
    written_by uuid,                                    -- who wrote this version; null: the system
    written_at timestamptz NOT NULL,
    removed    boolean NOT NULL DEFAULT false,          -- entered by mistake: counts no more, stays readable
    CONSTRAINT staff_record_pkey PRIMARY KEY (county, id),
    CONSTRAINT staff_record_member_fkey FOREIGN KEY (county, member_id, path)
        REFERENCES staff_member (county, id, path),
    CONSTRAINT staff_record_post_fkey FOREIGN KEY (county, post_id) REFERENCES post (county, id)
);
CREATE INDEX staff_record_member ON staff_record (county, member_id, from_on);

-- What a record said before each change. Append-only.
CREATE TABLE staff_record_past (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    version    integer NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    manner     text,
    post_id    uuid,
    title      text NOT NULL,
    from_on    date NOT NULL,
    to_on      date,
    hours      integer,
    note       text NOT NULL,
    written_by uuid,
    written_at timestamptz NOT NULL,
    CONSTRAINT staff_record_past_pkey PRIMARY KEY (county, id, version),
    CONSTRAINT staff_record_past_record_fkey FOREIGN KEY (county, id) REFERENCES staff_record (county, id)
);

-- What a county decided about people in posts; without a row it goes by what ships.
CREATE TABLE staff_setting (
    county         text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    training_hours integer NOT NULL CHECK (training_hours BETWEEN 0 AND 400), -- a year; 0: none is asked for
    CONSTRAINT staff_setting_pkey PRIMARY KEY (county)
);

ALTER TABLE staff_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_record FORCE ROW LEVEL SECURITY;
ALTER TABLE staff_record_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_record_past FORCE ROW LEVEL SECURITY;
ALTER TABLE staff_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_setting FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_record_select ON staff_record FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() = 'staff_record' AND jingwei_in_paths(path));
CREATE POLICY staff_record_select_own ON staff_record FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM staff_member
        WHERE staff_member.county = staff_record.county AND staff_member.id = staff_record.member_id
          AND staff_member.account_id = jingwei_account() OFFSET 0));
-- Nobody writes in another's name.
CREATE POLICY staff_record_insert ON staff_record FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'staff_record' AND jingwei_in_paths(path)
                AND written_by IS NOT DISTINCT FROM jingwei_account());
CREATE POLICY staff_record_update ON staff_record FOR UPDATE
    USING (county = jingwei_county() AND jingwei_duty() = 'staff_record' AND jingwei_in_paths(path));

CREATE POLICY staff_record_past_select ON staff_record_past FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() = 'staff_record' AND jingwei_in_paths(path));
CREATE POLICY staff_record_past_insert ON staff_record_past FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'staff_record' AND jingwei_in_paths(path));

CREATE POLICY staff_setting_select ON staff_setting FOR SELECT USING (county = jingwei_county());
CREATE POLICY staff_setting_insert ON staff_setting FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY staff_setting_update ON staff_setting FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));

GRANT SELECT, INSERT, UPDATE ON staff_record, staff_setting TO jingwei_app;
GRANT SELECT, INSERT ON staff_record_past TO jingwei_app;
