-- What the lists ask of the units that help, after a step. $1 county, $2 case, $3 its sort_at while
-- it is open, else null, $4 whether tasks may be done now, $5 whether a session is called.
UPDATE case_co_unit
SET sort_at = $3, waits = (has_task AND done_at IS NULL AND $4) OR (called AND NOT attended AND $5)
WHERE county = $1 AND case_id = $2
