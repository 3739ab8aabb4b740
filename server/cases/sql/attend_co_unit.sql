-- A unit came to the session. $1 county, $2 case, $3 unit. Primary key.
UPDATE case_co_unit SET attended = true
WHERE county = $1 AND case_id = $2 AND unit_id = $3
