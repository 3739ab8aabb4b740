-- A unit is done with its task. $1 county, $2 case, $3 unit, $4 time. Primary key.
UPDATE case_co_unit SET done_at = $4
WHERE county = $1 AND case_id = $2 AND unit_id = $3
