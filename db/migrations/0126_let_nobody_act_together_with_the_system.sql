-- Where several people act, nothing is written in nobody's name.
CREATE FUNCTION jingwei_acts(who uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN jingwei_together() = '{}' THEN who IS NOT DISTINCT FROM jingwei_account()
                ELSE COALESCE(who = ANY (jingwei_together()), false) END;

ALTER POLICY case_step_insert ON case_step
    WITH CHECK (
        county = jingwei_county()
        AND jingwei_acts(account)
        AND EXISTS (SELECT FROM cases
                    WHERE cases.county = case_step.county AND cases.id = case_step.case_id
                    OFFSET 0)
    );
ALTER POLICY cases_insert ON cases
    WITH CHECK (county = jingwei_county() AND jingwei_acts(reported_by));
ALTER POLICY audit_entry_insert ON audit_entry
    WITH CHECK (
        county = jingwei_county()
        AND (jingwei_acts(account_id) OR jingwei_duty() = 'credential')
    );
