-- What was merged into this case and taken out of it again, of the reports that the reader may see.
-- $1 county, $2 case (case_merge_pkey, then case_step_id_key and cases_pkey for each).
SELECT step.id, step.action, step.at, step.account, step.by_name, step.by_duty, step.capacity,
       step.text, report.id AS case_id, report.code
FROM case_merge AS merge
JOIN case_step AS step ON step.county = merge.county AND step.id = merge.step_id
JOIN cases AS report ON report.county = merge.county AND report.id = merge.case_id
WHERE merge.county = $1 AND step.county = $1 AND report.county = $1 AND merge.survivor_id = $2
ORDER BY step.at, step.id
LIMIT 400
