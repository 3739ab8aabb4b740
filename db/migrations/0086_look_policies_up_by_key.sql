-- An EXISTS in a policy looks one row up by its key. Where PostgreSQL expects many rows it may instead
-- hash the whole sub-select once (all cases that the reader may see!), and a plan that was made while
-- the tables were small keeps doing so when they have grown. OFFSET 0 leaves it no choice.

ALTER POLICY case_step_select ON case_step
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_step.county AND cases.id = case_step.case_id OFFSET 0));
ALTER POLICY case_step_insert ON case_step
    WITH CHECK (county = jingwei_county() AND account IS NOT DISTINCT FROM jingwei_account()
                AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_step.county AND cases.id = case_step.case_id OFFSET 0));
ALTER POLICY case_plate_of_case ON case_plate
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_plate.county AND cases.id = case_plate.case_id OFFSET 0));
ALTER POLICY case_reporter_select ON case_reporter
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_reporter.county AND cases.id = case_reporter.case_id OFFSET 0));
ALTER POLICY case_reporter_insert ON case_reporter
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_reporter.county AND cases.id = case_reporter.case_id OFFSET 0));
ALTER POLICY case_session_of_case ON case_session
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_session.county AND cases.id = case_session.case_id OFFSET 0));
ALTER POLICY case_co_unit_insert ON case_co_unit
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_co_unit.county AND cases.id = case_co_unit.case_id OFFSET 0));
ALTER POLICY case_co_unit_update ON case_co_unit
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_co_unit.county AND cases.id = case_co_unit.case_id OFFSET 0));
ALTER POLICY cases_select ON cases
    USING (county = jingwei_county() AND (reported_by = jingwei_account()
                OR lead_unit = ANY (jingwei_units())
                OR (jingwei_in_paths(grid_path) AND (NOT confidential OR jingwei_secrets()))
                OR (cardinality(jingwei_units()) > 0 AND NOT confidential AND EXISTS (
                    SELECT 1 FROM case_co_unit AS helping
                    WHERE helping.county = cases.county AND helping.case_id = cases.id
                      AND helping.unit_id = ANY (jingwei_units()) OFFSET 0))));
ALTER POLICY cases_update ON cases
    USING (county = jingwei_county() AND (reported_by = jingwei_account()
                OR lead_unit = ANY (jingwei_units())
                OR (jingwei_in_paths(grid_path) AND (NOT confidential OR jingwei_secrets()))
                OR (cardinality(jingwei_units()) > 0 AND NOT confidential AND EXISTS (
                    SELECT 1 FROM case_co_unit AS helping
                    WHERE helping.county = cases.county AND helping.case_id = cases.id
                      AND helping.unit_id = ANY (jingwei_units()) OFFSET 0))));
ALTER POLICY case_file_insert ON case_file
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM file
        WHERE file.county = case_file.county AND file.id = case_file.file_id
          AND file.account = jingwei_account() OFFSET 0)
        AND EXISTS (
        SELECT 1 FROM cases
        WHERE cases.county = case_file.county AND cases.id = case_file.case_id OFFSET 0));
ALTER POLICY file_of_case ON file
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM case_file JOIN cases ON cases.county = case_file.county
                                          AND cases.id = case_file.case_id
        WHERE case_file.county = file.county AND case_file.file_id = file.id OFFSET 0));
ALTER POLICY file_of_staff ON file
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM staff_member
        WHERE staff_member.county = file.county AND staff_member.photo_id = file.id OFFSET 0));
ALTER POLICY post_away_insert_own ON post_away
    WITH CHECK (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM post_holding JOIN staff_member ON staff_member.county = post_holding.county
                                                    AND staff_member.id = post_holding.member_id
        WHERE post_holding.county = post_away.county AND post_holding.id = post_away.holding_id
          AND post_holding.path = post_away.path
          AND staff_member.account_id = jingwei_account() OFFSET 0));
ALTER POLICY post_away_update_own ON post_away
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM post_holding JOIN staff_member ON staff_member.county = post_holding.county
                                                    AND staff_member.id = post_holding.member_id
        WHERE post_holding.county = post_away.county AND post_holding.id = post_away.holding_id
          AND post_holding.path = post_away.path
          AND staff_member.account_id = jingwei_account() OFFSET 0));
ALTER POLICY post_away_delete_own ON post_away
    USING (county = jingwei_county() AND EXISTS (
        SELECT 1 FROM post_holding JOIN staff_member ON staff_member.county = post_holding.county
                                                    AND staff_member.id = post_holding.member_id
        WHERE post_holding.county = post_away.county AND post_holding.id = post_away.holding_id
          AND post_holding.path = post_away.path
          AND staff_member.account_id = jingwei_account() OFFSET 0));
