-- A unit is called to a joint session. $1 county, $2 case, $3 unit, $4 receipt of the case.
INSERT INTO case_co_unit (county, case_id, unit_id, has_task, attended, called, received_at, waits)
VALUES ($1, $2, $3, false, false, true, $4, true)
ON CONFLICT (county, case_id, unit_id) DO UPDATE
SET called = true, attended = false
