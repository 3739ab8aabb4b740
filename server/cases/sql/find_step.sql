-- The receipt of a step. $1 county, $2 id of the step (case_step_id_key).
SELECT case_step.case_id, cases.code, case_step.no AS step_no, case_step.state, case_step.at
FROM case_step JOIN cases ON cases.county = case_step.county AND cases.id = case_step.case_id
WHERE case_step.county = $1 AND cases.county = $1 AND case_step.id = $2
