-- Which files belong to which step of which case. Ids only, so its policy may be simple: it is what
-- the policy of file asks.
CREATE TABLE case_file (
    county  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    case_id uuid NOT NULL,
    file_id uuid NOT NULL,
    step_no integer NOT NULL CHECK (step_no > 0),
    CONSTRAINT case_file_pkey PRIMARY KEY (county, case_id, file_id),
    CONSTRAINT case_file_case_fkey FOREIGN KEY (county, case_id) REFERENCES cases (county, id),
    CONSTRAINT case_file_file_fkey FOREIGN KEY (county, file_id) REFERENCES file (county, id)
);
CREATE INDEX case_file_file ON case_file (county, file_id);

ALTER TABLE case_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_file FORCE ROW LEVEL SECURITY;
CREATE POLICY case_file_select ON case_file FOR SELECT
    USING (county = jingwei_county());
-- Only what one uploaded oneself.
CREATE POLICY case_file_insert ON case_file FOR INSERT
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM file
        WHERE file.county = case_file.county AND file.id = case_file.file_id
          AND file.account = jingwei_account())
        AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_file.county AND cases.id = case_file.case_id));
GRANT SELECT, INSERT ON case_file TO jingwei_app;

-- Whoever may see a case may see its files.
CREATE POLICY file_of_case ON file FOR SELECT
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM case_file JOIN cases ON cases.county = case_file.county
                                          AND cases.id = case_file.case_id
        WHERE case_file.county = file.county AND case_file.file_id = file.id));
