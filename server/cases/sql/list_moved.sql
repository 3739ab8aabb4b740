-- Cases that moved and who may know of it. $1 county, $2 ids (primary key; the last step of each by
-- case_step_pkey).
SELECT cases.id, cases.code, cases.step_no, last.action, cases.state, cases.grid_path,
       cases.confidential, cases.reported_by, cases.lead_unit,
       cases.helping
FROM cases JOIN case_step AS last ON last.county = cases.county AND last.case_id = cases.id
                                 AND last.no = cases.step_no
WHERE cases.county = $1 AND last.county = $1 AND cases.id = ANY ($2)
ORDER BY cases.id
