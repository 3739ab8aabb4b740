-- Work handed from one person to another: which holdings ended and which began in their place, side by
-- side. Append-only. `path` is that of the first of the posts, for row-level security.
CREATE TABLE staff_handover (
    county       text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    id           uuid NOT NULL,
    member_id    uuid NOT NULL,                         -- who handed over
    to_member_id uuid NOT NULL,
    path         text COLLATE "C" NOT NULL CHECK (path = county OR starts_with(path, county || '/')),
    at           timestamptz NOT NULL,
    note         text NOT NULL CHECK (length(note) <= 1000),
    ended        uuid[] NOT NULL CHECK (cardinality(ended) BETWEEN 1 AND 100),
    begun        uuid[] NOT NULL CHECK (cardinality(begun) = cardinality(ended)),
    written_by   uuid,
    written_at   timestamptz NOT NULL,
    CONSTRAINT staff_handover_pkey PRIMARY KEY (county, id),
    CONSTRAINT staff_handover_member_fkey FOREIGN KEY (county, member_id)
        REFERENCES staff_member (county, id),
    CONSTRAINT staff_handover_to_member_fkey FOREIGN KEY (county, to_member_id)
        REFERENCES staff_member (county, id),
    CONSTRAINT staff_handover_to_another CHECK (to_member_id <> member_id)
);
CREATE INDEX staff_handover_member ON staff_handover (county, member_id, at);
CREATE INDEX staff_handover_to_member ON staff_handover (county, to_member_id, at);

ALTER TABLE staff_handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_handover FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_handover_select ON staff_handover FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() = 'staff_record' AND jingwei_in_paths(path));
CREATE POLICY staff_handover_insert ON staff_handover FOR INSERT
    WITH CHECK (county = jingwei_county() AND jingwei_duty() = 'staff_record' AND jingwei_in_paths(path)
                AND written_by IS NOT DISTINCT FROM jingwei_account());

GRANT SELECT, INSERT ON staff_handover TO jingwei_app;
