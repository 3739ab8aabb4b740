-- A merge and its undoing are steps of the report that moves. Here they are found from the case that it
-- moved into or was taken out of. Append-only, and seen by whoever may see that report.
CREATE TABLE case_merge (
    county      text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    survivor_id uuid NOT NULL,
    case_id     uuid NOT NULL,                          -- the report
    step_id     uuid NOT NULL,                          -- its step
    CONSTRAINT case_merge_pkey PRIMARY KEY (county, survivor_id, step_id),
    CONSTRAINT case_merge_survivor_fkey FOREIGN KEY (county, survivor_id) REFERENCES cases (county, id),
    CONSTRAINT case_merge_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id)
);

-- The owner, too, is bound by row-level security, and acts for no county here.
ALTER TABLE case_step NO FORCE ROW LEVEL SECURITY;
INSERT INTO case_merge (county, survivor_id, case_id, step_id)
SELECT county, (body ->> 'other_case')::uuid, case_id, id
FROM case_step
WHERE action IN ('merge', 'unmerge') AND body ->> 'other_case' IS NOT NULL;
ALTER TABLE case_step FORCE ROW LEVEL SECURITY;

ALTER TABLE case_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY case_merge_select ON case_merge FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_merge.county AND cases.id = case_merge.case_id OFFSET 0));
CREATE POLICY case_merge_insert ON case_merge FOR INSERT
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_merge.county AND cases.id = case_merge.case_id OFFSET 0));
GRANT SELECT, INSERT ON case_merge TO jingwei_app;
