-- A unit that helps ($4 true) or is called to a session. $1 county, $2 case, $3 unit.
INSERT INTO case_co_unit (county, case_id, unit_id, has_task, attended)
VALUES ($1, $2, $3, $4, false)
ON CONFLICT (county, case_id, unit_id) DO UPDATE
SET has_task = case_co_unit.has_task OR EXCLUDED.has_task,
    done_at = CASE WHEN EXCLUDED.has_task THEN NULL ELSE case_co_unit.done_at END
