-- Reports too are written in one transaction with those of others.
ALTER POLICY cases_insert ON cases
    WITH CHECK (
        county = jingwei_county()
        AND (reported_by IS NOT DISTINCT FROM jingwei_account() OR reported_by = ANY (jingwei_together()))
    );
