-- The receipt of a step, for a repetition. $1 county, $2 id of the step, $3 its action, $4 who took it, null for the
-- system (case_step_id_key).
SELECT case_step.case_id, cases.code, case_step.no AS step_no, case_step.state, case_step.at
FROM case_step JOIN cases ON cases.county = case_step.county AND cases.id = case_step.case_id
WHERE case_step.county = $1 AND cases.county = $1 AND case_step.id = $2
  AND case_step.action = $3 AND case_step.account IS NOT DISTINCT FROM $4
