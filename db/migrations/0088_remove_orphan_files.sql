-- Uploads that nothing holds are removed after a day (files::Files::remove_orphans), under the duty
-- `orphans`. What holds a file says so by a foreign key, which no DELETE gets past, and by a line here:
-- a test compares the two.
CREATE VIEW orphan_file WITH (security_invoker = true) AS
SELECT county, id, sha256, uploaded_at
FROM file
WHERE NOT EXISTS (
        SELECT 1 FROM case_file
        WHERE case_file.county = file.county AND case_file.file_id = file.id)
  AND NOT EXISTS (
        SELECT 1 FROM staff_member
        WHERE staff_member.county = file.county AND staff_member.photo_id = file.id);
GRANT SELECT ON orphan_file TO jingwei_app;

-- It was for every command; now that there is a right to delete, it must not be one of uploaders.
DROP POLICY file_of_uploader ON file;
CREATE POLICY file_of_uploader ON file FOR SELECT
    USING (county = jingwei_county() AND account = jingwei_account());
CREATE POLICY file_insert ON file FOR INSERT
    WITH CHECK (county = jingwei_county() AND account = jingwei_account());

-- Not orphans only: bytes that another upload names are kept.
CREATE POLICY file_orphans_select ON file FOR SELECT
    USING (county = jingwei_county() AND jingwei_duty() = 'orphans');
CREATE POLICY file_orphans_delete ON file FOR DELETE
    USING (county = jingwei_county() AND jingwei_duty() = 'orphans');
GRANT DELETE ON file TO jingwei_app;

CREATE INDEX file_content ON file (county, sha256);
