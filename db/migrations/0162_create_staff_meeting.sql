-- A meeting of a place 例会: who was there, who was excused, what was said. Read by whoever works there,
-- and by whoever was asked to come.
CREATE TABLE staff_meeting (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    node_id    uuid NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    held_at    timestamptz NOT NULL,
    subject    text NOT NULL CHECK (subject <> '' AND length(subject) <= 200),
    minutes    text NOT NULL CHECK (length(minutes) <= 8000),
    present    uuid[] NOT NULL CHECK (cardinality(present) <= 200),
    excused    uuid[] NOT NULL CHECK (cardinality(excused) <= 200),
    written_by uuid,
    written_at timestamptz NOT NULL,
    CONSTRAINT staff_meeting_pkey PRIMARY KEY (county, id),
    CONSTRAINT staff_meeting_node_fkey FOREIGN KEY (county, node_id) REFERENCES territory (county, id)
);
CREATE INDEX staff_meeting_held ON staff_meeting (county, held_at, id);

-- What somebody did on a day, in his own words, when he wants to keep it. Nobody has to.
CREATE TABLE work_log (
    county     text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id         uuid NOT NULL,
    member_id  uuid NOT NULL,
    node_id    uuid NOT NULL,
    path       text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    day        date NOT NULL,
    text       text NOT NULL CHECK (text <> '' AND length(text) <= 2000),
    written_at timestamptz NOT NULL,
    CONSTRAINT work_log_pkey PRIMARY KEY (county, id),
    CONSTRAINT work_log_member_fkey FOREIGN KEY (county, member_id) REFERENCES staff_member (county, id),
    CONSTRAINT work_log_node_fkey FOREIGN KEY (county, node_id) REFERENCES territory (county, id)
);
CREATE INDEX work_log_day ON work_log (county, day, id);
CREATE INDEX work_log_member ON work_log (county, member_id, day, id);

ALTER TABLE staff_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_meeting FORCE ROW LEVEL SECURITY;
ALTER TABLE work_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_log FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_meeting_select ON staff_meeting FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() = 'staff_meeting' AND jingwei_in_paths(path));
CREATE POLICY staff_meeting_select_own ON staff_meeting FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM staff_member
        WHERE staff_member.county = staff_meeting.county
          AND staff_member.account_id = jingwei_account()
          AND (staff_member.id = ANY (staff_meeting.present)
               OR staff_member.id = ANY (staff_meeting.excused)) OFFSET 0));
CREATE POLICY staff_meeting_insert ON staff_meeting FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'staff_meeting' AND jingwei_in_paths(path)
                AND written_by IS NOT DISTINCT FROM jingwei_account());
CREATE POLICY staff_meeting_update ON staff_meeting FOR UPDATE
    USING (county = jingwei_county() AND jingwei_duty() = 'staff_meeting' AND jingwei_in_paths(path));
CREATE POLICY staff_meeting_delete ON staff_meeting FOR DELETE
    USING (county = jingwei_county() AND jingwei_duty() = 'staff_meeting' AND jingwei_in_paths(path));

-- One's own entries are one's own; whoever leads there reads them.
CREATE POLICY work_log_select ON work_log FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() = 'work_log' AND jingwei_in_paths(path));
CREATE POLICY work_log_own ON work_log
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM staff_member
        WHERE staff_member.county = work_log.county AND staff_member.id = work_log.member_id
          AND staff_member.account_id = jingwei_account() OFFSET 0));

GRANT SELECT, INSERT, UPDATE, DELETE ON staff_meeting, work_log TO jingwei_app;
