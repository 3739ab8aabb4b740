-- Another session begins with nobody called to it. $1 county, $2 case. Primary key.
UPDATE case_co_unit SET called = false, attended = false
WHERE county = $1 AND case_id = $2
