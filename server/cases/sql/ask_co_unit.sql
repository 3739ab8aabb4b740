-- A unit is asked to help. $1 county, $2 case, $3 unit, $4 receipt of the case.
INSERT INTO case_co_unit (county, case_id, unit_id, has_task, attended, called, received_at, waits)
VALUES ($1, $2, $3, true, false, false, $4, true)
ON CONFLICT (county, case_id, unit_id) DO UPDATE
SET has_task = true, done_at = NULL
