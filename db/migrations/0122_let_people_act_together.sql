-- Steps and reports of several people are written in one transaction (server/cases/steps_together.h): who acts
-- in it. Empty, as everywhere else: jingwei.account alone.
CREATE FUNCTION jingwei_together() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE(NULLIF(current_setting('jingwei.together', true), ''), '{}')::uuid[];

-- As jingwei_in_paths(path), of roots that are not the transaction's.
CREATE FUNCTION jingwei_in_paths(path text, roots text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(
        path COLLATE "C" < roots[width_bucket(path COLLATE "C", roots)] || '0', false);

-- May a line be written in that name? Where several people act, none in nobody's.
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
