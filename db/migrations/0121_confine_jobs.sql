-- Anybody may leave a job behind in the transaction that calls for it; only who acts for the whole
-- county looks at jobs, takes them and removes them.
DROP POLICY job_county ON job;
CREATE POLICY job_insert ON job FOR INSERT WITH CHECK (county = jingwei_county());
CREATE POLICY job_select ON job FOR SELECT
    USING (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY job_update ON job FOR UPDATE
    USING (county = jingwei_county() AND jingwei_in_paths(county));
CREATE POLICY job_delete ON job FOR DELETE
    USING (county = jingwei_county() AND jingwei_in_paths(county));
