-- That a report was merged into a case or taken out of it. $1 county, $2 the case, $3 the report,
-- $4 the step of the report.
INSERT INTO case_merge (county, survivor_id, case_id, step_id)
VALUES ($1, $2, $3, $4)
