-- The units that help stand in the row of the case as well, for its policy: a sub-select there was set
-- up anew in each statement on a case and on everything that hangs on it, several times in most.
ALTER TABLE cases ADD COLUMN helping uuid[] NOT NULL DEFAULT '{}';    -- of case_co_unit, sorted

ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_co_unit NO FORCE ROW LEVEL SECURITY;
UPDATE cases
SET helping = of_case.units
FROM (SELECT county, case_id, array_agg(unit_id ORDER BY unit_id) AS units
      FROM case_co_unit GROUP BY county, case_id) AS of_case
WHERE cases.county = of_case.county AND cases.id = of_case.case_id;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
ALTER TABLE case_co_unit FORCE ROW LEVEL SECURITY;

ALTER POLICY cases_select ON cases
    USING (county = jingwei_county()
           AND (reported_by = jingwei_account()
                OR lead_unit = ANY (jingwei_units())
                OR (jingwei_in_paths(grid_path) AND (NOT confidential OR jingwei_secrets()))
                OR (NOT confidential AND helping && jingwei_units())));
ALTER POLICY cases_update ON cases
    USING (county = jingwei_county()
           AND (reported_by = jingwei_account()
                OR lead_unit = ANY (jingwei_units())
                OR (jingwei_in_paths(grid_path) AND (NOT confidential OR jingwei_secrets()))
                OR (NOT confidential AND helping && jingwei_units())))
    WITH CHECK (county = jingwei_county());
